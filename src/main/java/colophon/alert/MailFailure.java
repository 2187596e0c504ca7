package colophon.alert;

import colophon.pipeline.AlertRules;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in a sentence why a mail server was given nothing. */
final class MailFailure {

  private static final int MOST_CAUSES = 20;

  private MailFailure() {}

  static String sentence(Exception failure, AlertRules.Mail server) {
    String host = server.server();
    List<Throwable> causes = causes(failure);
    Throwable deepest = causes.getLast();
    if (causes.stream()
        .anyMatch(each ->
            each instanceof CertificateExpiredException
                || each instanceof CertificateNotYetValidException)) {
      return refused(host, "is not valid today", "Renew it there.");
    }
    if (causes.stream()
        .anyMatch(each ->
            each instanceof CertPathBuilderException
                || each instanceof CertPathValidatorException)) {
      return refused(
          host,
          "is signed by nobody whom this machine's Java trusts",
          "Have it signed by a known authority, or give your own to Java"
              + " (javax.net.ssl.trustStore).");
    }
    String said = String.valueOf(deepest.getMessage()).strip();
    if (deepest instanceof CertificateException || said.startsWith("Can't verify identity")) {
      return refused(
          host,
          "is made out to another name",
          "Write the name it is made out to as the server in newsroom.yaml.");
    }
    if (said.toLowerCase(Locale.ROOT).contains("starttls is required")) {
      return "Not sent, since "
          + host
          + " offers no STARTTLS, and nothing is sent without encryption unless security is none.";
    }
    if (causes.stream().anyMatch(SSLException.class::isInstance)) {
      return "Not sent, since no encryption came about with "
          + host
          + " ("
          + said
          + "); look whether it wants tls or starttls at port "
          + server.port()
          + ".";
    }
    return "Not sent, since "
        + (deepest.getMessage() == null ? deepest.getClass().getSimpleName() : said)
        + ".";
  }

  private static List<Throwable> causes(Throwable failure) {
    var causes = new ArrayList<Throwable>();
    for (Throwable each = failure;
        each != null && causes.size() < MOST_CAUSES;
        each = each.getCause()) {
      causes.add(each);
    }
    return causes;
  }

  private static String refused(String host, String why, String remedy) {
    return "Not sent, since the certificate of " + host + " " + why + ". " + remedy;
  }
}

package colophon.alert;

import colophon.capture.PostWire;
import colophon.pipeline.AlertRules;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends messages by SMTP (RFC 5321), one recipient at a time. */
final class MailSender {

  private static final String WAIT_MILLIS = "10000";
  private static final List<Integer> MAIL_PORTS = List.of(25, 465, 587);

  private final Map<String, String> environment;

  MailSender(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  Sent send(AlertRules.Mail server, AlertStore.Message message) {
    String user = server.user();
    String password = server.password();
    for (String variable :
        user == null || password == null ? List.<String>of() : List.of(user, password)) {
      if (environment.getOrDefault(variable, "").isBlank()) {
        return Sent.failed(
            "The environment variable "
                + variable
                + " is not set, and the mail server wants a name and a password; set it and start"
                + " again.");
      }
    }
    Session session = Session.getInstance(properties(server));
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage mail = mail(session, server, message);
      transport.connect(server.server(), server.port(), value(user), value(password));
      transport.sendMessage(mail, mail.getAllRecipients());
      return Sent.delivered("accepted by " + server.server());
    } catch (MessagingException e) {
      return Sent.failed(MailFailure.sentence(e, server));
    }
  }

  private @Nullable String value(@Nullable String variable) {
    return variable == null ? null : environment.get(variable);
  }

  private static MimeMessage mail(
      Session session, AlertRules.Mail server, AlertStore.Message message)
      throws MessagingException {
    var mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(server.from(), true));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.recipient(), true));
    mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    mail.setText(message.body(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(message.made()));
    // Machines answer no machine: RFC 3834.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader(Webhooks.MESSAGE, Long.toString(message.id()));
    return mail;
  }

  private static Properties properties(AlertRules.Mail server) {
    var properties = new Properties();
    boolean named = server.user() != null;
    properties.put("mail.smtp.auth", Boolean.toString(named));
    properties.put("mail.smtp.connectiontimeout", WAIT_MILLIS);
    properties.put("mail.smtp.timeout", WAIT_MILLIS);
    properties.put("mail.smtp.writetimeout", WAIT_MILLIS);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = server.security() == AlertRules.Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.put(
        "mail.smtp.ssl.enable", Boolean.toString(server.security() == AlertRules.Security.TLS));
    properties.put("mail.smtp.socketFactory", PostWire.sockets(server.allow(), MAIL_PORTS));
    properties.put("mail.smtp.socketFactory.fallback", "false");
    return properties;
  }
}

package colophon.capture;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What went wrong on the wire, in words for an operator. */
final class WireTrouble {

  private static final String NO_TLS = "Unsupported or unrecognized SSL message";

  private WireTrouble() {}

  static Exchange of(String host, Exception trouble) {
    return switch (trouble) {
      case AddressRefusedException e -> new Exchange.Forbidden(String.valueOf(e.getMessage()));
      case UnknownHostException e -> new Exchange.Broken("the name " + host + " is not known");
      case SocketTimeoutException e -> new Exchange.Broken(host + " does not answer");
      case ConnectException e -> new Exchange.Broken(host + " takes no connection");
      case NoRouteToHostException e -> new Exchange.Broken("no way leads to " + host);
      case SSLException e -> new Exchange.Broken(untrusted(host, e));
      case InterruptedIOException e -> new Exchange.Broken("the reading was interrupted");
      case MessageConstraintException e ->
          new Exchange.Broken(
              host
                  + " sends more than "
                  + Wire.MOST_HEADERS
                  + " header lines, or one longer than "
                  + Wire.MOST_HEADER_LINE
                  + " bytes");
      case NoHttpResponseException e -> new Exchange.Broken(host + " gave no answer in HTTP");
      case ConnectionClosedException e ->
          new Exchange.Broken(host + " broke off its answer before the end");
      case MalformedChunkCodingException e ->
          new Exchange.Broken(host + " sends an answer whose parts do not fit together");
      default -> new Exchange.Broken(host + " broke off its answer or does not speak HTTP");
    };
  }

  private static String untrusted(String host, SSLException trouble) {
    if (String.valueOf(trouble.getMessage()).contains(NO_TLS)) {
      return host + " does not encrypt at that port; perhaps its address begins with http://";
    }
    if (trouble instanceof SSLPeerUnverifiedException) {
      return "the certificate of " + host + " was issued for another name";
    }
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return "the certificate of " + host + " is not one that this machine trusts";
      }
    }
    return "no trusted connection to " + host + " could be made";
  }
}

package colophon.llm;

import colophon.llm.CallFailedException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong on the line to a service, in words for an operator. */
final class LineTrouble {

  private static final int MOST_DEPTH = 12;

  private LineTrouble() {}

  /** The failure that this cause means; empty where it is none of the line's. */
  static Optional<CallFailedException> of(Throwable cause, String host) {
    if (find(cause, UnresolvedAddressException.class) != null
        || find(cause, UnknownHostException.class) != null) {
      return unreachable("the name of " + host + " cannot be found");
    }
    if (find(cause, HttpConnectTimeoutException.class) != null) {
      return unreachable(host + " did not take the connection in time");
    }
    SSLException secure = find(cause, SSLException.class);
    if (secure != null) {
      return unreachable("no secure connection to " + host + " (" + tls(secure) + ")");
    }
    if (find(cause, ConnectException.class) != null) {
      return unreachable("nothing takes connections at " + host);
    }
    if (find(cause, NoRouteToHostException.class) != null) {
      return unreachable("there is no way to " + host);
    }
    IOException broken = find(cause, IOException.class);
    return broken == null
        ? Optional.empty()
        : Optional.of(
            CallFailedException.of(
                Kind.CUT_OFF, host + " broke off before its answer was complete"));
  }

  private static Optional<CallFailedException> unreachable(String reason) {
    return Optional.of(CallFailedException.of(Kind.UNREACHABLE, reason));
  }

  private static String tls(SSLException trouble) {
    String said = String.valueOf(trouble.getMessage());
    if (said.contains("PKIX") || said.contains("certificate")) {
      return "its certificate is not trusted here";
    }
    if (said.contains("nrecognized SSL message")) {
      return "it does not speak TLS; is it an http address?";
    }
    return said;
  }

  private static <T extends Throwable> @Nullable T find(Throwable cause, Class<T> type) {
    Throwable at = cause;
    for (int depth = 0; at != null && depth < MOST_DEPTH; depth++, at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}

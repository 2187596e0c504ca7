package colophon.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name leads to addresses that the filter does not pass; none of them was opened. */
public final class AddressRefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  private final String fact;

  AddressRefusedException(String host, int port, InetAddress address) {
    this(
        host + " leads to " + address.getHostAddress() + ", which is not a public address",
        host + ":" + port);
  }

  private AddressRefusedException(String fact, String place) {
    super(fact + "; where it is meant, the settings that name it may allow " + place);
    this.fact = fact;
  }

  /** Where the name leads, without a word on how to open it. */
  public String fact() {
    return fact;
  }
}

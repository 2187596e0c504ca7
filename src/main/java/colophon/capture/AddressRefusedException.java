package colophon.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name leads to addresses that the filter does not pass; none of them was opened. */
final class AddressRefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefusedException(String host, int port, InetAddress address) {
    super(
        host
            + " leads to "
            + address.getHostAddress()
            + ", which is not a public address; add "
            + host
            + ":"
            + port
            + " to the source's allow list if it is meant");
  }
}

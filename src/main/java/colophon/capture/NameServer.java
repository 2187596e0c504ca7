package colophon.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the addresses of a host name. */
@FunctionalInterface
interface NameServer {

  InetAddress[] lookup(String host) throws UnknownHostException;
}

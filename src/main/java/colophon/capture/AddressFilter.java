package colophon.capture;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet. Deny is the rule: IPv4 outside the special-purpose
 * registry (RFC 6890 and IANA's list) and IPv6 inside 2000::/3 less its special ranges pass,
 * nothing else does.
 */
public final class AddressFilter {

  /** IPv4 that is not public, and one cloud's metadata address that looks public. */
  private static final List<Block> CLOSED_IPV4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final Block GLOBAL_IPV6 = Block.parse("2000::/3");

  /** Inside 2000::/3: protocol assignments and Teredo, documentation, 6to4. */
  private static final List<Block> CLOSED_IPV6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private AddressFilter() {}

  /** Whether the address is one that anybody on the internet could reach. */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address ignored -> CLOSED_IPV4.stream().noneMatch(block -> block.holds(bytes));
      case Inet6Address ignored ->
          GLOBAL_IPV6.holds(bytes)
              && CLOSED_IPV6.stream().noneMatch(block -> block.holds(bytes))
              && !carriesIpv4(bytes);
      default -> false;
    };
  }

  /** ISATAP (RFC 5214) hides an IPv4 address, perhaps a private one, in the last four bytes. */
  private static boolean carriesIpv4(byte[] bytes) {
    return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  private static List<Block> blocks(String... written) {
    return Arrays.stream(written).map(Block::parse).toList();
  }

  /** A network in CIDR notation. */
  private record Block(byte[] prefix, int bits) {

    static Block parse(String written) {
      int slash = written.indexOf('/');
      return new Block(
          InetAddress.ofLiteral(written.substring(0, slash)).getAddress(),
          Integer.parseInt(written.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      int whole = bits / 8;
      int rest = bits % 8;
      if (Arrays.mismatch(address, 0, whole, prefix, 0, whole) >= 0) {
        return false;
      }
      int mask = 0xff << (8 - rest) & 0xff;
      return rest == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }
  }
}

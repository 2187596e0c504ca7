package colophon.capture;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as pages and feeds write them: with spaces, letters outside ASCII, upper-case hosts and
 * fragments. Whatever can be read becomes one normal {@link URI}.
 */
final class WebAddress {

  /** The longest address read, in characters. */
  static final int MOST_CHARACTERS = 4_096;

  private static final Set<String> SCHEMES = Set.of("http", "https", "file");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?i)^(?<scheme>https?)://(?<user>[^/?#]*@)?(?<host>[^/?#@]*)");
  private static final String PLAIN = "!#$&'()*+,-./:;=?@_~%[]";

  private WebAddress() {}

  /**
   * Resolves a reference against the address of the document it stands in; empty where it cannot be
   * read or leads neither to the web nor to a file. The fragment is cut off.
   */
  static Optional<URI> resolve(URI base, String reference) {
    String trimmed = reference.strip().replaceAll("[\\t\\r\\n]", "");
    if (trimmed.isEmpty() || trimmed.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      URI resolved = base.resolve(new URI(encoded(asciiHost(trimmed))));
      return normal(resolved);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The same address in lower-case scheme and host, with a path, without default port or fragment.
   */
  static Optional<URI> normal(URI address) {
    String scheme = address.getScheme();
    if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    scheme = scheme.toLowerCase(Locale.ROOT);
    if (scheme.equals("file")) {
      return Optional.of(
          address.isOpaque() ? withoutFragment(address) : LocalFiles.address(address.getPath()));
    }
    if (address.getHost() == null) {
      return Optional.empty();
    }
    String path = address.getRawPath().isEmpty() ? "/" : address.normalize().getRawPath();
    // URI.normalize keeps "/.." at the root, which a browser drops.
    while (path.startsWith("/../")) {
      path = path.substring(3);
    }
    int port = address.getPort() == defaultPort(scheme) ? -1 : address.getPort();
    String user = address.getRawUserInfo() == null ? "" : address.getRawUserInfo() + "@";
    return Optional.of(
        URI.create(
            scheme
                + "://"
                + user
                + address.getHost().toLowerCase(Locale.ROOT)
                + (port < 0 ? "" : ":" + port)
                + path
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())));
  }

  /** The port a web address leads to. */
  static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : defaultPort(address.getScheme());
  }

  /** The address as people may see it: a user name or password in it is nobody's business. */
  static URI withoutUser(URI address) {
    return address.getRawUserInfo() == null
        ? address
        : URI.create(address.toString().replaceFirst("//[^/?#]*@", "//"));
  }

  static boolean isFile(URI address) {
    return "file".equalsIgnoreCase(address.getScheme());
  }

  private static int defaultPort(String scheme) {
    return scheme.equalsIgnoreCase("https") ? 443 : 80;
  }

  private static URI withoutFragment(URI address) {
    if (address.getRawFragment() == null) {
      return address;
    }
    String whole = address.toString();
    return URI.create(whole.substring(0, whole.indexOf('#')));
  }

  private static String asciiHost(String reference) {
    Matcher match = AUTHORITY.matcher(reference);
    if (!match.find() || match.group("host").chars().allMatch(c -> c < 128)) {
      return reference;
    }
    return reference.substring(0, match.start("host"))
        + IDN.toASCII(match.group("host"), IDN.ALLOW_UNASSIGNED)
        + reference.substring(match.end("host"));
  }

  private static String encoded(String reference) {
    var out = new StringBuilder(reference.length());
    boolean literalHost = reference.matches("(?i)https?://\\[.*");
    for (int i = 0; i < reference.length(); ) {
      int c = reference.codePointAt(i);
      i += Character.charCount(c);
      boolean bracketInPath = (c == '[' || c == ']') && !literalHost;
      boolean loosePercent = c == '%' && !isHexPair(reference, i);
      if (c < 128
          && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)
          && !bracketInPath
          && !loosePercent) {
        out.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
        }
      }
    }
    return out.toString();
  }

  private static boolean isHexPair(String text, int at) {
    return at + 2 <= text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }
}

package colophon.edition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The addresses that may be linked: http and https, and mailto for a contact. */
final class WebLink {

  private WebLink() {}

  /** The text as an address that may be linked. */
  static Optional<URI> parse(String text) {
    try {
      URI address = new URI(text);
      return isWeb(address) ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isWeb(URI address) {
    String host = address.getHost();
    return (scheme(address).equals("http") || scheme(address).equals("https"))
        && host != null
        && !host.isEmpty();
  }

  /** Whether it may stand as a contact. */
  static boolean isContact(URI address) {
    return isWeb(address)
        || (scheme(address).equals("mailto") && address.getSchemeSpecificPart().contains("@"));
  }

  private static String scheme(URI address) {
    return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
  }
}

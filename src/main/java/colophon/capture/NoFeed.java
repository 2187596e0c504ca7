package colophon.capture;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Says what stands where a feed was expected. */
final class NoFeed {

  private static final int MOST_WORDS = 40;

  private NoFeed() {}

  static FeedReading.NotAFeed explain(Element document, String text, URI base) {
    Optional<Element> top = document.children().stream().findFirst();
    if (top.isEmpty()) {
      return new FeedReading.NotAFeed(
          base + " is neither XML nor JSON, so no feed can be read from it; check the address.");
    }
    String name = FeedElement.localName(top.get());
    boolean page = name.equals("html") || text.toLowerCase(Locale.ROOT).contains("<body");
    if (!page) {
      return new FeedReading.NotAFeed(
          base
              + " is XML that begins with <"
              + name.substring(0, Math.min(name.length(), MOST_WORDS))
              + ">, which is neither RSS nor Atom; check the address.");
    }
    return new FeedReading.NotAFeed(
        base
            + " is a web page, not a feed; "
            + announced(text, base)
                .map(feed -> "it announces one at " + feed + ".")
                .orElse("name the address of its feed, or make the source a page."));
  }

  private static Optional<URI> announced(String text, URI base) {
    return Jsoup.parse(text, base.toString())
        .select("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed)][href]")
        .stream()
        .map(link -> WebAddress.resolve(base, link.attr("href")))
        .flatMap(Optional::stream)
        .findFirst();
  }
}

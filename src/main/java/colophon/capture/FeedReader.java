package colophon.capture;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x to 2.0 and RDF, Atom 0.3 and 1.0, and JSON Feed. The content decides what it is,
 * never the media type, and damage that leaves the items recognisable does not stop the reading. No
 * document type, entity or address in a feed is ever followed.
 */
public final class FeedReader {

  /** The most items taken from one feed; the rest is left out. */
  public static final int MOST_ITEMS = 1_000;

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @param feed after content decoding
   * @param mediaType the Content-Type as received, for its charset; null where there was none
   * @param base the address of the feed, which its relative links start from
   */
  public static FeedReading read(byte[] feed, @Nullable String mediaType, URI base) {
    String text = FeedText.decode(feed, mediaType);
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start == text.length()) {
      return new FeedReading.NotAFeed(base + " is empty; a feed was expected there.");
    }
    char first = text.charAt(start);
    return first == '{' || first == '['
        ? JsonFeed.read(text.substring(start), base)
        : XmlFeed.read(text, base);
  }
}

package colophon.capture;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of an item before the item is read. The page itself is believed first.
 *
 * @param link where the item is
 * @param title null where the feed has none
 * @param authors empty where the feed names none
 * @param published null where the feed has no date, or one without a zone that cannot be read
 * @param outlet null where the feed does not name the item's own outlet
 */
public record ItemHint(
    URI link,
    @Nullable String title,
    List<String> authors,
    @Nullable OffsetDateTime published,
    @Nullable String outlet) {

  public ItemHint {
    authors = List.copyOf(authors);
  }

  /** What is known of an item that no feed announced. */
  public static ItemHint bare(URI link) {
    return new ItemHint(link, null, List.of(), null, null);
  }
}

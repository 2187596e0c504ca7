package colophon.edition;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source article as the page names it.
 *
 * @param number the reader's number; 0 where it is not cited
 * @param link null where it has no public place
 * @param origin says which other source it shares its origin with; null where none
 * @param fetched null where it is not known
 * @param copy the digest of the archived copy, in full
 * @param deskNote what readers are told of it where it is a desk note; null of a report
 */
record SourceNote(
    int number,
    String articleId,
    String outlet,
    String title,
    List<String> authors,
    String language,
    @Nullable OffsetDateTime published,
    @Nullable OffsetDateTime fetched,
    @Nullable URI link,
    @Nullable String origin,
    String copy,
    @Nullable NoteFacts deskNote) {

  private static final int SHOWN = 4;

  SourceNote {
    authors = List.copyOf(authors);
  }

  String byline() {
    return String.join(", ", authors);
  }

  /** The first and last digits of the archived copy's digest. */
  String shortCopy() {
    return copy.substring(0, SHOWN) + "…" + copy.substring(copy.length() - SHOWN);
  }
}

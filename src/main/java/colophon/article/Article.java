package colophon.article;

import colophon.kernel.Digest;
import colophon.text.Language;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot read as a text. Two articles with the same {@code address} are versions of one
 * another.
 *
 * @param id {@code a-} and 20 hexadecimal digits of the digest of address and text
 * @param address what tells articles apart: the canonical URL, else the address that answered
 * @param readerLink where a reader finds it (http or https); null where there is no public place
 * @param snapshot the digest of the bytes it was read from
 * @param sourceId the source that brought it
 * @param outlet the name readers know
 * @param credit the agency that the text credits as its origin ("Harbour Wire"); null where none
 * @param published null where no date could be read; the zone is the one the page gave
 * @param text the whole text in normal form: passages separated by a blank line
 * @param passages in reading order, covering {@code text} but for the separators
 * @param hidden what a reader could not see and was cut out
 * @param extraction name and version of the extractor, such as {@code html/1}
 */
public record Article(
    String id,
    URI address,
    @Nullable URI readerLink,
    Digest snapshot,
    String sourceId,
    String outlet,
    String title,
    List<String> authors,
    @Nullable String credit,
    @Nullable OffsetDateTime published,
    Language language,
    String text,
    List<Passage> passages,
    List<HiddenText> hidden,
    String extraction) {

  public Article {
    authors = List.copyOf(authors);
    passages = List.copyOf(passages);
    hidden = List.copyOf(hidden);
  }

  /** The digest of the text. */
  public Digest textDigest() {
    return Digest.ofText(text);
  }

  /** The passage of that number. */
  public Passage passage(int number) {
    return passages.get(number - 1);
  }

  /** The characters of a passage. */
  public String textOf(Passage passage) {
    return passage.span().in(text);
  }

  /** The id of an article with that address and text. */
  public static String idOf(URI address, String text) {
    return "a-" + Digest.ofText(address + "\n" + text).brief(20);
  }
}

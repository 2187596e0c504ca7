package colophon.excerpt;

import colophon.kernel.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a signed record.
 *
 * @param id unique in its version
 * @param role such as {@code headline} or {@code body}
 * @param digest of its words, as the record has it
 * @param text the words, confirmed by the digest; null where no file at hand holds them
 */
public record PublishedSentence(
    String id, String role, Digest digest, @Nullable String text, List<CitedSource> sources) {

  public PublishedSentence {
    sources = List.copyOf(sources);
    if (text != null && !Digest.ofText(text).equals(digest)) {
      throw new IllegalArgumentException("the digest does not confirm the words of " + id);
    }
  }

  /** What stands after it on the page: the numbers of its sources. */
  String marks() {
    var marks = new StringBuilder();
    sources.stream()
        .mapToInt(CitedSource::number)
        .filter(number -> number > 0)
        .sorted()
        .distinct()
        .forEach(marks::append);
    return marks.toString();
  }
}

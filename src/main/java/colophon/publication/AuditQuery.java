package colophon.publication;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for among the versions that readers were shown. An empty text asks for
 * nothing; all that is asked for must hold.
 *
 * @param words of the text: all of them, in any order; those in quotation marks in a row
 * @param source a part of an outlet's name or of an address
 * @param model a part of its provider, name or reported name
 * @param prompt a part of its id, version or digest
 * @param person a part of the name of who approved, answers for or wrote in it, or worked on its
 *     draft at the desk
 * @param label the whole of it, whatever its capitals
 * @param from the first day of publication, in UTC; null for any
 * @param to the last day of publication, in UTC; null for any
 */
public record AuditQuery(
    String words,
    String source,
    String model,
    String prompt,
    String person,
    String label,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Outcome outcome) {

  /** What became of a version. */
  public enum Outcome {
    ANY,
    /** It is out. */
    PUBLISHED,
    /** It is a correction, or was corrected. */
    CORRECTED,
    /** It was taken back. */
    WITHDRAWN;

    /** In small letters. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that word; any where there is none. */
    public static Outcome named(String word) {
      for (Outcome outcome : values()) {
        if (outcome.word().equals(word)) {
          return outcome;
        }
      }
      return ANY;
    }
  }

  /** Whether the words are of a script that sets no spaces between them. */
  boolean withoutSpaces() {
    return words
        .codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .anyMatch(script ->
            switch (script) {
              case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
              default -> false;
            });
  }
}

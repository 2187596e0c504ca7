package colophon.edition;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one jurisdiction, or a newsroom's own rule, asks of the label. It is data that a newsroom
 * can reword but not empty; docs/labels.md describes the files.
 *
 * @param id such as {@code eu}; the name of its file
 * @param title for people
 * @param role whom the rule binds, such as {@code deployer}
 * @param status whether it is in force, guidance or a bill, in a sentence
 * @param source where the rule can be read
 * @param checked when somebody last compared this profile with the rule
 * @param wordings by language (a BCP 47 primary subtag), always with {@code en}
 */
public record LabelProfile(
    String id,
    String title,
    String role,
    String status,
    URI source,
    LocalDate checked,
    Position position,
    Map<String, Wording> wordings) {

  /** The language whose words stand in where a brief's own language has none. */
  public static final String FALLBACK = "en";

  /** Where the label stands. There is no profile under which it may stand lower. */
  public enum Position {
    /** The short text is the first thing in the text, the long one stands at its foot. */
    TOP
  }

  public LabelProfile {
    wordings = Collections.unmodifiableMap(new TreeMap<>(wordings));
    if (!wordings.containsKey(FALLBACK)) {
      throw new IllegalArgumentException(
          "the label profile \""
              + id
              + "\" needs its words in English (en), the language used"
              + " where a brief's own is missing");
    }
  }

  /** The language in which a brief of that language is labelled. */
  String localeFor(String language) {
    return wordings.containsKey(language) ? language : FALLBACK;
  }

  Wording wording(String locale) {
    Wording wording = wordings.get(locale);
    if (wording == null) {
      throw new IllegalStateException("no words in " + locale + "; ask localeFor first");
    }
    return wording;
  }
}

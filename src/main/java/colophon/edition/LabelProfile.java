package colophon.edition;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one jurisdiction, or a newsroom's own rule, asks of the label. It is data that a newsroom
 * can reword but not empty; docs/labels.md describes the files.
 *
 * @param id such as {@code eu}; the name of its file
 * @param title for people
 * @param role in which the newsroom would be bound
 * @param binds whom the rule binds, in a sentence
 * @param status whether it is law already
 * @param statusNote since when, for whom not yet, what would lift it, in a sentence
 * @param source where the rule can be read
 * @param checked when somebody last compared this profile with the rule
 * @param metadata what a machine finds in the files, as the rule asks
 * @param wordings by language (a BCP 47 primary subtag), always with {@code en}
 */
public record LabelProfile(
    String id,
    String title,
    Role role,
    String binds,
    LegalStatus status,
    String statusNote,
    URI source,
    LocalDate checked,
    Position position,
    List<MetadataKey> metadata,
    Map<String, Wording> wordings) {

  /** The language whose words stand in where a brief's own language has none. */
  public static final String FALLBACK = "en";

  /** What a newsroom is in the eyes of a rule. */
  public enum Role {
    /** It offers a system, or a service made with one, to others. */
    PROVIDER,
    /** It uses a system, under its own authority, to make what it publishes. */
    DEPLOYER,
    /** It makes use of what a system made, and no law speaks of it. */
    USER
  }

  /** Whether a rule is law. */
  public enum LegalStatus {
    IN_FORCE,
    GUIDANCE,
    BILL,
    /** No law and nobody's guidance: what the newsroom itself holds to. */
    HOUSE_RULE
  }

  /** What says to a machine that software made a text. Every edition carries all of them. */
  public enum MetadataKey {
    /** The draft meta element and attribute {@code ai-disclosure} of the page. */
    AI_DISCLOSURE,
    /** The IPTC term in the page's linked data and in ninjs. */
    DIGITAL_SOURCE_TYPE,
    /** The signed record, which the page links. */
    SIGNED_RECORD
  }

  /** Where the label stands. There is no profile under which it may stand lower. */
  public enum Position {
    /** The short text is the first thing in the text, the long one stands at its foot. */
    TOP
  }

  public LabelProfile {
    metadata = List.copyOf(metadata);
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

package colophon.review;

import colophon.kernel.Digest;
import java.util.List;

/**
 * A reason for a person to look.
 *
 * @param reason a sentence for an editor
 * @param sentences the ids of the sentences concerned; empty where it is about the whole brief
 */
public record Flag(Kind kind, String reason, List<String> sentences) {

  @SuppressWarnings("NullAway") // flags kept before sentences were named have none
  public Flag {
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
  }

  /** A mark on the whole brief. */
  public Flag(Kind kind, String reason) {
    this(kind, reason, List.of());
  }

  /**
   * What tells this mark from the others of its brief: its kind and a digest of its reason and of
   * the sentences concerned.
   */
  public String key() {
    String about = sentences.isEmpty() ? reason : reason + "\n" + String.join(" ", sentences);
    return kind.name() + "-" + Digest.ofText(about).brief(16);
  }

  /** What raised it. */
  public enum Kind {
    /** A sentence failed a source check. */
    SOURCE_CHECK,
    /** The sources differ on a figure. */
    SOURCES_DIFFER,
    /** Only one independent source. */
    SINGLE_SOURCE,
    /** A cited passage reads like an instruction to a machine. */
    SUSPICIOUS_PASSAGE,
    /** Allegations, minors, suicide, courts, health, elections. */
    NEEDS_LEGAL_READ,
    /** Source and brief are in different languages. */
    TRANSLATION,
    /** The pipeline asks for review of every brief. */
    POLICY
  }
}

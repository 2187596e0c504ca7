package colophon.review;

/**
 * A reason for a person to look.
 *
 * @param reason a sentence for an editor
 */
public record Flag(Kind kind, String reason) {

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

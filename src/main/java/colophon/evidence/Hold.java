package colophon.evidence;

import java.time.Instant;

/**
 * A legal hold: what it names is not erased, neither by order nor by rule, until it ends.
 *
 * @param number counted from 1
 * @param name the brief's id, or the source's address
 */
public record Hold(long number, Kind kind, String name, String by, String reason, Instant since) {

  /** What is held. */
  public enum Kind {
    BRIEF,
    SOURCE
  }

  /** In a sentence. */
  public String sentence() {
    return "hold "
        + number
        + " on the "
        + (kind == Kind.BRIEF ? "brief " : "source ")
        + name
        + ", by "
        + by
        + " ("
        + reason
        + ")";
  }
}

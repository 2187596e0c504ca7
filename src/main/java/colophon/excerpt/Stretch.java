package colophon.excerpt;

/**
 * A run of words of a difference.
 *
 * @param text as it was published; of added words, as it was pasted
 */
public record Stretch(Kind kind, String text) {

  /** What became of the words. */
  public enum Kind {
    /** They stand in both. */
    KEPT,
    /** They were published and do not stand in what was pasted. */
    LEFT_OUT,
    /** They stand in what was pasted and were not published. */
    ADDED
  }
}

package colophon.grounding;

/**
 * How close a sentence must be to its passages, in thousandths of cosine similarity.
 *
 * @param weakBelowMilli below this a sentence is weak
 * @param unsupportedBelowMilli below this it is unsupported
 */
public record Thresholds(int weakBelowMilli, int unsupportedBelowMilli) {
  public static final Thresholds DEFAULT = new Thresholds(450, 250);
}

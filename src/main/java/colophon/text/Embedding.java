package colophon.text;

import colophon.kernel.Digest;

/**
 * A text's place in the space of meanings. It is a stored fact: another processor computes slightly
 * other numbers, so what was decided with an embedding is replayed from the stored one.
 *
 * @param model the name and version of the model
 * @param text the digest of the text
 * @param vector the unit vector, one signed byte a dimension (127 stands for 1)
 */
public record Embedding(String model, Digest text, byte[] vector) {

  /** The cosine of the angle to another embedding of the same model, from -1 to 1. */
  public double similarity(Embedding other) {
    if (!model.equals(other.model) || vector.length != other.vector.length) {
      throw new IllegalArgumentException(
          "embeddings of two models cannot be compared: " + model + ", " + other.model);
    }
    long dot = 0;
    long mine = 0;
    long theirs = 0;
    for (int i = 0; i < vector.length; i++) {
      dot += vector[i] * other.vector[i];
      mine += vector[i] * vector[i];
      theirs += other.vector[i] * other.vector[i];
    }
    return mine == 0 || theirs == 0 ? 0 : dot / Math.sqrt((double) mine * theirs);
  }
}

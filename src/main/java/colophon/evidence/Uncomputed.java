package colophon.evidence;

import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.List;

/**
 * Stands where a model would compute embeddings that are not stored, and computes none: what was
 * decided with an embedding is shown from the stored one or not at all.
 *
 * @param model whose embeddings are read
 */
record Uncomputed(String model) implements Embedder {

  private static final int SHOWN = 60;

  /** An embedding was asked for that nobody stored. */
  static final class NotStoredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStoredException(String text) {
      super(
          "no embedding is stored of \""
              + text.substring(0, Math.min(SHOWN, text.length()))
              + "\"");
    }
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    throw new NotStoredException(texts.getFirst());
  }
}

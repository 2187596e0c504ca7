package colophon.text;

import java.util.List;

/** The port for embeddings; {@code llm} holds the model behind it. */
public interface Embedder {

  /** The name and version of the model, as stored with each embedding. */
  String model();

  /**
   * One embedding for each text, in order. Texts are in normal form; long ones are cut by the
   * model.
   */
  List<Embedding> embed(List<String> texts);
}

package colophon.grounding;

import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks another embedder once for each text. */
final class RememberingEmbedder implements Embedder {

  private final Embedder embedder;
  private final Map<String, Embedding> known = new HashMap<>();

  RememberingEmbedder(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public String model() {
    return embedder.model();
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    List<String> unknown =
        texts.stream().filter(text -> !known.containsKey(text)).distinct().toList();
    List<Embedding> embeddings = unknown.isEmpty() ? List.of() : embedder.embed(unknown);
    for (int i = 0; i < unknown.size(); i++) {
      known.put(unknown.get(i), embeddings.get(i));
    }
    return texts.stream().map(text -> java.util.Objects.requireNonNull(known.get(text))).toList();
  }
}

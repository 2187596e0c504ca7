package colophon.evidence;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the embeddings that a bundle holds and computes none. */
final class StoredEmbeddings implements Embedder {

  private final String model;
  private final Map<Digest, Embedding> stored = new HashMap<>();

  private StoredEmbeddings(String model) {
    this.model = model;
  }

  /** Reads {@code check/embeddings.json}. */
  static StoredEmbeddings read(Json.Obj document) {
    if (!(document.get("model") instanceof Json.Str model)
        || !(document.get("embeddings") instanceof Json.Arr list)) {
      throw new IllegalStateException("the stored embeddings cannot be read");
    }
    var embeddings = new StoredEmbeddings(model.value());
    for (Json item : list.items()) {
      if (item instanceof Json.Obj each
          && each.get("text") instanceof Json.Str text
          && each.get("vector") instanceof Json.Str vector) {
        Digest digest = Digest.parse(text.value());
        embeddings.stored.put(
            digest,
            new Embedding(model.value(), digest, Base64.getDecoder().decode(vector.value())));
      }
    }
    return embeddings;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    return texts.stream().map(this::of).toList();
  }

  private Embedding of(String text) {
    Embedding embedding = stored.get(Digest.ofText(text));
    if (embedding == null) {
      throw new Uncomputed.NotStoredException(text);
    }
    return embedding;
  }
}

package colophon.text;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives stored embeddings and lets another embedder compute only what is missing, which is stored
 * before it is used. What a caller gets is always the stored fact, also where two nodes computed
 * the same text at once.
 */
public final class StoredEmbedder implements Embedder {

  /** How many texts are computed before they are stored; what a crash can cost. */
  static final int MOST_AT_RISK = 256;

  private final Embedder computing;
  private final EmbeddingStore store;

  public StoredEmbedder(Embedder computing, EmbeddingStore store) {
    this.computing = computing;
    this.store = store;
  }

  @Override
  public String model() {
    return computing.model();
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    SortedMap<Digest, String> wanted = new TreeMap<>();
    List<Digest> order = new ArrayList<>();
    for (String text : texts) {
      Digest digest = Digest.ofText(text);
      order.add(digest);
      wanted.put(digest, text);
    }
    SortedMap<Digest, Embedding> known = store.find(model(), wanted.keySet());
    wanted.keySet().removeAll(known.keySet());
    List<String> missing = List.copyOf(wanted.values());
    for (int from = 0; from < missing.size(); from += MOST_AT_RISK) {
      compute(missing.subList(from, Math.min(missing.size(), from + MOST_AT_RISK)), known);
    }
    return order.stream().map(known::get).toList();
  }

  private void compute(List<String> texts, SortedMap<Digest, Embedding> known) {
    List<Embedding> computed = computing.embed(texts);
    if (computed.size() != texts.size()) {
      throw new IllegalStateException(
          "the embedder "
              + model()
              + " gave "
              + computed.size()
              + " embeddings for "
              + texts.size()
              + " texts");
    }
    if (store.add(computed) == computed.size()) {
      computed.forEach(embedding -> known.put(embedding.text(), embedding));
    } else {
      known.putAll(store.find(model(), computed.stream().map(Embedding::text).toList()));
    }
  }
}

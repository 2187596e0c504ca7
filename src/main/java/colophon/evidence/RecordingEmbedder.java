package colophon.evidence;

import colophon.kernel.Digest;
import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives what another embedder gives and remembers it: what a source check rested on. */
final class RecordingEmbedder implements Embedder {

  private final Embedder stored;
  private final SortedMap<Digest, Embedding> used = new TreeMap<>();

  RecordingEmbedder(Embedder stored) {
    this.stored = stored;
  }

  @Override
  public String model() {
    return stored.model();
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    List<Embedding> embeddings = stored.embed(texts);
    embeddings.forEach(embedding -> used.put(embedding.text(), embedding));
    return embeddings;
  }

  /** Every embedding that was asked for, by the digest of its text. */
  SortedMap<Digest, Embedding> used() {
    return Collections.unmodifiableSortedMap(used);
  }
}

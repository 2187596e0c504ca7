package colophon.text;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps embeddings as facts: the first one stored of a model and a text stays. */
public final class EmbeddingStore {

  /** How many texts one statement names. */
  static final int MOST_ROWS = 1_000;

  private final JdbcClient jdbc;

  public EmbeddingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The stored embeddings of these texts by this model, by the text's digest. */
  public SortedMap<Digest, Embedding> find(String model, Collection<Digest> texts) {
    SortedMap<Digest, Embedding> found = new TreeMap<>();
    List<Digest> wanted = List.copyOf(texts);
    for (int from = 0; from < wanted.size(); from += MOST_ROWS) {
      List<Digest> some = wanted.subList(from, Math.min(wanted.size(), from + MOST_ROWS));
      jdbc.sql(
              """
              select text_digest, vector from embedding
              where model = :model and text_digest = any(:digests)
              """)
          .param("model", model)
          .param("digests", some.stream().map(Digest::raw).toArray(byte[][]::new))
          .query(
              (row, number) -> new Embedding(model, Digest.ofRaw(row.getBytes(1)), row.getBytes(2)))
          .list()
          .forEach(embedding -> found.put(embedding.text(), embedding));
    }
    return found;
  }

  /** Stores what is not stored yet and says how many that were. */
  public int add(Collection<Embedding> embeddings) {
    int stored = 0;
    List<Embedding> given = new ArrayList<>(embeddings);
    for (int from = 0; from < given.size(); from += MOST_ROWS) {
      List<Embedding> some = given.subList(from, Math.min(given.size(), from + MOST_ROWS));
      stored +=
          jdbc.sql(
                  """
                  insert into embedding (model, text_digest, vector)
                  select * from unnest(:models, :digests, :vectors)
                  on conflict do nothing
                  """)
              .param("models", some.stream().map(Embedding::model).toArray(String[]::new))
              .param("digests", some.stream().map(one -> one.text().raw()).toArray(byte[][]::new))
              .param("vectors", some.stream().map(Embedding::vector).toArray(byte[][]::new))
              .update();
    }
    return stored;
  }
}

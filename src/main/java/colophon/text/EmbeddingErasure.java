package colophon.text;

import colophon.kernel.Digest;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes stored embeddings away: from one, much of its text can be guessed. */
public final class EmbeddingErasure {

  private final JdbcClient jdbc;

  public EmbeddingErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes away those of these texts by every model, inside the caller's transaction. */
  public void erase(Collection<String> texts) {
    List<byte[]> digests =
        texts.stream().distinct().map(text -> Digest.ofText(text).raw()).toList();
    for (int from = 0; from < digests.size(); from += EmbeddingStore.MOST_ROWS) {
      List<byte[]> some =
          digests.subList(from, Math.min(digests.size(), from + EmbeddingStore.MOST_ROWS));
      jdbc.sql("delete from embedding where text_digest = any(:digests)")
          .param("digests", some.toArray(byte[][]::new))
          .update();
    }
  }
}

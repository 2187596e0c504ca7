package colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredEmbedderTest {

  @Test
  void whatIsStoredIsNeverComputedAgainAndKeepsItsFirstValue() {
    try (TestDatabase database = TestDatabase.fresh()) {
      EmbeddingStore store = new EmbeddingStore(database.jdbc());
      Counting first = new Counting(1);
      List<String> texts = IntStream.range(0, 2_500).mapToObj(i -> "text " + i % 2_400).toList();
      List<Embedding> computed = new StoredEmbedder(first, store).embed(texts);
      assertThat(first.asked).hasSize(2_400);
      assertThat(computed).extracting(Embedding::text).containsExactlyElementsOf(digests(texts));

      Counting second = new Counting(2);
      List<Embedding> again = new StoredEmbedder(second, store).embed(List.of("text 7", "fresh"));
      assertThat(second.asked).containsExactly("fresh");
      assertThat(again.getFirst().vector()).containsExactly(1, 7);
      assertThat(again.getLast().vector()).containsExactly(2, 5);
    }
  }

  @Test
  void whereTwoNodesComputeOneTextBothUseTheValueStoredFirst() {
    try (TestDatabase database = TestDatabase.fresh()) {
      EmbeddingStore store = new EmbeddingStore(database.jdbc());
      Embedder meanwhile =
          new Counting(2) {
            @Override
            public List<Embedding> embed(List<String> texts) {
              store.add(new Counting(1).embed(texts));
              return super.embed(texts);
            }
          };
      assertThat(new StoredEmbedder(meanwhile, store).embed(List.of("one")).getFirst().vector())
          .containsExactly(1, 3);
    }
  }

  private static List<Digest> digests(List<String> texts) {
    return texts.stream().map(Digest::ofText).toList();
  }

  /** Gives a mark and the last digit or the length of the text. */
  private static class Counting implements Embedder {

    private final byte mark;
    final List<String> asked = new ArrayList<>();

    Counting(int mark) {
      this.mark = (byte) mark;
    }

    @Override
    public String model() {
      return "counting/1";
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
      asked.addAll(texts);
      return texts.stream()
          .map(text -> new Embedding(model(), Digest.ofText(text), new byte[] {mark, second(text)}))
          .toList();
    }

    private static byte second(String text) {
      char last = text.charAt(text.length() - 1);
      return (byte) (Character.isDigit(last) ? last - '0' : text.length());
    }
  }
}

package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.text.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniLmEmbedderTest {

  private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder();

  @Test
  void near_in_meaning_is_near_in_space() {
    List<Embedding> three =
        EMBEDDER.embed(
            List.of(
                "The central bank cut its main interest rate.",
                "Borrowing became cheaper as the rate was lowered.",
                "Divers mapped a coral reef in deep water."));
    assertThat(three.get(0).similarity(three.get(1)))
        .isGreaterThan(three.get(0).similarity(three.get(2)) + 0.2);
    assertThat(three.get(0).vector()).hasSize(384);
  }

  @Test
  void the_end_of_a_long_text_counts() {
    String filler = "The committee met again to look at the plan for the harbour. ".repeat(12);
    List<Embedding> two =
        EMBEDDER.embed(List.of(filler + "Ships wait.", filler + "Coral reefs bloom. ".repeat(30)));
    assertThat(two.get(0).similarity(two.get(1))).isLessThan(0.9);
  }

  @Test
  void the_same_text_gives_the_same_bytes_in_any_company() {
    Embedding alone = EMBEDDER.embed(List.of("Nara is old.")).getFirst();
    Embedding beside =
        EMBEDDER.embed(List.of("Something longer stands here too.", "Nara is old.")).get(1);
    assertThat(alone.vector()).isEqualTo(beside.vector());
    assertThat(alone.model()).isEqualTo(EMBEDDER.model());
  }

  @Test
  void nothing_has_no_place() {
    List<Embedding> two = EMBEDDER.embed(List.of("", "x".repeat(5000)));
    assertThat(two.get(0).similarity(two.get(1))).isZero();
  }

  @Test
  void pieces_fit_the_model() {
    List<TextPiece> pieces = TextPiece.cut("word ".repeat(500) + "奈".repeat(400));
    assertThat(pieces).allMatch(piece -> piece.weight() <= TextPiece.MOST_WEIGHT);
    assertThat(TextPiece.cut("a ".repeat(100_000))).hasSize(TextPiece.MOST_PIECES);
  }
}

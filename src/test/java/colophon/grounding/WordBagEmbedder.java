package colophon.grounding;

import colophon.kernel.Digest;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Words;
import java.util.List;

/** An embedder for tests: a text's direction is the words it holds. */
public final class WordBagEmbedder implements Embedder {

  private static final int DIMENSIONS = 512;

  @Override
  public String model() {
    return "word-bag/1";
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    return texts.stream().map(this::embed).toList();
  }

  private Embedding embed(String text) {
    byte[] vector = new byte[DIMENSIONS];
    for (String word : Words.content(text)) {
      int place =
          Math.floorMod(
              Digest.ofText(word).raw()[0] * 7919 + Digest.ofText(word).raw()[1], DIMENSIONS);
      vector[place] = (byte) Math.min(127, vector[place] + 8);
    }
    return new Embedding(model(), Digest.ofText(text), vector);
  }
}

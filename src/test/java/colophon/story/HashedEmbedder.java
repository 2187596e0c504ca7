package colophon.story;

import colophon.kernel.Digest;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Words;
import java.util.List;

/**
 * Stands in for the sentence model where only speed and repeatability matter: texts that share
 * words come out alike.
 */
final class HashedEmbedder implements Embedder {

  private static final int DIMENSIONS = 384;
  private static final int FULL = 127;

  int computed;

  @Override
  public String model() {
    return "hashed/1";
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    computed += texts.size();
    return texts.stream()
        .map(text -> new Embedding(model(), Digest.ofText(text), vector(text)))
        .toList();
  }

  private static byte[] vector(String text) {
    double[] sums = new double[DIMENSIONS];
    for (String word : Words.content(text)) {
      int hash = word.hashCode() * 0x9E3779B1;
      for (int i = 0; i < 4; i++) {
        hash = Integer.rotateLeft(hash * 0x85EBCA6B, 13);
        sums[Math.floorMod(hash, DIMENSIONS)] += hash < 0 ? -1 : 1;
      }
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    byte[] bytes = new byte[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS && squares > 0; i++) {
      bytes[i] = (byte) StrictMath.round(FULL * sums[i] / StrictMath.sqrt(squares));
    }
    return bytes;
  }
}

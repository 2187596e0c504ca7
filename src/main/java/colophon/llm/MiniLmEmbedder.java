package colophon.llm;

import colophon.kernel.Digest;
import colophon.text.Embedder;
import colophon.text.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentence model all-MiniLM-L6-v2, quantised, in this process. It knows English; other
 * languages come out as little more than their figures and names.
 *
 * <p>The model reads 128 word pieces and drops the rest without a word, so that long texts are cut
 * into pieces that fit and their vectors averaged by length.
 */
public final class MiniLmEmbedder implements Embedder {

  /** The name and version under which embeddings are stored. */
  public static final String MODEL = "all-minilm-l6-v2-q/1.20.0-beta30";

  /** How many pieces of text one call of the model takes. */
  static final int MOST_PIECES = 64;

  private static final int FULL = 127;

  private final AllMiniLmL6V2QuantizedEmbeddingModel model =
      new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public List<Embedding> embed(List<String> texts) {
    List<TextSegment> pieces = new ArrayList<>();
    List<List<TextPiece>> cuts = new ArrayList<>();
    for (String text : texts) {
      List<TextPiece> cut = TextPiece.cut(text);
      cuts.add(cut);
      cut.forEach(piece -> pieces.add(TextSegment.from(piece.text())));
    }
    List<float[]> vectors = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from += MOST_PIECES) {
      List<TextSegment> batch = pieces.subList(from, Math.min(pieces.size(), from + MOST_PIECES));
      model.embedAll(batch).content().forEach(vector -> vectors.add(vector.vector()));
    }
    List<Embedding> embeddings = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < texts.size(); i++) {
      int count = cuts.get(i).size();
      byte[] vector = average(cuts.get(i), vectors.subList(next, next + count));
      embeddings.add(new Embedding(MODEL, Digest.ofText(texts.get(i)), vector));
      next += count;
    }
    return embeddings;
  }

  private byte[] average(List<TextPiece> pieces, List<float[]> vectors) {
    double[] sum = new double[model.dimension()];
    for (int piece = 0; piece < pieces.size(); piece++) {
      float[] vector = vectors.get(piece);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += pieces.get(piece).weight() * (double) vector[i];
      }
    }
    double squares = 0;
    for (double component : sum) {
      squares += component * component;
    }
    byte[] bytes = new byte[sum.length];
    for (int i = 0; i < sum.length && squares > 0; i++) {
      bytes[i] = (byte) Math.round(FULL * sum[i] / Math.sqrt(squares));
    }
    return bytes;
  }
}

package colophon.pipeline;

import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.List;

/** Passes texts on to the model and counts what it costs. */
final class TimedEmbedder implements Embedder {

  private final Embedder model;
  private long nanos;
  private int texts;

  TimedEmbedder(Embedder model) {
    this.model = model;
  }

  @Override
  public String model() {
    return model.model();
  }

  @Override
  public List<Embedding> embed(List<String> wanted) {
    long from = System.nanoTime();
    try {
      return model.embed(wanted);
    } finally {
      nanos += System.nanoTime() - from;
      texts += wanted.size();
    }
  }

  double seconds() {
    return nanos / 1e9;
  }

  int texts() {
    return texts;
  }
}

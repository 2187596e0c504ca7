package colophon.pipeline;

/** One thing a node does again and again while it serves. It must be safe to do on every node. */
@FunctionalInterface
public interface Beat {

  /** Does what is due now. */
  void beat();
}

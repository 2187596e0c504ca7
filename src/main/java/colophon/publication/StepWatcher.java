package colophon.publication;

/** Told when a step is done, so that a test can kill the process right there. */
@FunctionalInterface
public interface StepWatcher {

  StepWatcher NONE = (step, briefId, version) -> {};

  /** A step of a publication is done. */
  void done(Step step, String briefId, int version);

  /** A step of a withdrawal is done. */
  default void done(WithdrawalStep step, String briefId) {}
}

package colophon.publication;

/** Told when a step of a publication is done, so that a test can kill the process right there. */
@FunctionalInterface
public interface StepWatcher {

  StepWatcher NONE = (step, briefId, version) -> {};

  void done(Step step, String briefId, int version);
}

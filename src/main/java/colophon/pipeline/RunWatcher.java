package colophon.pipeline;

/** Told how a run goes on, for a progress display. Must not fail and must not be slow. */
public interface RunWatcher {

  /** A watcher that shows nothing. */
  RunWatcher NONE = new RunWatcher() {};

  /** A stage begins; {@code total} is 0 where it is not known how much there is to do. */
  default void began(Stage stage, int total) {}

  /** So many of the stage's items are done. */
  default void progressed(Stage stage, int done, int total) {}

  /** A stage is over; the summary is a short phrase with counts. */
  default void finished(Stage stage, String summary) {}

  /** Something a person should know that does not stop the run; one sentence. */
  default void noticed(String sentence) {}
}

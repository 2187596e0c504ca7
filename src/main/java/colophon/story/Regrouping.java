package colophon.story;

import java.util.List;

/** How a run's decision on stories came out when it was made again. */
public sealed interface Regrouping {

  /** What it takes is not kept; the reason is a sentence. */
  record NotKept(String why) implements Regrouping {}

  /**
   * It was made again.
   *
   * @param articles how many articles the run's window held
   * @param stored what was decided then
   * @param again what this build decides
   */
  record Made(int articles, Outcome stored, Outcome again) implements Regrouping {}

  /** A decision: what to write of which stories, and what happened to their identity. */
  record Outcome(List<Assignment> assignments, List<StoryEvent> events) {
    public Outcome {
      assignments = List.copyOf(assignments);
      events = List.copyOf(events);
    }
  }
}

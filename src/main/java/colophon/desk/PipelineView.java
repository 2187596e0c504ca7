package colophon.desk;

import java.util.List;

/**
 * A pipeline as an operator sees it; every text is ready for people.
 *
 * @param switched who paused or resumed it last; empty where its file alone rules
 * @param drift how its file, the applied version and what this process works by stand to each other
 * @param drifts whether they differ
 * @param definition the applied file's text
 * @param change when the clocks of its zone change next; a sentence
 * @param mayAct whether the person may run and pause
 */
public record PipelineView(
    String name,
    String title,
    boolean paused,
    String switched,
    String schedule,
    String run,
    String last,
    String style,
    String drift,
    boolean drifts,
    String definition,
    List<Version> versions,
    List<Fire> next,
    String change,
    List<Fire> around,
    List<Act> acts,
    boolean mayAct,
    String problem) {
  public PipelineView {
    versions = List.copyOf(versions);
    next = List.copyOf(next);
    around = List.copyOf(around);
    acts = List.copyOf(acts);
  }

  /**
   * A version of its definition.
   *
   * @param before the digest of the version before it; empty where it is the first that is shown
   */
  public record Version(
      String digest, String brief, String when, String by, boolean works, String before) {}

  /** A time at which it runs. */
  public record Fire(String local, String utc, String until) {}

  /** What somebody did to it at the desk. */
  public record Act(String when, String by, String act, String details) {}
}

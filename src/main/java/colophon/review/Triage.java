package colophon.review;

import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import java.time.Instant;
import java.util.List;

/** Decides whether a draft goes out by itself or waits for an editor. */
public final class Triage {

  private Triage() {}

  /**
   * A draft with any flag waits, whatever the policy; one without goes out where the policy lets
   * it.
   */
  public static Copy decide(
      Draft draft,
      GroundingReport report,
      List<Flag> flags,
      ReviewPolicy policy,
      String pipeline,
      Instant now) {
    return decide(draft, report, flags, policy, 1, pipeline, now);
  }

  /**
   * The same where a draft that waits asks for more than one person.
   *
   * @param people who must approve a draft that waits
   */
  public static Copy decide(
      Draft draft,
      GroundingReport report,
      List<Flag> flags,
      ReviewPolicy policy,
      int people,
      String pipeline,
      Instant now) {
    boolean free =
        flags.isEmpty()
            && report.clean()
            && switch (policy) {
              case ALWAYS -> false;
              case WHEN_FLAGGED, NEVER -> true;
            };
    return free
        ? new Copy.Released(
            new Approved(draft, report, List.of(), new Reviewer.Policy(pipeline), now))
        : new Copy.Waiting(draft, report, flags, now, people, null);
  }
}

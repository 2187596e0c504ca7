package colophon.review;

import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import java.time.Instant;
import java.util.List;

/** A draft on its way through the desk: where it is and what that place means. */
public sealed interface Copy {

  Draft draft();

  GroundingReport report();

  /**
   * It waits for an editor.
   *
   * @param flags why, at least one
   */
  record Waiting(Draft draft, GroundingReport report, List<Flag> flags, Instant since)
      implements Copy {
    public Waiting {
      flags = List.copyOf(flags);
    }
  }

  /** It may go out. */
  record Released(Approved approved) implements Copy {
    @Override
    public Draft draft() {
      return approved.draft();
    }

    @Override
    public GroundingReport report() {
      return approved.grounding();
    }
  }

  /** An editor wants another one. */
  record SentBack(Draft draft, GroundingReport report, String by, String reason, Instant at)
      implements Copy {}

  /** An editor does not want it. */
  record Spiked(Draft draft, GroundingReport report, String by, String reason, Instant at)
      implements Copy {}
}

package colophon.review;

import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft on its way through the desk: where it is and what that place means. */
public sealed interface Copy {

  Draft draft();

  GroundingReport report();

  /**
   * It waits for an editor.
   *
   * @param flags why, at least one
   * @param people how many must approve it, one or two
   * @param first the first of two, who has approved it; null where nobody has
   */
  record Waiting(
      Draft draft,
      GroundingReport report,
      List<Flag> flags,
      Instant since,
      int people,
      @Nullable FirstApproval first)
      implements Copy {
    public Waiting {
      flags = List.copyOf(flags);
      if (people < 1 || people > MOST_PEOPLE) {
        throw new IllegalArgumentException("one or two people approve a draft, found " + people);
      }
    }

    /** The most people that a draft can ask for. */
    public static final int MOST_PEOPLE = 2;

    /** A draft that one person approves. */
    public Waiting(Draft draft, GroundingReport report, List<Flag> flags, Instant since) {
      this(draft, report, flags, since, 1, null);
    }

    /** The same draft, asking for at least so many people; it never asks for fewer. */
    public Waiting atLeast(int wanted) {
      return new Waiting(draft, report, flags, since, Math.max(people, wanted), first);
    }

    /** The same draft, which nobody has approved: what went with it has changed. */
    public Waiting again() {
      return new Waiting(draft, report, flags, since, people, null);
    }

    /** The same draft after the first of two people approved it. */
    Waiting approvedBy(FirstApproval person) {
      return new Waiting(draft, report, flags, since, people, person);
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

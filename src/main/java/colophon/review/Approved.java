package colophon.review;

import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import java.time.Instant;
import java.util.List;

/**
 * Copy that may go out. Only this room makes one: by a person's decision, or where the pipeline's
 * policy allows it and no flag stands against it. Its existence is the permission.
 */
public final class Approved {

  private final Draft draft;
  private final GroundingReport grounding;
  private final List<Flag> flags;
  private final Reviewer reviewer;
  private final Instant decidedAt;

  Approved(
      Draft draft,
      GroundingReport grounding,
      List<Flag> flags,
      Reviewer reviewer,
      Instant decidedAt) {
    this.draft = draft;
    this.grounding = grounding;
    this.flags = List.copyOf(flags);
    this.reviewer = reviewer;
    this.decidedAt = decidedAt;
  }

  public Draft draft() {
    return draft;
  }

  public GroundingReport grounding() {
    return grounding;
  }

  /** What had been flagged and was settled by the reviewer; empty where nobody looked. */
  public List<Flag> flags() {
    return flags;
  }

  public Reviewer reviewer() {
    return reviewer;
  }

  public Instant decidedAt() {
    return decidedAt;
  }
}

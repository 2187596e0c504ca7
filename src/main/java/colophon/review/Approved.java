package colophon.review;

import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  private final String note;
  private final @Nullable Receipt receipt;

  /** Copy that nobody read; its receipt is empty. */
  Approved(
      Draft draft,
      GroundingReport grounding,
      List<Flag> flags,
      Reviewer reviewer,
      Instant decidedAt) {
    this(draft, grounding, flags, reviewer, decidedAt, "", null);
  }

  Approved(
      Draft draft,
      GroundingReport grounding,
      List<Flag> flags,
      Reviewer reviewer,
      Instant decidedAt,
      String note,
      @Nullable Receipt receipt) {
    this.draft = draft;
    this.grounding = grounding;
    this.flags = List.copyOf(flags);
    this.reviewer = reviewer;
    this.decidedAt = decidedAt;
    this.note = note;
    this.receipt = receipt;
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

  /** The reviewer's words for the record; may be empty. */
  public String note() {
    return note;
  }

  /** What the reviewer did before deciding; empty where nobody looked. */
  public Optional<Receipt> receipt() {
    return Optional.ofNullable(receipt);
  }
}

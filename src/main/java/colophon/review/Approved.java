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
  private final @Nullable FirstApproval first;
  private final String login;

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
    this(draft, grounding, flags, reviewer, decidedAt, note, receipt, null, "");
  }

  /** Copy that two people read, or one. */
  Approved(
      Draft draft,
      GroundingReport grounding,
      List<Flag> flags,
      Reviewer reviewer,
      Instant decidedAt,
      String note,
      @Nullable Receipt receipt,
      @Nullable FirstApproval first,
      String login) {
    this.draft = draft;
    this.grounding = grounding;
    this.flags = List.copyOf(flags);
    this.reviewer = reviewer;
    this.decidedAt = decidedAt;
    this.note = note;
    this.receipt = receipt;
    this.first = first;
    this.login = login;
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

  /**
   * The first of two people who approved it; the reviewer is the second. Empty where one decided.
   */
  public Optional<FirstApproval> first() {
    return Optional.ofNullable(first);
  }

  /** What the reviewer signs in with; empty where nobody did. */
  String login() {
    return login;
  }

  /** Why it went out although marks stood, in the first person's words; empty where none did. */
  public Optional<String> override() {
    return first().map(FirstApproval::override).filter(reason -> !reason.isEmpty());
  }
}

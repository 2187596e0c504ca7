package colophon.review;

import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import java.time.Instant;
import java.util.List;

/** Makes approved copy for the tests of later rooms; the shipped code has no such door. */
public final class ApprovedCopies {

  private ApprovedCopies() {}

  public static Approved of(
      Draft draft, GroundingReport grounding, Reviewer reviewer, Instant decidedAt) {
    return new Approved(draft, grounding, List.of(), reviewer, decidedAt);
  }

  /** Copy that a person read, as its receipt tells. */
  public static Approved read(
      Draft draft, GroundingReport grounding, String role, Receipt receipt) {
    return new Approved(
        draft,
        grounding,
        List.of(),
        new Reviewer.Person(receipt.person(), role),
        receipt.decidedAt(),
        "",
        receipt);
  }

  /** Copy that two people read, the reviewer after the first. */
  public static Approved readByTwo(
      Draft draft, GroundingReport grounding, String role, Receipt receipt, FirstApproval first) {
    return new Approved(
        draft,
        grounding,
        List.of(),
        new Reviewer.Person(receipt.person(), role),
        receipt.decidedAt(),
        "",
        receipt,
        first,
        "");
  }
}

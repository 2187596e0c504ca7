package colophon.copydesk;

import colophon.review.Approved;

/** How a decision at the desk ended. */
public sealed interface CopyDecision {

  /** It may go out; what became of that is said beside it. */
  record Approve(Approved approved) implements CopyDecision {}

  /**
   * It is the first of two approvals: noted, and the draft still waits.
   *
   * @param next what is still wanted, a sentence for the person
   */
  record Noted(String next) implements CopyDecision {}

  /** It stands: sent back or spiked. */
  record Done() implements CopyDecision {}

  /** It cannot be made; the reason is a sentence for the person. */
  record Refused(String reason) implements CopyDecision {}
}

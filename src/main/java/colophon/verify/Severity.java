package colophon.verify;

/** What a finding means for the outcome. */
public enum Severity {
  /** A check that was made and found nothing wrong. */
  PASSED,
  /** Something this verification does not show; nothing is wrong. */
  NOTED,
  /** Something is wrong: the outcome is {@link Outcome#INVALID}. */
  FAILED
}

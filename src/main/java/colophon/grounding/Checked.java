package colophon.grounding;

/**
 * The result of a check and how heavily it weighs.
 *
 * @param weak whether what was found makes the sentence weak rather than unsupported
 */
record Checked(CheckResult result, boolean weak) {

  static Checked passed(Check check, String note) {
    return new Checked(new CheckResult(check, true, note, -1), false);
  }

  static Checked failed(Check check, String note) {
    return new Checked(new CheckResult(check, false, note, -1), false);
  }

  static Checked weak(Check check, String note) {
    return new Checked(new CheckResult(check, false, note, -1), true);
  }

  static Checked of(CheckResult result) {
    return new Checked(result, false);
  }
}

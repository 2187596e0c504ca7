package colophon.verify;

/** How a verification ends. */
public enum Outcome {
  /** Intact, and signed and logged with keys that were obtained elsewhere. */
  TRUSTED(0, "This shows who signed it and that it is unchanged, not that it is true."),
  /** Intact, but whose keys they are is not known. */
  VALID(
      10,
      "This shows which key signed it and that it is unchanged, not whose key that is, and not"
          + " that it is true. Only keys obtained elsewhere, given with --trust and among those that"
          + " signed, tell who did."),
  /** Something is wrong; nothing may be built on it. */
  INVALID(20, "This does not show that it is unchanged. Do not rely on it.");

  private final int exitCode;
  private final String conclusion;

  Outcome(int exitCode, String conclusion) {
    this.exitCode = exitCode;
    this.conclusion = conclusion;
  }

  /** The exit code of a command that ends so. */
  public int exitCode() {
    return exitCode;
  }

  /** What a person may conclude, and what not. */
  public String conclusion() {
    return conclusion;
  }
}

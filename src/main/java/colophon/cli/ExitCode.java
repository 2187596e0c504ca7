package colophon.cli;

/** What the commands answer to a script. Verification has codes of its own beside these. */
final class ExitCode {

  static final int DONE = 0;

  /** The command ran and something it was asked for did not come out. */
  static final int NOT_ALL_DONE = 1;

  /** Verification: intact, and the signer is not known to you. */
  static final int VALID = 10;

  /** Verification: not intact. */
  static final int INVALID = 20;

  /** The command line was not understood. */
  static final int USAGE = 64;

  /** A definition file or another input is wrong. */
  static final int BAD_INPUT = 65;

  /** What was named does not exist. */
  static final int NOT_FOUND = 66;

  /** The database or a program it needs is not there. */
  static final int UNAVAILABLE = 69;

  /** A mistake of ours. */
  static final int INTERNAL = 70;

  /** A folder or file cannot be written. */
  static final int CANNOT_WRITE = 73;

  /** Stopped by Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}

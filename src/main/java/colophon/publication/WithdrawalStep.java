package colophon.publication;

import java.util.Locale;

/**
 * The steps of a withdrawal, in order. Each may be repeated and each may be the last before a
 * crash: the next start goes on from what the database holds.
 */
public enum WithdrawalStep {
  /** The decision is kept; from here on nothing brings the brief back. */
  DECIDED,
  /** Notices stand where the page and its versions stood. */
  TAKEN_DOWN,
  /** No list, no feed and no other brief's page names it. */
  UNLISTED,
  /** The status that says so is signed and stands beside the notice. */
  STATUS_SIGNED,
  /** Nothing is left to do. */
  ENDED;

  /** The name as logs and commands show it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

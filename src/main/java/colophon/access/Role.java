package colophon.access;

import java.util.Locale;

/** What somebody comes to do. A person may hold several. */
public enum Role {
  /** Runs the newsroom: pipelines, sources, runs, budgets. Never edits or approves copy. */
  OPERATOR,
  /** Reviews drafts, and answers for what goes out. */
  EDITOR,
  /** Inspects everything and changes nothing. */
  AUDITOR,
  /** Looks after accounts, keys and the installation. */
  ADMINISTRATOR;

  /** The word people see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

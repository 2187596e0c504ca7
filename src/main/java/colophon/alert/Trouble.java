package colophon.alert;

import java.util.Locale;

/**
 * Something that is wrong now.
 *
 * @param about what it is about; with the kind it tells one trouble from another
 * @param sentence for an operator: what, where and what to do
 */
public record Trouble(Kind kind, String about, String sentence) {

  /** What can be wrong. */
  public enum Kind {
    RUN_FAILED,
    RUN_PROBLEMS,
    NO_BRIEF,
    SOURCE_FAILING,
    BUDGET_USED,
    DEADLINE_PASSED,
    SIGNING_KEYS,
    LOG_TROUBLE;

    /** As messages and the database have it, such as {@code run-failed}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

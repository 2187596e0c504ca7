package colophon.review;

/**
 * What the first of two people decided: noted, and the draft still waits for the second. Whatever
 * changes the draft voids it.
 *
 * @param by the person's name
 * @param login what the person signs in with; empty where the decision was not made at the desk
 * @param role in which the person takes responsibility
 * @param note for the record; may be empty
 * @param override why it may go out although marks stand, in the person's words; empty where every
 *     mark was settled
 * @param receipt what the person did before deciding
 */
public record FirstApproval(
    String by, String login, String role, String note, String override, Receipt receipt) {

  /**
   * Whether that person is this one, by what both sign in with or by the name readers would see.
   */
  boolean isBy(String otherName, String otherLogin) {
    return People.same(by, otherName) || !login.isEmpty() && login.equals(otherLogin);
  }
}

package colophon.desk;

import colophon.access.Role;

/**
 * What every page of the desk shows around its own.
 *
 * @param title of the page
 * @param place the entry of the menu that it belongs to, such as {@code queue}
 * @param user who looks
 * @param csrf the token that every form carries
 * @param nonce of the scripts of this answer
 */
public record Frame(
    String newsroom, String title, String place, DeskUser user, String csrf, String nonce) {

  /** Whether the person holds the role. */
  public boolean is(Role role) {
    return user.is(role);
  }

  public boolean editor() {
    return is(Role.EDITOR);
  }

  public boolean operator() {
    return is(Role.OPERATOR);
  }

  public boolean auditor() {
    return is(Role.AUDITOR);
  }

  public boolean administrator() {
    return is(Role.ADMINISTRATOR);
  }

  /** {@code page} where the menu's entry is the present one, else {@code false}. */
  public String current(String entry) {
    return place.equals(entry) ? "page" : "false";
  }
}

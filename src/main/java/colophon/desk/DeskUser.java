package colophon.desk;

import colophon.access.Account;
import colophon.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who has signed in. The account is looked up again with every request. */
final class DeskUser extends SignedIn {

  private static final long serialVersionUID = 1L;

  DeskUser(Account account) {
    super(
        account,
        account.roles().stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList());
  }

  boolean is(Role role) {
    return account().roles().contains(role);
  }

  /** The roles as words, such as {@code editor, auditor}. */
  String roleWords() {
    return String.join(", ", account().roles().stream().map(Role::word).toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeskUser user && user.account().equals(account());
  }

  @Override
  public int hashCode() {
    return account().hashCode();
  }
}

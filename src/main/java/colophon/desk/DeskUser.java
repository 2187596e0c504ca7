package colophon.desk;

import colophon.access.Account;
import colophon.access.Role;
import colophon.copydesk.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who has signed in. The account is looked up again with every request. */
final class DeskUser extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Account account;
  private final String login;

  DeskUser(Account account) {
    super(
        account.roles().stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList());
    this.account = account;
    this.login = account.login();
    setAuthenticated(true);
  }

  Account account() {
    return account;
  }

  Person person() {
    return new Person(login, account.name());
  }

  boolean is(Role role) {
    return account.roles().contains(role);
  }

  /** The roles as words, such as {@code editor, auditor}. */
  String roleWords() {
    return String.join(", ", account.roles().stream().map(Role::word).toList());
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return login;
  }

  @Override
  public String getName() {
    return login;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeskUser user && user.account.equals(account);
  }

  @Override
  public int hashCode() {
    return account.hashCode();
  }
}

package colophon.desk;

import colophon.access.Account;
import colophon.copydesk.Person;
import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** Somebody who was let in as an account, by whatever door. */
abstract class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Account account;
  private final String login;

  SignedIn(Account account, Collection<? extends GrantedAuthority> authorities) {
    super(authorities);
    this.account = account;
    this.login = account.login();
    setAuthenticated(true);
  }

  final Account account() {
    return account;
  }

  final Person person() {
    return new Person(login, account.name());
  }

  @Override
  public final Object getCredentials() {
    return "";
  }

  @Override
  public final Object getPrincipal() {
    return login;
  }

  @Override
  public final String getName() {
    return login;
  }
}

package colophon.desk;

import colophon.access.Account;
import colophon.access.ApiToken;
import colophon.access.Scope;
import colophon.access.Tokens;
import colophon.copydesk.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A script that comes with a token, for the length of one request. */
final class ApiUser extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Tokens.Holder holder;
  private final String login;

  ApiUser(Tokens.Holder holder) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.holder = holder;
    this.login = holder.account().login();
    setAuthenticated(true);
  }

  /** Who asks. */
  static ApiUser current() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof ApiUser user) {
      return user;
    }
    throw new IllegalStateException("the API was asked by nobody");
  }

  Account account() {
    return holder.account();
  }

  ApiToken token() {
    return holder.token();
  }

  Set<Scope> scopes() {
    return holder.token().scopes();
  }

  Person person() {
    return new Person(login, holder.account().name());
  }

  /** What the list of acts adds to what was done through it. */
  String through() {
    return "by token " + token().id() + ", " + token().name();
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
    return other instanceof ApiUser user && user.holder.equals(holder);
  }

  @Override
  public int hashCode() {
    return holder.hashCode();
  }
}

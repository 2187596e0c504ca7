package colophon.desk;

import colophon.access.ApiToken;
import colophon.access.Scope;
import colophon.access.Tokens;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A script that comes with a token, for the length of one request. */
final class ApiUser extends SignedIn {

  private static final long serialVersionUID = 1L;

  private final transient Tokens.Holder holder;

  ApiUser(Tokens.Holder holder) {
    super(holder.account(), AuthorityUtils.NO_AUTHORITIES);
    this.holder = holder;
  }

  /** Who asks. */
  static ApiUser current() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof ApiUser user) {
      return user;
    }
    throw new IllegalStateException("the API was asked by nobody");
  }

  ApiToken token() {
    return holder.token();
  }

  Set<Scope> scopes() {
    return holder.token().scopes();
  }

  /** What the list of acts adds to what was done through it. */
  String through() {
    return "by token " + token().id() + ", " + token().name();
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

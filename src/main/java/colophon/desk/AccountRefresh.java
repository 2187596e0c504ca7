package colophon.desk;

import colophon.access.Account;
import colophon.access.AccountStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks an account up again with every request: one that was closed is out at once, other roles
 * hold at once, and a first password opens nothing but the page to change it.
 */
final class AccountRefresh extends OncePerRequestFilter {

  private static final Set<String> BEFORE_THE_CHANGE =
      Set.of("/desk/password", "/sign-out", "/sign-in");

  private static final Authentication SOMEBODY =
      new AnonymousAuthenticationToken(
          "somebody", "somebody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

  private final AccountStore accounts;

  AccountRefresh(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var context = SecurityContextHolder.getContext();
    if (context.getAuthentication() instanceof DeskUser user) {
      Optional<Account> account = accounts.find(user.getName()).filter(found -> !found.closed());
      var fresh = SecurityContextHolder.createEmptyContext();
      fresh.setAuthentication(account.<Authentication>map(DeskUser::new).orElse(SOMEBODY));
      SecurityContextHolder.setContext(fresh);
      if (account.isEmpty()) {
        request.getSession().invalidate();
      }
      String path = request.getServletPath();
      boolean desk = path.equals("/desk") || path.startsWith("/desk/");
      boolean locked = account.isPresent() && account.get().mustChange();
      if (locked
          && desk
          && !BEFORE_THE_CHANGE.contains(path)
          && !path.startsWith("/desk/assets/")) {
        response.sendRedirect("/desk/password");
        return;
      }
    }
    chain.doFilter(request, response);
  }
}

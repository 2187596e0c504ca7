package colophon.desk;

import colophon.access.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request in by its token, and by nothing else: no cookie is looked at here. */
final class ApiDoor extends OncePerRequestFilter {

  private static final String BEARER = "bearer ";

  private final Tokens tokens;

  ApiDoor(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      Optional<Tokens.Holder> holder = tokens.holder(header.substring(BEARER.length()).strip());
      if (holder.isPresent()) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ApiUser(holder.get()));
        SecurityContextHolder.setContext(context);
      }
    }
    chain.doFilter(request, response);
  }
}

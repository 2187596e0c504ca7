package colophon.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The readers' forms keep nothing of who asks: no session, no cookie, and so no token in the form.
 * That a form was sent by a page of ours is told by what the browser itself says of it.
 */
final class ReaderForms extends OncePerRequestFilter {

  /** The paths of these forms. */
  static final Set<String> PATHS = Set.of(VerifyPage.PATH, ReportPage.PATH);

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PATHS.contains(request.getServletPath()) || !request.getMethod().equals("POST");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (ours(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private static boolean ours(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin == null || host(origin).equals(request.getHeader("Host"));
  }

  private static String host(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}

package colophon.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer carries, and who is answered at all: a page elsewhere on the web that leads a
 * browser here under a name of its own gets nothing to read.
 */
final class DeskHeaders extends OncePerRequestFilter {

  private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  /** What stays as it is even where the version is withdrawn, and so may be kept for ever. */
  private static final Pattern NEVER_CHANGES =
      Pattern.compile(
          "/briefs/[^/]+/v[0-9]+/(record\\.json|attestation\\.dsse\\.json|record\\.tlog-proof)");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    String path = request.getRequestURI();
    response.setHeader("Cache-Control", cacheControl(path));
    if (!OUR_NAMES.contains(request.getServerName())) {
      response.setStatus(HttpServletResponse.SC_MISDIRECTED_REQUEST);
      response.setContentType("text/plain;charset=UTF-8");
      response
          .getOutputStream()
          .write(
              "This newsroom answers on this machine only, as 127.0.0.1 or localhost.\n"
                  .getBytes(StandardCharsets.UTF_8));
      return;
    }
    String place = request.getServletPath();
    if (place.endsWith("/")) {
      // The address of a folder shows its index, as on any web server.
      request.getRequestDispatcher(place + "index.html").forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static String cacheControl(String path) {
    if (path.equals("/status") || path.startsWith("/api/")) {
      return "no-store";
    }
    // A version's pages become a notice where it is withdrawn, so readers ask each time.
    return NEVER_CHANGES.matcher(path).matches()
        ? "public, max-age=31536000, immutable"
        : "no-cache";
  }
}

package colophon.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer carries, and who is answered at all: a page elsewhere on the web that leads a
 * browser here under a name of its own gets nothing to read.
 */
final class DeskHeaders extends OncePerRequestFilter {

  /** The request's attribute that holds the nonce of its answer's scripts. */
  static final String NONCE = "colophon.nonce";

  /** What stays as it is even where the version is withdrawn, and so may be kept for ever. */
  private static final Pattern NEVER_CHANGES =
      Pattern.compile(
          "/briefs/[^/]+/v[0-9]+/(record\\.json|attestation\\.dsse\\.json|record\\.tlog-proof)");

  private final DeskAddress address;
  private final SecureRandom random = new SecureRandom();

  DeskHeaders(DeskAddress address) {
    this.address = address;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    response.setHeader("Content-Security-Policy", policy(path, nonce(request)));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", cacheControl(path));
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    String host = request.getServerName();
    if (!address.answers(host)) {
      refuse(
          response,
          HttpServletResponse.SC_MISDIRECTED_REQUEST,
          "This newsroom answers as " + address.names() + " only.");
      return;
    }
    if (!address.opens(host, path)) {
      refuse(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          "This is told on the newsroom's own machine only.");
      return;
    }
    if (path.endsWith("/stream")) {
      // A web server in front sends each part on as it comes, and keeps none back.
      response.setHeader("X-Accel-Buffering", "no");
    }
    String place = request.getServletPath();
    if (place.endsWith("/")) {
      // The address of a folder shows its index, as on any web server.
      request.getRequestDispatcher(place + "index.html").forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a page may load and do: those of the desk run our scripts, published ones none, and the
   * one where readers ask sends its form.
   */
  private static String policy(String path, String nonce) {
    if (ReaderForms.PATHS.contains(path)) {
      return "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
    }
    return ofTheDesk(path)
        ? "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; script-src"
            + " 'nonce-"
            + nonce
            + "'; require-trusted-types-for 'script'; trusted-types default; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'"
        : "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";
  }

  private static boolean ofTheDesk(String path) {
    return path.equals("/desk")
        || path.startsWith("/desk/")
        || path.equals("/sign-in")
        || path.startsWith("/sign-in/");
  }

  private String nonce(HttpServletRequest request) {
    if (request.getAttribute(NONCE) instanceof String known) {
      return known;
    }
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    request.setAttribute(NONCE, nonce);
    return nonce;
  }

  private static String cacheControl(String path) {
    if (path.startsWith("/desk/assets/")) {
      return "private, max-age=3600";
    }
    if (path.equals("/status")
        || path.equals("/metrics")
        || path.startsWith("/health/")
        || path.startsWith("/api/")
        || ReaderForms.PATHS.contains(path)
        || ofTheDesk(path)) {
      return "no-store";
    }
    // A version's pages become a notice where it is withdrawn, so readers ask each time.
    return NEVER_CHANGES.matcher(path).matches()
        ? "public, max-age=31536000, immutable"
        : "no-cache";
  }
}

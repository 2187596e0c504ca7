package colophon.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is too large to be looked at before any of it is read. */
final class UploadLimit extends OncePerRequestFilter {

  private static final long MIB = 1024L * 1024;

  /** The largest file, in bytes, but for a zip. */
  static final long MOST_FILE_BYTES = 16 * MIB;

  /** The largest evidence bundle, in bytes. */
  static final long MOST_BUNDLE_BYTES = 64 * MIB;

  /** The largest request: a bundle and what a form adds to it. */
  static final long MOST_REQUEST_BYTES = MOST_BUNDLE_BYTES + MIB;

  /** How much of a refused request is read so that its sender learns of the refusal. */
  static final int MOST_SWALLOWED_BYTES = (int) (256 * MIB);

  /** The limits, as people are told. */
  static final String WORDS = "at most 16 MiB a file, or 64 MiB a bundle";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_REQUEST_BYTES) {
      // Written here: a page of ours would read the form for its token, and so all of it.
      response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
      response.setContentType("text/plain;charset=UTF-8");
      response
          .getOutputStream()
          .write(
              ("That is more than is looked at here, which is "
                      + WORDS
                      + ". Larger ones are checked with the command: colophon verify FILE\n")
                  .getBytes(StandardCharsets.UTF_8));
    } else {
      chain.doFilter(request, response);
    }
  }
}

package colophon.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one HTTP request ended. */
sealed interface Exchange {

  /** A complete answer; header names in lower case. */
  record Answer(
      int status,
      Map<String, List<String>> requestHeaders,
      Map<String, List<String>> responseHeaders,
      byte[] body)
      implements Exchange {

    Optional<String> header(String name) {
      return responseHeaders.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  /** A rule of ours forbids it; {@code reason} is a clause without a full stop. */
  record Forbidden(String reason) implements Exchange {}

  /** No complete answer came; {@code reason} is a clause without a full stop. */
  record Broken(String reason) implements Exchange {}
}

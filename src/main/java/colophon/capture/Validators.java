package colophon.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server gave us to ask "has it changed since?" (RFC 9110, section 8.8).
 *
 * @param etag as received, quotes included; null where there was none
 * @param lastModified as received; null where there was none
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  /** The validators among a snapshot's response headers; empty where it has none. */
  public static Optional<Validators> of(Snapshot snapshot) {
    return of(snapshot.responseHeaders());
  }

  /** The validators among response headers, names in lower case; empty where there are none. */
  static Optional<Validators> of(Map<String, List<String>> responseHeaders) {
    String etag = first(responseHeaders, "etag");
    String lastModified = first(responseHeaders, "last-modified");
    return etag == null && lastModified == null
        ? Optional.empty()
        : Optional.of(new Validators(etag, lastModified));
  }

  private static @Nullable String first(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }
}

package colophon.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {

  private RetryAfter() {}

  /** When to ask again, never later than {@code most} from now; empty where it cannot be read. */
  static Optional<Instant> read(String value, Instant now, Duration most) {
    String written = value.strip();
    Instant latest = now.plus(most);
    if (written.matches("[0-9]{1,18}")) {
      long seconds = Math.min(Long.parseLong(written), most.toSeconds());
      return Optional.of(now.plusSeconds(seconds));
    }
    try {
      Instant named =
          OffsetDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Instant future = named.isBefore(now) ? now : named;
      return Optional.of(future.isAfter(latest) ? latest : future);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

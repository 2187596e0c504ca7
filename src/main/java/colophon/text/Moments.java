package colophon.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the newsroom's people read them. */
public final class Moments {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  /** To the minute, such as {@code 14 Jan 2026 09:00 UTC}. */
  public static String utc(Instant at) {
    return UTC.format(at);
  }
}

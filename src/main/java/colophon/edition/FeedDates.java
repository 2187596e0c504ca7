package colophon.edition;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as RFC 3339 has them, to the second; feeds and ninjs read nothing else. */
final class FeedDates {

  private FeedDates() {}

  static String text(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS));
  }
}

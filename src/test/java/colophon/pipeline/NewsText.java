package colophon.pipeline;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A generated article before it is laid out.
 *
 * @param number unique in its generation, from 0
 * @param event the event it truly reports
 * @param original the number of the article it repeats; its own where it repeats none
 * @param outlet the name readers know
 */
record NewsText(
    int number,
    int event,
    int original,
    String outlet,
    String title,
    String dek,
    String author,
    OffsetDateTime published,
    List<String> paragraphs) {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  NewsText {
    paragraphs = List.copyOf(paragraphs);
  }

  boolean isCopy() {
    return original != number;
  }

  String host() {
    return outlet.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
  }

  /** The address that a page gives as its own. */
  String canonical() {
    return "https://" + host() + "/2026/01/" + number;
  }

  String iso() {
    return ISO.format(published);
  }

  /** The time as the samples' pages show it. */
  String shown() {
    return SHOWN.format(published) + " GMT";
  }
}

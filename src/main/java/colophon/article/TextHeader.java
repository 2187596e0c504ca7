package colophon.article;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines that stand between a document's title and its text: outlet, byline, date.
 *
 * @param outlet null where no line names one
 * @param published null where no line gives a date
 */
record TextHeader(
    List<String> authors, @Nullable String outlet, @Nullable OffsetDateTime published) {

  private static final int PARAGRAPHS = 4;
  private static final int LONGEST_LINE = 120;
  private static final int LONGEST_DATE_LINE = 90;
  private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);

  private static final Pattern BYLINE =
      Pattern.compile("(?iu)^(by|von|par|por|author|authors|autor|text|written by)\\s*:?\\s+(.+)$");
  private static final Pattern SOURCE =
      Pattern.compile("(?iu)^(outlet|source|publisher|publication)\\s*:\\s*(.+)$");
  private static final Pattern NAME_BEFORE_DATE =
      Pattern.compile(
          "^((?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3}\\p{Lu}[\\p{L}.'’-]*)\\s*[,·|–—-]\\s*(?=.*\\d)");

  private static final Pattern SEPARATOR = Pattern.compile("\\s+[·|–—]\\s+");

  /**
   * Reads the header from the first paragraphs (lines parted by U+000A) and removes it with the
   * short lines above it.
   */
  static TextHeader take(List<String> paragraphs) {
    int end = 0;
    for (int at = 0; at < PARAGRAPHS && at < paragraphs.size() - 1; at++) {
      List<String> lines = lines(paragraphs.get(at));
      if (!lines.stream().allMatch(TextHeader::isShort)) {
        break;
      }
      if (isHeader(lines)) {
        end = at + 1;
      }
    }
    List<String> header =
        paragraphs.subList(0, end).stream().flatMap(p -> lines(p).stream()).toList();
    paragraphs.subList(0, end).clear();
    return of(header);
  }

  private static TextHeader of(List<String> lines) {
    List<String> authors = List.of();
    String nameBeforeDate = null;
    String outlet = null;
    DateText.Found published = null;
    for (String line : lines) {
      Matcher byline = BYLINE.matcher(line);
      Matcher source = SOURCE.matcher(line);
      Matcher name = NAME_BEFORE_DATE.matcher(line);
      Optional<DateText.Found> date = date(line);
      String[] segments = SEPARATOR.split(line, 2);
      if (byline.matches() && authors.isEmpty()) {
        authors = List.of(byline.group(2));
      } else if (source.matches()) {
        outlet = source.group(2);
      } else if (outlet == null && (date.isEmpty() || segments.length > 1)) {
        outlet = segments[0];
      } else if (date.isPresent() && name.find() && nameBeforeDate == null) {
        nameBeforeDate = name.group(1);
      }
      if (date.isPresent()
          && (published == null || published.precision() < date.get().precision())) {
        published = date.get();
      }
    }
    if (authors.isEmpty() && nameBeforeDate != null) {
      authors = List.of(nameBeforeDate);
    }
    return new TextHeader(
        PageAuthors.clean(authors, outlet),
        outlet,
        published == null ? null : published.moment(ZoneOffset.UTC));
  }

  private static List<String> lines(String paragraph) {
    return paragraph.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static boolean isHeader(List<String> lines) {
    return lines.stream().allMatch(TextHeader::isShort)
        && lines.stream()
            .anyMatch(line -> BYLINE.matcher(line).matches() || date(line).isPresent());
  }

  private static boolean isShort(String line) {
    return line.length() <= LONGEST_LINE && !line.matches(".*\\p{L}{3,}[.!?]$");
  }

  private static Optional<DateText.Found> date(String line) {
    return line.length() > LONGEST_DATE_LINE
        ? Optional.empty()
        : DateText.read(line).filter(found -> found.day().isAfter(OLDEST));
  }
}

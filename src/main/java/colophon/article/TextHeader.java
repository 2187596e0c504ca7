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
  private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);

  private static final Pattern BYLINE =
      Pattern.compile("(?iu)^(by|von|par|por|author|authors|autor|text|written by)\\s*:?\\s+(.+)$");
  private static final Pattern SOURCE =
      Pattern.compile("(?iu)^(outlet|source|publisher|publication)\\s*:\\s*(.+)$");

  /** Reads the header from the first paragraphs (lines parted by U+000A) and removes it. */
  static TextHeader take(List<String> paragraphs) {
    List<String> authors = List.of();
    String outlet = null;
    OffsetDateTime published = null;
    int at = 0;
    for (int looked = 0; looked < PARAGRAPHS && at < paragraphs.size() - 1; looked++) {
      List<String> lines = paragraphs.get(at).lines().map(String::strip).toList();
      if (!isHeader(lines)) {
        at++;
        continue;
      }
      for (String line : lines) {
        Matcher byline = BYLINE.matcher(line);
        Matcher source = SOURCE.matcher(line);
        Optional<DateText.Found> date = date(line);
        if (byline.matches() && authors.isEmpty()) {
          authors = List.of(byline.group(2));
        } else if (source.matches()) {
          outlet = source.group(2);
        } else if (date.isPresent() && published == null) {
          published = date.get().moment(ZoneOffset.UTC);
        } else if (outlet == null && date.isEmpty()) {
          outlet = line;
        }
      }
      paragraphs.remove(at);
    }
    return new TextHeader(PageAuthors.clean(authors, outlet, true), outlet, published);
  }

  private static boolean isHeader(List<String> lines) {
    return lines.stream().allMatch(line -> line.length() <= LONGEST_LINE && !isSentence(line))
        && lines.stream().anyMatch(line -> BYLINE.matcher(line).matches() || isDateLine(line));
  }

  private static boolean isSentence(String line) {
    return line.matches(".*\\p{L}{3,}[.!?]$");
  }

  private static boolean isDateLine(String line) {
    return line.length() <= 60 && date(line).isPresent();
  }

  private static Optional<DateText.Found> date(String line) {
    return line.length() > 90
        ? Optional.empty()
        : DateText.read(line).filter(found -> found.day().isAfter(OLDEST));
  }
}

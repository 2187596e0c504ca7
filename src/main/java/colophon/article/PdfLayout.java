package colophon.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of pages into paragraphs: without running heads, feet and page numbers, re-flowed. */
final class PdfLayout {

  private static final int EDGE_LINES = 3;
  private static final int LONGEST_HEAD = 200;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?iu)(page|seite|p\\.|página|pagina)?\\s*[-–—]?\\s*\\d{1,4}\\s*((/|of|von|de|sur)\\s*\\d{1,4})?\\s*[-–—]?");
  private static final Pattern ENDS = Pattern.compile(".*[.!?:。！？…][\"'”’»)\\]]*$");
  private static final Pattern ITEM =
      Pattern.compile("^([•▪◦–—*-]|\\d{1,2}[.)]|\\([a-z\\d]\\))\\s.*");

  private final List<PdfLine> lines;
  private final List<String> paragraphs = new ArrayList<>();
  private @Nullable String largest;
  private float body;
  private float widest;

  PdfLayout(List<PdfLine> lines) {
    this.lines = withoutRunningLines(lines);
    compose();
  }

  List<String> paragraphs() {
    return paragraphs;
  }

  /** The paragraph in the largest letters of the first page; null where none stands out. */
  @Nullable String title() {
    return largest;
  }

  private void compose() {
    body = bodySize();
    widest = widest();
    float leading = leading();
    float bestSize = body * 1.15f;
    String open = "";
    PdfLine before = null;
    for (PdfLine line : lines) {
      if (before != null && startsParagraph(before, line, leading)) {
        add(open);
        open = "";
      }
      open = open.isEmpty() || before == null ? line.text() : glue(open, line.text(), before);
      if (line.page() == 1 && line.size() > bestSize) {
        bestSize = line.size();
      }
      before = line;
    }
    if (before != null) {
      add(open);
    }
    largest = titleOf(bestSize);
  }

  /** Lines that were ended by hand (a byline, a date) keep their ends for the header. */
  private String glue(String open, String text, PdfLine before) {
    boolean byHand = before.page() == 1 && open.length() < LONGEST_HEAD;
    return byHand && wouldHaveFitted(before, text) ? open + "\n" + text : Reflow.join(open, text);
  }

  /** Whether the first word of the next line had room on this one. */
  private boolean wouldHaveFitted(PdfLine line, String next) {
    int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
    float letter = line.width() / Math.max(1, line.text().length());
    return line.width() + (word + 2) * letter < widest;
  }

  private @Nullable String titleOf(float size) {
    if (size <= body * 1.15f) {
      return null;
    }
    var title = new StringBuilder();
    for (PdfLine line : lines) {
      if (line.page() == 1 && Math.abs(line.size() - size) < 0.5f) {
        title.append(title.isEmpty() ? "" : " ").append(line.text());
      } else if (!title.isEmpty()) {
        break;
      }
    }
    return title.isEmpty() ? null : title.toString();
  }

  private boolean startsParagraph(PdfLine before, PdfLine line, float leading) {
    if (Math.abs(line.size() - before.size()) > 0.12f * before.size()) {
      return true;
    }
    if (ITEM.matcher(line.text()).matches()) {
      return true;
    }
    boolean ended = ENDS.matcher(before.text()).matches();
    boolean stopsShort = before.width() < 0.85f * widest;
    if (line.page() != before.page() || line.y() < before.y() - 1) {
      return ended && (stopsShort || startsUpper(line)) && stopsShort;
    }
    float gap = line.y() - before.y();
    boolean ordinary = Math.abs(line.size() - body) < 0.5f && leading >= line.size();
    if (gap > (ordinary ? 1.35f * leading : 1.65f * line.size())) {
      return true;
    }
    boolean indented = line.x() - before.x() > 0.8f * line.size() && before.x() - left() < 2;
    return ended && (indented || stopsShort && before.width() < 0.75f * widest);
  }

  private static boolean startsUpper(PdfLine line) {
    return !Character.isLowerCase(line.text().codePointAt(0));
  }

  private void add(String paragraph) {
    if (!paragraph.isBlank()) {
      paragraphs.add(paragraph);
    }
  }

  private float widest() {
    float most = 0;
    for (PdfLine line : lines) {
      most = Math.max(most, line.width());
    }
    return most;
  }

  private float left() {
    float least = Float.MAX_VALUE;
    for (PdfLine line : lines) {
      least = Math.min(least, line.x());
    }
    return least;
  }

  /** The size that most letters have. */
  private float bodySize() {
    Map<Integer, Integer> letters = new HashMap<>();
    for (PdfLine line : lines) {
      letters.merge(Math.round(line.size() * 4), line.text().length(), Integer::sum);
    }
    return letters.entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(40)
        / 4f;
  }

  /** The distance between lines that is met most often. */
  private float leading() {
    Map<Integer, Integer> gaps = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      float gap = lines.get(i).y() - lines.get(i - 1).y();
      if (lines.get(i).page() == lines.get(i - 1).page() && gap > 2 && gap < 60) {
        gaps.merge(Math.round(gap * 2), 1, Integer::sum);
      }
    }
    return gaps.entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
            .map(Map.Entry::getKey)
            .orElse(0)
        / 2f;
  }

  /** Heads and feet repeat from page to page but for the number in them. */
  private static List<PdfLine> withoutRunningLines(List<PdfLine> all) {
    Map<Integer, List<PdfLine>> pages = new HashMap<>();
    all.forEach(line -> pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line));
    Map<String, Set<Integer>> seenOn = new HashMap<>();
    Set<PdfLine> edges = new HashSet<>();
    for (List<PdfLine> page : pages.values()) {
      for (int i = 0; i < page.size(); i++) {
        if (i < EDGE_LINES || i >= page.size() - EDGE_LINES) {
          edges.add(page.get(i));
          seenOn.computeIfAbsent(key(page.get(i)), k -> new HashSet<>()).add(page.get(i).page());
        }
      }
    }
    return all.stream()
        .filter(line ->
            !edges.contains(line)
                || !PAGE_NUMBER.matcher(line.text()).matches()
                    && (line.page() == 1 || seenOn.getOrDefault(key(line), Set.of()).size() < 2))
        .toList();
  }

  private static String key(PdfLine line) {
    return line.text().replaceAll("\\d+", "#");
  }
}

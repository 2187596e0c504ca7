package colophon.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the lines of a page into paragraphs and words that were cut at a line's end. */
final class Reflow {

  private static final Pattern CUT_WORD = Pattern.compile("(?s).*\\p{Ll}[-\\u2010\\u00ad]$");
  private static final Pattern LIST_ITEM = Pattern.compile("^([-*•–▪]|\\d{1,2}[.)])\\s+.*");

  private Reflow() {}

  /** Paragraphs of lines that were broken to fit: one ends where a line stops well short. */
  static List<String> paragraphs(List<String> lines) {
    int widest = lines.stream().mapToInt(String::length).max().orElse(0);
    var paragraphs = new ArrayList<String>();
    String open = "";
    for (String raw : lines) {
      String line = raw.strip();
      if (line.isEmpty() || LIST_ITEM.matcher(line).matches()) {
        add(open, paragraphs);
        open = line;
      } else {
        open = open.isEmpty() ? line : join(open, line);
      }
      boolean ends = line.matches(".*[.!?:\"”’。)]$");
      if (ends && line.length() < widest * 0.8) {
        add(open, paragraphs);
        open = "";
      }
    }
    add(open, paragraphs);
    return paragraphs;
  }

  /** Two lines as one; a hyphen at the end of the first goes where the word goes on. */
  static String join(String first, String second) {
    if (CUT_WORD.matcher(first).matches()
        && !second.isEmpty()
        && Character.isLowerCase(second.codePointAt(0))) {
      return first.substring(0, first.length() - 1) + second;
    }
    return unspaced(first, second) ? first + second : first + " " + second;
  }

  /** Chinese and Japanese put no space between lines. */
  private static boolean unspaced(String first, String second) {
    return !first.isEmpty()
        && !second.isEmpty()
        && isUnspaced(first.codePointBefore(first.length()))
        && isUnspaced(second.codePointAt(0));
  }

  private static boolean isUnspaced(int c) {
    return c >= 0x3000 && c <= 0x9fff || c >= 0xff00 && c <= 0xff60;
  }

  private static void add(String paragraph, List<String> paragraphs) {
    if (!paragraph.isBlank()) {
      paragraphs.add(paragraph);
    }
  }
}

package colophon.article;

import colophon.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/**
 * Characters that take no room on a page: zero-width ones, direction controls, tag characters. They
 * are cut from text; what they may carry is reported.
 */
final class HiddenCharacters {

  private static final int TAGS = 0xe0000;

  private final StringBuilder tags = new StringBuilder();
  private int zeroWidth;
  private int direction;

  /** The text without them; what was cut is remembered. */
  String cut(String text) {
    String seen = NormalText.withoutInvisible(text);
    if (seen.length() < text.length()) {
      remember(text, seen);
    }
    return seen;
  }

  /** What was cut until now. */
  List<HiddenText> report() {
    var report = new ArrayList<HiddenText>();
    if (tags.length() > 0) {
      report.add(HiddenTexts.of("tag characters", tags.toString()));
    }
    if (zeroWidth > 0) {
      report.add(new HiddenText("zero-width characters", zeroWidth + " inside words"));
    }
    if (direction > 0) {
      report.add(new HiddenText("direction controls", direction + " characters"));
    }
    return report;
  }

  private void remember(String text, String seen) {
    int before = -1;
    int kept = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (kept < seen.length() && seen.codePointAt(kept) == c) {
        kept += Character.charCount(c);
        before = c;
        continue;
      }
      if (c >= TAGS + 0x20 && c < TAGS + 0x7f) {
        tags.append((char) (c - TAGS));
      } else if (isOverride(c)) {
        direction++;
      } else if (c != 0xad && !NormalText.isTag(c) && Character.isLetter(before)) {
        zeroWidth += i < text.length() && Character.isLetter(text.codePointAt(i)) ? 1 : 0;
      }
    }
  }

  /**
   * Plain marks of direction are common in print; embeddings and overrides reorder what is read.
   */
  private static boolean isOverride(int c) {
    return NormalText.isBidiControl(c) && c != 0x200e && c != 0x200f && c != 0x61c;
  }
}

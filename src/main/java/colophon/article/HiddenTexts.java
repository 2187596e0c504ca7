package colophon.article;

import colophon.text.NormalText;

/** Makes the excerpts that an editor sees of what was cut. */
final class HiddenTexts {

  private HiddenTexts() {}

  /** A report with its text in normal form and cut to its limit. */
  static HiddenText of(String how, String text) {
    String shown = NormalText.line(NormalText.withoutInvisible(text));
    if (shown.codePointCount(0, shown.length()) > HiddenText.MOST_CHARACTERS) {
      int end = shown.offsetByCodePoints(0, HiddenText.MOST_CHARACTERS - 1);
      shown = shown.substring(0, end).stripTrailing() + "…";
    }
    return new HiddenText(how, shown);
  }
}

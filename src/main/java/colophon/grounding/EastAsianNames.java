package colophon.grounding;

import java.util.List;
import java.util.regex.Pattern;

/** Names in Korean and Japanese, which have no capitals: by the title that follows, or in kana. */
final class EastAsianNames {

  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]{4,}(?:・[ァ-ヴー]{2,})*");
  private static final Pattern KOREAN =
      Pattern.compile("([가-힣]{2,4}) (?:대통령|총리|장관|의원|대표|회장|후보|시장|지사|교수|감독|판사|검사)");
  private static final Pattern JAPANESE =
      Pattern.compile("(\\p{IsHan}{2,5}?)(?:首相|大統領|外相|氏|議員|知事|会長|社長|市長|教授|監督)");
  private static final List<Pattern> PATTERNS = List.of(KOREAN, JAPANESE);

  private EastAsianNames() {}

  /** The names of a sentence, as they stand. */
  static List<String> in(String text) {
    var names = new java.util.ArrayList<String>();
    KATAKANA.matcher(text).results().forEach(match -> names.add(match.group()));
    for (Pattern pattern : PATTERNS) {
      pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
    }
    return names;
  }
}

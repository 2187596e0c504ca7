package colophon.llm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place and agency that stand before the first sentence of a dispatch. */
final class Dateline {

  private static final String DASH = "\\s*(?:—|–|--|―| - )\\s*";
  private static final Pattern PLACE_IN_CAPITALS =
      Pattern.compile(
          "^\\p{Lu}[\\p{Lu}.'’ -]{2,40}(?:,\\s[^—–\\n(]{1,40})?(?:\\s*\\([^)]{1,40}\\))?" + DASH);
  private static final Pattern AGENCY_IN_BRACKETS =
      Pattern.compile("^[\\p{L}\\p{N} .,'’-]{0,60}\\([^)]{2,40}\\)" + DASH);

  private static final Pattern PLACE_BEFORE_DASH =
      Pattern.compile("^(?:\\p{Lu}[\\p{L}.]+,? ){1,4}[–—] (?=\\p{Lu})");

  private Dateline() {}

  /** The sentence without its dateline; itself where it has none. */
  static String strip(String sentence) {
    String rest = strip(sentence, PLACE_IN_CAPITALS);
    if (rest.equals(sentence)) {
      rest = strip(sentence, AGENCY_IN_BRACKETS);
    }
    return rest.equals(sentence) ? strip(sentence, PLACE_BEFORE_DASH) : rest;
  }

  private static String strip(String sentence, Pattern dateline) {
    Matcher matcher = dateline.matcher(sentence);
    if (!matcher.find() || matcher.end() >= sentence.length()) {
      return sentence;
    }
    String rest = sentence.substring(matcher.end());
    int first = rest.codePointAt(0);
    return Character.isUpperCase(first) || Character.isDigit(first) || first == '“' || first == '"'
        ? rest
        : sentence;
  }
}

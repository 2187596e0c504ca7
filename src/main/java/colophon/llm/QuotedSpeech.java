package colophon.llm;

import java.util.regex.Pattern;

/** The quotation marks that a source's own sentence bears. */
final class QuotedSpeech {

  private static final String DOUBLE = "\"“”„‟«»";

  private QuotedSpeech() {}

  /** Whether the sentence opens with somebody's words. */
  static boolean begins(String sentence) {
    char first = sentence.charAt(0);
    return DOUBLE.indexOf(first) >= 0 || first == '‘' || first == '\'';
  }

  /** Whether it holds somebody's words at all. */
  static boolean holds(String sentence) {
    return sentence.chars().anyMatch(c -> DOUBLE.indexOf(c) >= 0);
  }

  /** The sentence with what stands between its double quotation marks left out. */
  static String without(String sentence) {
    return sentence.replaceAll("[\"“„«][^\"“”„«»]*[\"”»]", " ").strip();
  }

  /** What somebody says in it; the whole sentence where nobody is quoted. */
  static String spoken(String sentence) {
    String spoken =
        Pattern.compile("[\"“„«]([^\"“”„«»]*)[\"”»]")
            .matcher(sentence)
            .results()
            .map(quote -> quote.group(1))
            .reduce("", (one, two) -> one + " " + two)
            .strip();
    return begins(sentence) && !spoken.isEmpty() ? spoken : sentence;
  }

  /** Whether every quotation and bracket that opens also closes. */
  static boolean balanced(String sentence) {
    long straight = sentence.chars().filter(c -> c == '"').count();
    return straight % 2 == 0
        && count(sentence, '“') == count(sentence, '”')
        && count(sentence, '«') == count(sentence, '»')
        && count(sentence, '(') == count(sentence, ')')
        && count(sentence, '[') == count(sentence, ']')
        && count(sentence, '「') == count(sentence, '」');
  }

  /** The same words with their quotation marks made single, to stand inside double ones. */
  static String nested(String sentence) {
    StringBuilder inner = new StringBuilder(sentence.length());
    boolean open = false;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (c == '"') {
        inner.append(open ? '’' : '‘');
        open = !open;
      } else if (c == '“' || c == '„') {
        inner.append('‘');
      } else if (c == '”') {
        inner.append('’');
      } else if (c == '\'') {
        boolean starts = i == 0 || " (\"“".indexOf(sentence.charAt(i - 1)) >= 0;
        inner.append(starts ? '‘' : '’');
      } else {
        inner.append(c);
      }
    }
    return inner.toString();
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }
}

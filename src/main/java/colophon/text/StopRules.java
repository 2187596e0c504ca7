package colophon.text;

import java.util.Locale;
import java.util.Set;

/** Decides whether one stop, with the marks that close after it, ends a sentence. */
final class StopRules {

  private static final String STOPS = ".!?…。！？｡．؟۔।॥։።፧။៕";
  private static final String WIDE = "。！？｡।॥።፧။";
  private static final String CLOSERS = "\"'”’»›)]}」』】）］〉》〕＂＇";
  private static final String OPENERS = "\"'“‘«‹„‚([{「『【（［〈《〔¿¡—–-•*";

  /** How far after a question in quotation marks its speaker's verb may stand, in words. */
  private static final int SPEAKER_WORDS = 4;

  private static final Set<String> SPEAKING =
      Set.of(
          """
          said says asked asks told tells wrote writes added adds replied answered shouted cried
          insisted warned argued declared wondered joked recalled explained noted posted tweeted
          exclaimed demanded continued\
          """
              .split("\\s+"));

  private StopRules() {}

  static boolean isStop(char c) {
    return STOPS.indexOf(c) >= 0;
  }

  /** The index after the run of stops that begins at {@code stop} and the marks that close it. */
  static int pastClosers(String text, int stop) {
    int i = stop;
    while (i < text.length() && isStop(text.charAt(i))) {
      i++;
    }
    int spaced = i;
    while (spaced < text.length() && text.charAt(spaced) == ' ') {
      spaced++;
    }
    // French sets a space before its closing mark.
    if (spaced < text.length() && spaced > i && "»”".indexOf(text.charAt(spaced)) >= 0) {
      i = spaced;
    }
    while (i < text.length() && closes(text, i)) {
      i++;
    }
    return i;
  }

  /** A straight mark after a space opens; one that touches the stop closes. */
  private static boolean closes(String text, int i) {
    return CLOSERS.indexOf(text.charAt(i)) >= 0 || isStop(text.charAt(i));
  }

  static boolean ends(String text, int lineStart, int stop, int after, Language language) {
    if (after >= text.length() || text.charAt(after) == '\n') {
      return true;
    }
    int next = text.codePointAt(after);
    boolean spaced = Character.isWhitespace(next);
    if (WIDE.indexOf(text.charAt(stop)) >= 0) {
      return endsWide(text, after, next);
    }
    String word = wordBefore(text, lineStart, stop);
    if (!spaced) {
      return endsUnspaced(text, stop, after, word, language);
    }
    int opening = skipSpaces(text, after);
    if (opening >= text.length() || text.charAt(opening) == '\n') {
      return true;
    }
    int letter = skipOpeners(text, opening);
    int c = letter < text.length() ? text.codePointAt(letter) : ' ';
    if (Character.isLowerCase(c) || ",;:–—".indexOf(text.codePointAt(opening)) >= 0) {
      return false;
    }
    String following = wordAt(text, letter);
    boolean ellipsis = text.charAt(stop) == '…' || text.startsWith("..", stop);
    if (text.charAt(stop) != '.' || ellipsis) {
      return !(closedQuote(text, stop, after) && speakerFollows(text, letter));
    }
    return endsAtFullStop(text, lineStart, stop, after, word, following, language);
  }

  private static boolean endsAtFullStop(
      String text,
      int lineStart,
      int stop,
      int after,
      String word,
      String following,
      Language language) {
    boolean numeric = isNumber(word);
    boolean numberFollows = !following.isEmpty() && Character.isDigit(following.charAt(0));
    if (numeric && stop - word.length() == firstLetter(text, lineStart)) {
      return false;
    }
    if (numeric && word.length() <= 4 && datesWithStops(language)) {
      // 2026. 1. 13. is a date; no Korean sentence ends with a bare figure.
      return !numberFollows && !language.tag().equals("ko");
    }
    if (numeric && word.length() <= 2 && language.tag().matches("de|da|no|fi|cs|sk|hu|et|tr|pl")) {
      return !numberFollows && Abbreviations.opens(following, language);
    }
    // A stop inside a closing quotation mark was set to end something.
    boolean bare = stop + 1 == after;
    return !bare && !word.contains(".") || !Abbreviations.keepsGoing(word, following, language);
  }

  private static boolean endsWide(String text, int after, int next) {
    boolean closed = CLOSERS.indexOf(text.charAt(after - 1)) >= 0;
    Character.UnicodeScript script = Character.UnicodeScript.of(next);
    boolean particle =
        script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.HANGUL;
    return !(closed && particle) && "、，,".indexOf(next) < 0;
  }

  /** Without a space a stop ends a sentence only where a space was plainly forgotten. */
  private static boolean endsUnspaced(
      String text, int stop, int after, String word, Language language) {
    int next = text.codePointAt(after);
    boolean closed = stop + 1 < after;
    int last = word.isEmpty() ? ' ' : word.codePointBefore(word.length());
    if (Character.UnicodeScript.of(next) == Character.UnicodeScript.HANGUL) {
      return !closed && "다요까죠".indexOf(last) >= 0;
    }
    if (OPENERS.indexOf(next) >= 0 && next != '-' && next != '\'' && next != '*') {
      return "([".indexOf(next) < 0
          && !word.isEmpty()
          && Character.isLowerCase(last)
          && "—–".indexOf(next) < 0;
    }
    int second = after + 1 < text.length() ? text.charAt(after + 1) : ' ';
    return Character.isUpperCase(next)
        && (Character.isLowerCase(second) || second == ' ')
        && word.matches("\\p{Ll}{3,}|.*\\p{Ll}{2}\\d*")
        && !inAddress(text, stop)
        && !language.tag().equals("und");
  }

  private static boolean inAddress(String text, int stop) {
    int from = text.lastIndexOf(' ', stop) + 1;
    int to = text.indexOf(' ', stop);
    String token = text.substring(from, to < 0 ? text.length() : to);
    return token.matches("(?i).*(://|www\\.|@|/).*|[a-z0-9-]+\\.(com|net|org|co|io|ai)\\W*");
  }

  private static boolean closedQuote(String text, int stop, int after) {
    return after > stop + 1 && "\"'”’»".indexOf(text.charAt(after - 1)) >= 0;
  }

  /** "Why now?" Whitlock asked. */
  private static boolean speakerFollows(String text, int from) {
    int i = from;
    for (int words = 0; words < SPEAKER_WORDS && i < text.length(); words++) {
      String word = wordAt(text, i);
      if (SPEAKING.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
      int next = i + word.length();
      if (word.isEmpty() || next >= text.length() || text.charAt(next) != ' ') {
        return false;
      }
      i = next + 1;
    }
    return false;
  }

  private static boolean datesWithStops(Language language) {
    return language.tag().matches("ko|ja|zh|ru");
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }

  /** The word that touches the stop, its own inner stops included: {@code U.S}, {@code 18.6}. */
  private static String wordBefore(String text, int lineStart, int stop) {
    int from = stop;
    while (from > lineStart && isWordPart(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, stop);
    return word.replaceAll("^[.'’-]+", "");
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '.'
        || c == '-'
        || c == '\''
        || c == '’';
  }

  private static String wordAt(String text, int from) {
    int to = from;
    while (to < text.length()
        && (Character.isLetterOrDigit(text.charAt(to))
            || "'’-".indexOf(text.charAt(to)) >= 0 && to > from)) {
      to++;
    }
    return text.substring(Math.min(from, text.length()), to);
  }

  private static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int skipOpeners(String text, int from) {
    int i = from;
    while (i < text.length() && (OPENERS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == ' ')) {
      i++;
    }
    return i;
  }

  private static int firstLetter(String text, int lineStart) {
    return skipSpaces(text, lineStart);
  }

  /** Whether this letter belongs to a script without capitals. */
  static boolean isUncased(int c) {
    return Character.getType(c) == Character.OTHER_LETTER;
  }
}

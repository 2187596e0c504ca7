package colophon.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as words: for measures of overlap, and counted as a reader counts them. */
public final class Words {

  /** Letters and digits, with apostrophes, hyphens and separators inside them. */
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’.,][\\p{L}\\p{M}\\p{N}]+)*");

  private static final Pattern POSSESSIVE_END = Pattern.compile("'s?$");
  private static final Pattern INNER_BREAK =
      Pattern.compile("'s(?![\\p{L}\\p{N}])|(?<=\\p{L})[.,](?=\\p{L}{2})");
  private static final Pattern OUTER_MARKS = Pattern.compile("^[.,']+|[.,']+$");

  private static final Set<String> FUNCTION =
      Set.of(
          """
          a about above after again against all also although am among an and any are around as at
          be because been before being below between both but by can cannot could did do does doing
          down during each either even ever every few for from further had has have having he her
          here hers herself him himself his how however i if in into is it its itself just last less
          let like many may me might more most much must my myself neither no nor not now of off on
          once one only onto or other others our ours out over own per rather s said same say says
          she should since so some still such t than that the their theirs them themselves then
          there these they this those though through thus to too toward towards under until up upon
          us very was we were what when where whether which while who whom whose why will with
          within without would yet you your yours\
          """
              .split("\\s+"));

  private Words() {}

  /**
   * The words of a text for measures of overlap: lower case, without punctuation and English
   * possessive, hyphenated words in their parts, figures whole ({@code 18.6}). Runs of Han, kana
   * and Hangul give their pairs of characters, since no space or particle parts their words
   * reliably.
   */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      add(matcher.group(), words);
    }
    return words;
  }

  /** The words of {@link #of} without English function words. */
  public static List<String> content(String text) {
    return of(text).stream().filter(word -> !isFunction(word)).toList();
  }

  /** Whether this lower-case English word joins others and says nothing by itself. */
  public static boolean isFunction(String word) {
    return FUNCTION.contains(word);
  }

  /**
   * How many words a reader counts: what spaces part, and for Han and kana two characters to a
   * word.
   */
  public static int count(String text) {
    int count = 0;
    for (String piece : text.split("\\s+")) {
      long unspaced = piece.codePoints().filter(Words::isUnspaced).count();
      boolean other =
          piece.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && !isUnspaced(c));
      count += (int) ((unspaced + 1) / 2) + (other ? 1 : 0);
    }
    return count;
  }

  private static void add(String token, List<String> words) {
    if (isPlainLatin(token)) {
      words.add(token.toLowerCase(Locale.ROOT));
      return;
    }
    StringBuilder plain = new StringBuilder();
    StringBuilder paired = new StringBuilder();
    String straight = token.toLowerCase(Locale.ROOT).replace('’', '\'');
    String lower = POSSESSIVE_END.matcher(straight).replaceAll("");
    for (String part : INNER_BREAK.split(lower)) {
      part.codePoints()
          .forEach(c -> {
            if (isPaired(c)) {
              flush(plain, words);
              paired.appendCodePoint(c);
            } else {
              flushPairs(paired, words);
              plain.appendCodePoint(c);
            }
          });
      flush(plain, words);
      flushPairs(paired, words);
    }
  }

  /** Nearly all words of most texts, which need none of the rules below. */
  private static boolean isPlainLatin(String token) {
    for (int i = 0; i < token.length(); i++) {
      int c = token.charAt(i) | 0x20;
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static void flush(StringBuilder plain, List<String> words) {
    if (plain.isEmpty()) {
      return;
    }
    String word = OUTER_MARKS.matcher(plain).replaceAll("");
    if (!word.isEmpty()) {
      words.add(word.replace("'", ""));
    }
    plain.setLength(0);
  }

  private static void flushPairs(StringBuilder paired, List<String> words) {
    int[] points = paired.codePoints().toArray();
    if (points.length == 1) {
      words.add(paired.toString());
    }
    for (int i = 0; i + 1 < points.length; i++) {
      words.add(new String(points, i, 2));
    }
    paired.setLength(0);
  }

  private static boolean isPaired(int c) {
    return isUnspaced(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }

  private static boolean isUnspaced(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> c == 'ー';
    };
  }
}

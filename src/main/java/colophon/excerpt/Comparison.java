package colophon.excerpt;

import colophon.text.NormalText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The forms in which a pasted sentence is compared with a published one.
 *
 * <p>{@link #plain} is the form in which two sentences must be equal to be called word for word: it
 * folds the shape of spaces, quotation marks, dashes and full-width letters, and nothing that a
 * figure, a name or a negation could hang on. In particular it is not NFKC, which makes 102 of 10².
 * {@link #letters} is the coarse form by which sentences are looked for.
 */
final class Comparison {

  private static final String SINGLE = "'‘’‚‛`´′＇‹›";
  private static final String DOUBLE = "\"“”„‟″«»「」『』〝〞〟＂❝❞《》〈〉";
  private static final String DASHES = "-‐‑‒–—―−﹘﹣－⸺⸻";

  /** Letters that are one character for their look alone: full and half width, ligatures. */
  private static final Pattern LOOKS = Pattern.compile("[\\uFB00-\\uFB06\\uFF01-\\uFFEE]+");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** A dash between words may touch them or not; a minus touches the figure after it alone. */
  private static final Pattern SPACED_DASH = Pattern.compile(" ?-+ +| -+(?=[^\\p{N} -])|-{2,}");

  private static final Pattern AROUND_QUOTE = Pattern.compile(" ?\" ?");
  private static final Pattern BEFORE_MARK = Pattern.compile(" +(?=[;:!?%])");

  private Comparison() {}

  /** The text on one line, with single spaces, as it is shown. */
  static String onOneLine(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** The form in which word for word is decided; applying it twice changes nothing. */
  static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFC);
    folded =
        LOOKS
            .matcher(folded)
            .replaceAll(found ->
                java.util.regex.Matcher.quoteReplacement(
                    Normalizer.normalize(found.group(), Normalizer.Form.NFKC)));
    folded = onOneLine(withoutInvisible(folded).replace("…", "...").replace("⋯", "..."));
    folded = dashes(folded);
    folded = BEFORE_MARK.matcher(folded).replaceAll("");
    folded = AROUND_QUOTE.matcher(quotes(unspaced(folded))).replaceAll("\"");
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** The letters and digits alone, in small letters and full NFKC. */
  static String letters(String text) {
    String folded =
        Normalizer.normalize(plain(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(folded.length());
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Whether this is a character of a script that sets no spaces between words. */
  static boolean isUnspaced(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> c >= 0x3001 && c <= 0x303F || c == 'ー';
    };
  }

  /** Whether a character turns the reading of what follows, so that figures may read backwards. */
  static boolean turnsReading(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  private static String withoutInvisible(String text) {
    if (text.codePoints().noneMatch(NormalText::isInvisible)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !NormalText.isInvisible(c) || turnsReading(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String dashes(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(DASHES.indexOf(c) >= 0 ? '-' : c);
    }
    String folded = out.toString();
    String before;
    do { // "- -" becomes "--" first; each round is shorter
      before = folded;
      folded = SPACED_DASH.matcher(before).replaceAll("-");
    } while (folded.length() < before.length());
    return folded;
  }

  /** Where words are not parted by spaces, a space is an accident of the line. */
  private static String unspaced(String text) {
    var out = new StringBuilder(text.length());
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean drop =
          c == ' '
              && (before >= 0 && isUnspaced(before)
                  || i < text.length() && isUnspaced(text.codePointAt(i)));
      if (!drop) {
        out.appendCodePoint(c);
        before = c;
      }
    }
    return out.toString();
  }

  private static String quotes(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean single = SINGLE.indexOf(c) >= 0;
      if (!single && DOUBLE.indexOf(c) < 0) {
        out.append(c);
        continue;
      }
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
      if (Character.isDigit(before)) {
        // Feet and inches, minutes and seconds: here the kind of mark is part of the figure.
        out.append(single ? '\'' : '"');
      } else if (single && Character.isLetter(before) && Character.isLetter(after)) {
        out.append('\'');
      } else {
        out.append('"');
      }
    }
    return out.toString();
  }
}

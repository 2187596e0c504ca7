package colophon.grounding;

import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether what a sentence puts between quotation marks stands word for word in its passages. */
final class Quotations {

  private static final Pattern GAP =
      Pattern.compile("\\.{3,}|(?:\\. ){2,}\\.|…|\\[[^\\]]*\\]|\\([^)]*\\.{3}[^)]*\\)");
  private static final Pattern EDGES = Pattern.compile("^[\\s,;:.、。-]+|[\\s,;:.、。-]+$");
  private static final Pattern SHORTENED_YEARS = Pattern.compile("^'\\d0s\\b.*", Pattern.DOTALL);

  private Quotations() {}

  static CheckResult check(Sentence sentence, Evidence evidence, Language briefLanguage) {
    List<String> quoted = stretches(sentence.text());
    if (quoted.isEmpty()) {
      return new CheckResult(Check.QUOTATIONS, true, "It quotes nothing.", -1);
    }
    boolean heading = sentence.role() == Role.HEADLINE || sentence.role() == Role.SUBHEAD;
    for (String stretch : quoted) {
      if (!stands(stretch, evidence, heading)) {
        return new CheckResult(
            Check.QUOTATIONS, false, missing(stretch, evidence, briefLanguage), -1);
      }
    }
    return new CheckResult(
        Check.QUOTATIONS, true, "Its quotations stand word for word in the cited passages.", -1);
  }

  private static String missing(String stretch, Evidence evidence, Language briefLanguage) {
    String note =
        "The quotation “" + stretch + "” does not stand word for word in the cited passages.";
    boolean translated =
        evidence.articles().stream().anyMatch(article -> !article.language().equals(briefLanguage));
    return translated ? note + " A source in another language cannot be quoted directly." : note;
  }

  private static boolean stands(String stretch, Evidence evidence, boolean anyCase) {
    List<String> pieces = pieces(stretch);
    return evidence.articles().stream()
        .anyMatch(article -> {
          String text =
              evidence.passages().stream()
                  .filter(cited -> cited.article().equals(article))
                  .map(cited -> Typography.unquoted(cited.text()))
                  .reduce("", (before, after) -> before + "\n" + after);
          return anyCase
              ? inOrder(pieces.stream().map(Quotations::lower).toList(), lower(text))
              : inOrder(pieces, text);
        });
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<String> pieces(String stretch) {
    return GAP.splitAsStream(Typography.unquoted(stretch))
        .map(piece -> EDGES.matcher(piece).replaceAll(""))
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  private static boolean inOrder(List<String> pieces, String text) {
    int from = 0;
    for (String piece : pieces) {
      int at = find(piece, text, from);
      if (at < 0) {
        return false;
      }
      from = at + piece.length();
    }
    return true;
  }

  private static int find(String piece, String text, int from) {
    int at = text.indexOf(piece, from);
    while (at >= 0 && !wholeWords(text, at, at + piece.length())) {
      at = text.indexOf(piece, at + 1);
    }
    return at;
  }

  private static boolean wholeWords(String text, int start, int end) {
    return !splits(text, start) && !splits(text, end);
  }

  private static boolean splits(String text, int at) {
    return at > 0
        && at < text.length()
        && wordLetter(text.charAt(at - 1))
        && wordLetter(text.charAt(at));
  }

  private static boolean wordLetter(char c) {
    return Character.isLetterOrDigit(c) && !Typography.eastAsian(c);
  }

  /** The outermost quoted stretches of a text, without their marks, in order. */
  static List<String> stretches(String text) {
    var found = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int close = opens(text, at) ? close(text, at) : -1;
      if (close >= 0) {
        add(found, text.substring(at + 1, close));
        at = close + 1;
      } else if (closesAlone(text, at)) {
        if (found.isEmpty()) {
          add(found, text.substring(0, at));
        }
        at++;
      } else {
        at++;
      }
    }
    return found;
  }

  private static void add(List<String> found, String stretch) {
    if (stretch.codePoints().anyMatch(Character::isLetterOrDigit)) {
      found.add(stretch.strip());
    }
  }

  private static boolean opens(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '“', '„', '«', '「', '『', '‘', '‚' -> true;
      case '»' -> atWordStart(text, at);
      case '"', '＂' -> atWordStart(text, at);
      case '\'', '＇' ->
          atWordStart(text, at) && !SHORTENED_YEARS.matcher(text.substring(at)).matches();
      default -> false;
    };
  }

  private static boolean atWordStart(String text, int at) {
    boolean before =
        at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && !closing(text, at - 1);
    return before && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
  }

  private static boolean closing(String text, int at) {
    return ",.!?;:)".indexOf(text.charAt(at)) >= 0;
  }

  /** The place of the mark that closes the one at {@code open}; the text's end where none does. */
  private static int close(String text, int open) {
    String marks = closers(text.charAt(open));
    boolean single = marks.indexOf('\'') >= 0 || marks.indexOf('’') >= 0;
    int depth = 0;
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == text.charAt(open) && marks.indexOf(c) < 0) {
        depth++;
      } else if (marks.indexOf(c) >= 0 && !(single && !endsSingle(text, i))) {
        if (depth == 0) {
          return i;
        }
        depth--;
      }
    }
    // A single mark that nothing closes was an apostrophe.
    return single ? -1 : text.length();
  }

  private static boolean endsSingle(String text, int at) {
    boolean wordAfter = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return !wordAfter && at > 0 && !Character.isWhitespace(text.charAt(at - 1));
  }

  private static String closers(char open) {
    return switch (open) {
      case '“' -> "”\"";
      case '„' -> "“”\"";
      case '«' -> "»";
      case '»' -> "«";
      case '「' -> "」";
      case '『' -> "』";
      case '‘' -> "’";
      case '‚' -> "‘’";
      case '\'', '＇' -> "'’＇";
      default -> "\"”＂";
    };
  }

  /** A closing mark without an opening one: the quotation began in an earlier sentence. */
  private static boolean closesAlone(String text, int at) {
    char c = text.charAt(at);
    boolean closer = c == '”' || c == '」' || c == '』' || c == '»' || c == '"';
    boolean inches = c == '"' && at > 0 && Character.isDigit(text.charAt(at - 1));
    return closer && !inches && at > 0 && !Character.isWhitespace(text.charAt(at - 1));
  }
}

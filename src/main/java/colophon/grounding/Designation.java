package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads letters with digits that name something: "COVID-19", "F-16", "G7", "5G". */
final class Designation {

  private Designation() {}

  static @Nullable RawFigure at(Tokens tokens, int at) {
    int end = end(tokens, at);
    boolean digits = false;
    for (int i = at; i < end; i++) {
      digits |= tokens.number(i);
    }
    if (!digits || end - at < 2 || !names(tokens, at, end)) {
      return null;
    }
    var key = new StringBuilder();
    for (int i = at; i < end; i++) {
      key.append(tokens.at(i).text().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT));
    }
    return RawFigure.fixed(at, end, new Reading(Kind.DESIGNATION, key.toString(), BigDecimal.ZERO));
  }

  /** Where a run without spaces of words, numbers and hyphens ends. */
  private static int end(Tokens tokens, int at) {
    int end = at;
    while (tokens.has(end) && (end == at || tokens.attached(end)) && part(tokens.at(end))) {
      end++;
    }
    while (end > at && tokens.is(end - 1, "-")) {
      end--;
    }
    return end;
  }

  private static boolean part(Token token) {
    return switch (token.kind()) {
      case NUMBER, WORD -> true;
      case LETTER -> false;
      case SIGN -> token.is("-");
    };
  }

  private static boolean names(Tokens tokens, int at, int end) {
    Token first = tokens.at(at);
    if (first.number()) {
      Token second = tokens.at(at + 1);
      return second.kind() == Token.Kind.WORD
          && second.text().length() <= 2
          && Character.isUpperCase(second.text().charAt(0))
          && Units.named(second.lower()) == null
          && AmountReader.letterScale(second.lower()) == null;
    }
    boolean digitsFollow = tokens.number(at + 1) || end - at > 2 && tokens.number(at + 2);
    return first.kind() == Token.Kind.WORD
        && first.text().chars().anyMatch(Character::isUpperCase)
        && !FigureReader.currencyCode(first.lower())
        && digitsFollow
        && NumberWords.tens(first.lower()) == null
        && NumberWords.small(first.lower()) == null;
  }
}

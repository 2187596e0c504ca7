package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Units.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the unit after a number. */
final class UnitReader {

  /** A unit and the place of the token after it. */
  record Measured(Unit unit, int next) {}

  private UnitReader() {}

  static @Nullable Measured at(List<Token> tokens, int at) {
    int place = is(tokens, at, "-") && !tokens.get(at).spaced() ? at + 1 : at;
    if (place >= tokens.size()) {
      return null;
    }
    return switch (tokens.get(place).kind()) {
      case NUMBER -> null;
      case WORD -> word(tokens, place);
      case LETTER -> letters(tokens, place);
      case SIGN -> sign(tokens, place);
    };
  }

  private static @Nullable Measured word(List<Token> tokens, int at) {
    String word = tokens.get(at).lower();
    String after = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
    if (word.equals("per") && after.equals("cent")) {
      return named("%", at + 2);
    }
    if (after.startsWith("point") && (word.equals("percentage") || word.equals("basis"))) {
      return new Measured(Units.points(word.equals("basis") ? "0.01" : "1"), at + 2);
    }
    if (word.equals("percent") && after.startsWith("point")) {
      return new Measured(Units.points("1"), at + 2);
    }
    if (word.equals("square") || word.equals("cubic")) {
      Unit side = Units.named(after);
      int power = word.equals("square") ? 2 : 3;
      return side == null || side.kind() != Kind.MEASURE
          ? null
          : new Measured(
              new Unit(Kind.MEASURE, word + " " + side.base(), side.factor().pow(power)), at + 2);
    }
    if (word.equals("degrees") && after.equals("fahrenheit")) {
      return named("fahrenheit", at + 2);
    }
    return named(word, at + 1);
  }

  private static @Nullable Measured letters(List<Token> tokens, int at) {
    var letters = new StringBuilder();
    for (int i = at; i < tokens.size() && i < at + 5; i++) {
      Token token = tokens.get(i);
      if (token.kind() != Token.Kind.LETTER || i > at && token.spaced()) {
        break;
      }
      letters.append(token.text());
    }
    for (int length = letters.length(); length > 0; length--) {
      Unit unit = Units.named(letters.substring(0, length));
      if (unit != null) {
        return new Measured(unit, at + length);
      }
    }
    return null;
  }

  private static @Nullable Measured sign(List<Token> tokens, int at) {
    if (is(tokens, at, "%")) {
      boolean points =
          is(tokens, at + 1, "point")
              || is(tokens, at + 1, "points")
              || is(tokens, at + 1, "포")
              || is(tokens, at + 1, "ポ");
      return points ? new Measured(Units.points("1"), at + 2) : named("%", at + 1);
    }
    if (is(tokens, at, "°")) {
      return is(tokens, at + 1, "f")
          ? named("fahrenheit", at + 2)
          : named("°", is(tokens, at + 1, "c") ? at + 2 : at + 1);
    }
    Unit unit = Units.named(tokens.get(at).text());
    return unit == null ? null : new Measured(unit, at + 1);
  }

  private static @Nullable Measured named(String word, int next) {
    Unit unit = Units.named(word);
    return unit == null ? null : new Measured(unit, next);
  }

  private static boolean is(List<Token> tokens, int at, String expected) {
    return at < tokens.size() && tokens.get(at).is(expected);
  }
}

package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time of day: "3:30 p.m.", "15:30", "3 pm". Zones are not compared.
 *
 * @param minutes after midnight
 * @param halfOpen whether it may be twelve hours later as well
 * @param next the token after it
 */
record ClockTime(int minutes, boolean halfOpen, int next) {

  private static final int NOON = 12 * 60;

  /** The time that begins with that number; null where it is none. */
  static @Nullable ClockTime starting(List<Token> tokens, int at) {
    int hour = whole(tokens, at, 23);
    boolean colon =
        is(tokens, at + 1, ":")
            && whole(tokens, at + 2, 59) >= 0
            && !tokens.get(at + 2).spaced()
            && tokens.get(at + 2).text().length() == 2;
    int minute = colon ? whole(tokens, at + 2, 59) : pointed(tokens.get(at));
    int next = colon ? at + 3 : at + 1;
    int hourOf = colon || minute == 0 ? hour : pointedHour(tokens.get(at));
    boolean am = is(tokens, next, "am");
    boolean pm = is(tokens, next, "pm");
    if (hourOf < 0 || !colon && !am && !pm || (am || pm) && hourOf > 12) {
      return null;
    }
    if (am || pm) {
      return new ClockTime(hourOf % 12 * 60 + minute + (pm ? NOON : 0), false, next + 1);
    }
    return new ClockTime(hourOf * 60 + minute, hourOf >= 1 && hourOf < 12, next);
  }

  Reading[] readings() {
    Reading early = new Reading(Kind.TIME_OF_DAY, "", BigDecimal.valueOf(minutes));
    return halfOpen
        ? new Reading[] {
          early, new Reading(Kind.TIME_OF_DAY, "", BigDecimal.valueOf(minutes + NOON))
        }
        : new Reading[] {early};
  }

  /** The minutes of "3.30". */
  private static int pointed(Token token) {
    int dot = token.lower().indexOf('.');
    return dot < 0 || token.lower().length() != dot + 3
        ? 0
        : Integer.parseInt(token.lower().substring(dot + 1));
  }

  private static int pointedHour(Token token) {
    int dot = token.lower().indexOf('.');
    return dot < 1 || dot > 2 ? -1 : Integer.parseInt(token.lower().substring(0, dot));
  }

  private static int whole(List<Token> tokens, int at, int most) {
    if (at >= tokens.size() || !tokens.get(at).text().matches("\\d{1,2}")) {
      return -1;
    }
    int value = Integer.parseInt(tokens.get(at).text());
    return value <= most ? value : -1;
  }

  private static boolean is(List<Token> tokens, int at, String expected) {
    return at < tokens.size() && tokens.get(at).is(expected);
  }
}

package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words around figures add: units shared in a row, exactness, what is counted. */
final class FigureContext {

  private static final Map<String, Rounding> ROUNDING = new HashMap<>();
  private static final Set<String> JOINTS =
      Set.of(
          "-", "to", "-to-", "and", "or", ",", ", and", ", or", "through", "~", "〜", "bis", "et",
          "und", "에서", "から");
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "to and or in on at of from by for with as but than was were is are has have had who that which after before until since while when against per each died dead"
              .split(" "));

  static {
    put(
        Rounding.ABOUT,
        "about|around|some|roughly|approximately|circa|estimated|close to|rund|etwa|environ|약|約");
    put(Rounding.ABOVE, "over|more than|greater than|at least|exceeding|topped|mehr als|über");
    put(
        Rounding.BELOW,
        "nearly|almost|under|less than|fewer than|up to|at most|toward|towards|fast|knapp");
  }

  private final String plain;
  private final Tokens tokens;

  FigureContext(String plain, Tokens tokens) {
    this.plain = plain;
    this.tokens = tokens;
  }

  private static void put(Rounding rounding, String words) {
    for (String word : words.split("\\|")) {
      ROUNDING.put(word, rounding);
    }
  }

  List<Figure> finish(List<RawFigure> found) {
    return shared(found).stream().map(this::figure).toList();
  }

  /** "25 to 40 minutes", "3, 5 and 7 per cent", "$5 to 7 million". */
  private List<RawFigure> shared(List<RawFigure> found) {
    var shared = new ArrayList<>(found);
    for (int i = shared.size() - 1; i > 0; i--) {
      RawFigure left = shared.get(i - 1);
      RawFigure right = shared.get(i);
      if (!joined(left, right) || !left.fixed().isEmpty() || !right.fixed().isEmpty()) {
        continue;
      }
      boolean money = left.unit() != null && left.unit().kind() == Kind.MONEY;
      if (left.open() || money && right.open()) {
        boolean scales =
            left.scale().equals(BigDecimal.ONE) && left.number().compareTo(right.number()) <= 0;
        RawFigure sized = scales ? left.scaled(right.scale()) : left;
        shared.set(i - 1, left.open() ? sized.in(right.unit(), left.next()) : sized);
      }
      if (money && right.open()) {
        shared.set(i, right.in(left.unit(), right.next()));
      }
    }
    return shared;
  }

  private boolean joined(RawFigure left, RawFigure right) {
    int from = tokens.at(left.next() - 1).end();
    return JOINTS.contains(plain.substring(from, tokens.at(right.first()).start()).strip());
  }

  private Figure figure(RawFigure raw) {
    int start = tokens.at(raw.first()).start();
    int end = tokens.at(raw.next() - 1).end();
    return new Figure(
        plain.substring(start, end),
        start,
        end,
        raw.readings(),
        raw.value(),
        rounding(raw.first()),
        bare(raw));
  }

  private Rounding rounding(int first) {
    String before = tokens.lower(first - 1);
    String both = tokens.lower(first - 2) + " " + before;
    return ROUNDING.getOrDefault(both, ROUNDING.getOrDefault(before, Rounding.EXACT));
  }

  private boolean bare(RawFigure raw) {
    if (!raw.open() || !tokens.has(raw.next())) {
      return raw.open();
    }
    Token after = tokens.at(raw.next());
    return after.kind() == Token.Kind.SIGN && !after.is("-")
        || FUNCTION_WORDS.contains(after.lower());
  }
}

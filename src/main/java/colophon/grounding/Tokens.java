package colophon.grounding;

import java.math.BigDecimal;
import java.util.List;

/** The tokens of one text, asked by place; a place outside it holds nothing. */
record Tokens(List<Token> list) {

  Tokens {
    list = List.copyOf(list);
  }

  int size() {
    return list.size();
  }

  Token at(int place) {
    return list.get(place);
  }

  boolean has(int place) {
    return place >= 0 && place < list.size();
  }

  /** The token there in lower case; empty outside the text. */
  String lower(int place) {
    return has(place) ? at(place).lower() : "";
  }

  boolean is(int place, String expected) {
    return lower(place).equals(expected);
  }

  boolean number(int place) {
    return has(place) && at(place).number();
  }

  /** The value of the number there. */
  BigDecimal value(int place) {
    return new BigDecimal(at(place).lower());
  }

  /** Whether a token stands there that no space parts from the one before. */
  boolean attached(int place) {
    return has(place) && !at(place).spaced();
  }

  /** The place after {@code place}, or after a sign that is attached there. */
  int after(int place, String sign) {
    return is(place + 1, sign) && attached(place + 1) ? place + 2 : place + 1;
  }
}

package colophon.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Canonicalization Scheme (RFC 8785): one document, one sequence of bytes. Members are
 * sorted by UTF-16 code units, numbers take the form of ECMAScript, strings are escaped only where
 * they must be.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * The canonical bytes, UTF-8.
   *
   * @throws IllegalArgumentException where the value has no canonical form: a number that no double
   *     can hold, or a string with half a surrogate pair
   */
  public static byte[] bytes(Json value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical bytes as text. */
  public static String text(Json value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Obj object -> writeObject(object, out);
      case Json.Arr array -> {
        String separator = "";
        out.append('[');
        for (Json item : array.items()) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(']');
      }
      case Json.Str string -> writeString(string.value(), out);
      case Json.Num number -> out.append(number(number.literal()));
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null ignored -> out.append("null");
    }
  }

  private static void writeObject(Json.Obj object, StringBuilder out) {
    List<Map.Entry<String, Json>> members =
        new ArrayList<>(new TreeMap<>(object.members()).entrySet());
    String separator = "";
    out.append('{');
    for (var member : members) {
      out.append(separator);
      writeString(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeString(String value, StringBuilder out) {
    if (JsonReader.hasLoneSurrogate(value)) {
      throw new IllegalArgumentException("a JSON string holds whole characters, found half of one");
    }
    out.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        out.append(value, written, i).append(escaped(c));
        written = i + 1;
      }
    }
    out.append(value, written, value.length()).append('"');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u00" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16);
    };
  }

  /** A number as ECMAScript's Number::toString writes it (RFC 8785, section 3.2.2.3). */
  private static String number(String literal) {
    double value = Double.parseDouble(literal);
    if (value == 0) {
      return "0";
    }
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("a JSON number must fit a double, found " + literal);
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    String sign = value < 0 ? "-" : "";
    if (point > 21 || point <= -6) {
      int exponent = point - 1;
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      return sign
          + digits.charAt(0)
          + fraction
          + "e"
          + (exponent < 0 ? "-" : "+")
          + Math.abs(exponent);
    }
    if (point >= digits.length()) {
      return sign + digits + "0".repeat(point - digits.length());
    }
    return point > 0
        ? sign + digits.substring(0, point) + "." + digits.substring(point)
        : sign + "0." + "0".repeat(-point) + digits;
  }

  /**
   * The fewest digits that name this double. Java writes at least two and picks the nearest of
   * those; ECMAScript takes one where one will do (5e-324 is 4.9E-324 to Java).
   */
  private static BigDecimal shortest(double value) {
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (shortest.precision() != 2) {
      return shortest;
    }
    BigDecimal single = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
    return single.doubleValue() == value ? single.stripTrailingZeros() : shortest;
  }
}

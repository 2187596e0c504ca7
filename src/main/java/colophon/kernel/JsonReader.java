package colophon.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads strict JSON (RFC 8259 and the limits of I-JSON, RFC 7493): UTF-8 and nothing else, no byte
 * order mark, no duplicate names, no trailing content, whole characters only, within named limits.
 */
public final class JsonReader {

  /** The deepest nesting accepted. */
  public static final int MOST_DEPTH = 64;

  /** The longest number accepted, in characters. */
  public static final int MOST_NUMBER_CHARACTERS = 100;

  /** The largest number of values accepted in one document, objects and arrays among them. */
  public static final int MOST_VALUES = 500_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxNumberLength(MOST_NUMBER_CHARACTERS)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonParser parser;
  private int values;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads one document.
   *
   * @param mostBytes the largest document accepted, in bytes
   * @throws JsonFormatException where it is larger, malformed, too deep or names a member twice
   */
  public static Json read(byte[] document, int mostBytes) throws JsonFormatException {
    if (document.length > mostBytes) {
      throw new JsonFormatException(
          "expected at most " + mostBytes + " bytes of JSON, found " + document.length);
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text(document))) {
      parser.nextToken();
      Json value = new JsonReader(parser).value();
      if (parser.nextToken() != null) {
        throw new JsonFormatException(
            "expected the end of the document, found more at line "
                + parser.currentTokenLocation().getLineNr()
                + ", column "
                + parser.currentTokenLocation().getColumnNr());
      }
      return value;
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw new JsonFormatException(
          "not JSON: "
              + e.getOriginalMessage()
              + (where == null
                  ? ""
                  : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")"));
    }
  }

  /** Reads one document that must be an object. */
  public static Json.Obj readObject(byte[] document, int mostBytes) throws JsonFormatException {
    if (read(document, mostBytes) instanceof Json.Obj object) {
      return object;
    }
    throw new JsonFormatException("expected a JSON object at the top of the document");
  }

  /** Whether a text holds half of a surrogate pair, which no UTF-8 can carry. */
  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  private static String text(byte[] document) throws JsonFormatException {
    // A fresh decoder reports what is malformed; Jackson would guess at UTF-16 and UTF-32.
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonFormatException("expected UTF-8, found bytes that are not");
    }
  }

  private Json value() throws JsonFormatException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new JsonFormatException("expected a JSON value, found the end of the document");
    }
    if (++values > MOST_VALUES) {
      throw new JsonFormatException("expected at most " + MOST_VALUES + " values in one document");
    }
    return switch (token) {
      case START_OBJECT -> {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = whole(parser.currentName());
          parser.nextToken();
          members.put(name, value());
        }
        yield new Json.Obj(members);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value());
        }
        yield new Json.Arr(items);
      }
      case VALUE_STRING -> new Json.Str(whole(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(finite(parser.getString()));
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      default -> throw new JsonFormatException("expected a JSON value, found " + token);
    };
  }

  private String whole(String text) throws JsonFormatException {
    if (hasLoneSurrogate(text)) {
      throw new JsonFormatException(
          "expected whole characters, found half of a surrogate pair in the string at line "
              + parser.currentTokenLocation().getLineNr()
              + ", column "
              + parser.currentTokenLocation().getColumnNr());
    }
    return text;
  }

  private static String finite(String literal) throws JsonFormatException {
    if (Double.isInfinite(Double.parseDouble(literal))) {
      throw new JsonFormatException("expected a number that a double can hold, found " + literal);
    }
    return literal;
  }
}

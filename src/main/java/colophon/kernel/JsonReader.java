package colophon.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads strict JSON: UTF-8, no duplicate names, no trailing content, within named limits. */
public final class JsonReader {

  /** The deepest nesting accepted. */
  public static final int MOST_DEPTH = 64;

  /** The longest number accepted, in characters. */
  public static final int MOST_NUMBER_CHARACTERS = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxNumberLength(MOST_NUMBER_CHARACTERS)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonReader() {}

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
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
      parser.nextToken();
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw new JsonFormatException(
            "expected the end of the document, found more at byte "
                + parser.currentTokenLocation().getByteOffset());
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

  private static Json value(JsonParser parser) throws JsonFormatException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new JsonFormatException("expected a JSON value, found the end of the document");
    }
    return switch (token) {
      case START_OBJECT -> {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield new Json.Obj(members);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new Json.Arr(items);
      }
      case VALUE_STRING -> new Json.Str(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      default -> throw new JsonFormatException("expected a JSON value, found " + token);
    };
  }
}

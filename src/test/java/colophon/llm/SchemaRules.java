package colophon.llm;

import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What providers demand of the schema of an answer, as they publish it. */
final class SchemaRules {

  private static final int MOST_DEPTH = 10;
  private static final int MOST_PROPERTIES = 5_000;

  private SchemaRules() {}

  /**
   * Strict schemas as OpenAI, Anthropic and Mistral take them: the root is an object, each object
   * closes itself and requires all its properties, and only known key words stand in it.
   */
  static List<String> closed(Json.Obj root, Set<String> keywords) {
    var wrong = new ArrayList<String>();
    if (!"object".equals(type(root))) {
      wrong.add("schema: the root must be an object");
    }
    int properties = closed(root, "schema", keywords, 1, wrong);
    if (properties > MOST_PROPERTIES) {
      wrong.add("schema: at most " + MOST_PROPERTIES + " properties");
    }
    return wrong;
  }

  private static int closed(
      Json.Obj schema, String where, Set<String> keywords, int depth, List<String> wrong) {
    ProtocolPeer.members(schema, where, keywords, wrong);
    if (depth > MOST_DEPTH) {
      wrong.add(where + ": nested deeper than " + MOST_DEPTH);
      return 0;
    }
    int count = 0;
    switch (type(schema)) {
      case "object" -> {
        if (!new Json.Bool(false).equals(schema.get("additionalProperties"))) {
          wrong.add(where + ": 'additionalProperties' is required to be supplied and to be false");
        }
        Json.Obj properties = ProtocolPeer.object(schema, "properties", wrong);
        if (!names(schema).equals(properties.members().keySet())) {
          wrong.add(where + ": 'required' must include every key in properties");
        }
        for (var property : properties.members().entrySet()) {
          count +=
              1
                  + closed(
                      (Json.Obj) property.getValue(),
                      where + "." + property.getKey(),
                      keywords,
                      depth + 1,
                      wrong);
        }
      }
      case "array" ->
          count +=
              closed(
                  ProtocolPeer.object(schema, "items", wrong),
                  where + "[]",
                  keywords,
                  depth + 1,
                  wrong);
      case "string", "integer", "number", "boolean" -> {}
      default -> wrong.add(where + ": expected a type, found " + schema.get("type"));
    }
    return count;
  }

  /** Gemini's own Schema object: types in capitals, no additionalProperties. */
  static List<String> gemini(Json.Obj root) {
    var wrong = new ArrayList<String>();
    gemini(root, "response_schema", wrong);
    return wrong;
  }

  private static final Set<String> GEMINI =
      Set.of(
          "type",
          "format",
          "title",
          "description",
          "nullable",
          "enum",
          "maxItems",
          "minItems",
          "properties",
          "required",
          "minProperties",
          "maxProperties",
          "minLength",
          "maxLength",
          "pattern",
          "example",
          "anyOf",
          "propertyOrdering",
          "default",
          "items",
          "minimum",
          "maximum");

  private static void gemini(Json.Obj schema, String where, List<String> wrong) {
    for (String name : schema.members().keySet()) {
      if (!GEMINI.contains(name)) {
        wrong.add(
            "Invalid JSON payload received. Unknown name \"" + name + "\" at '" + where + "'");
      }
    }
    switch (type(schema)) {
      case "OBJECT" -> {
        Json.Obj properties = ProtocolPeer.object(schema, "properties", wrong);
        if (properties.members().isEmpty()) {
          wrong.add(where + ".properties: should be non-empty for OBJECT type");
        }
        if (!properties.members().keySet().containsAll(names(schema))) {
          wrong.add(where + ".required: property is not defined");
        }
        properties
            .members()
            .forEach((name, value) -> gemini((Json.Obj) value, where + "." + name, wrong));
      }
      case "ARRAY" -> gemini(ProtocolPeer.object(schema, "items", wrong), where + ".items", wrong);
      case "STRING", "INTEGER", "NUMBER", "BOOLEAN" -> {}
      default -> wrong.add(where + ".type: unknown type " + schema.get("type"));
    }
  }

  private static String type(Json.Obj schema) {
    return schema.get("type") instanceof Json.Str type ? type.value() : "none";
  }

  private static Set<String> names(Json.Obj schema) {
    if (schema.get("required") instanceof Json.Arr array) {
      var names = new java.util.HashSet<String>();
      array.items().forEach(item -> names.add(((Json.Str) item).value()));
      return names;
    }
    return Set.of();
  }
}

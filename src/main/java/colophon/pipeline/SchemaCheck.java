package colophon.pipeline;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Holds a definition file against its published JSON Schema, in words for an operator. */
final class SchemaCheck {

  private final Schema schema;

  /** The published schema of that file name, such as {@code pipeline-v1.schema.json}. */
  SchemaCheck(String schemaFile) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream("/colophon/schema/" + schemaFile)) {
      if (in == null) {
        throw new IllegalStateException("the schema " + schemaFile + " is not in the jar");
      }
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every problem, in the order of the file. */
  List<DefinitionProblem> problems(YamlFile file) {
    var problems = new ArrayList<DefinitionProblem>();
    for (Error error : schema.validate(file.root())) {
      problems.add(problem(file, error));
    }
    problems.sort(
        Comparator.comparingInt(DefinitionProblem::line)
            .thenComparingInt(DefinitionProblem::column)
            .thenComparing(DefinitionProblem::message));
    return problems;
  }

  private DefinitionProblem problem(YamlFile file, Error error) {
    String pointer = pointer(error.getInstanceLocation().toString());
    String name = pointer.isEmpty() ? "the file" : "\"" + lastWord(pointer) + "\"";
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> {
        String key = property == null ? "" : property;
        yield file.problem(
            pointer + "/" + key, "\"" + key + "\" is not known here. " + suggestion(key, error));
      }
      case "required" -> file.problem(pointer, name + " must hold \"" + property + "\"; add it.");
      case "enum" ->
          file.problem(
              pointer,
              name
                  + " must be one of "
                  + words(error.getSchemaNode())
                  + "; found "
                  + found(error)
                  + ".");
      default -> file.problem(pointer, name + " " + complaint(error) + hint(error));
    };
  }

  private static String complaint(Error error) {
    JsonNode node = error.getInstanceNode();
    return node != null && node.isNull()
        ? "is empty; give it a value or take it out."
        : plain(error) + "; found " + found(error) + ".";
  }

  private static String plain(Error error) {
    Object[] arguments = error.getArguments();
    Object first = arguments != null && arguments.length > 0 ? arguments[0] : "";
    return switch (error.getKeyword()) {
      case "type" -> "must be " + kind(expectedKind(error));
      case "pattern" -> "does not have the form asked for";
      case "minimum" -> "must be at least " + first;
      case "maximum" -> "must be at most " + first;
      case "minItems" ->
          "must have at least "
              + first
              + ("1".equals(String.valueOf(first)) ? " entry" : " entries");
      case "maxItems" -> "must have at most " + first + " entries";
      case "minLength" -> "must not be empty";
      case "maxLength" -> "must have at most " + first + " characters";
      case "uniqueItems" -> "holds an entry twice";
      default -> error.getMessage();
    };
  }

  private String hint(Error error) {
    String description = schemaAt(error).path("description").asString("");
    return description.isEmpty() ? "" : " " + description;
  }

  /** The validator names the kind it found first and the kind it wants second. */
  private static String expectedKind(Error error) {
    Object[] arguments = error.getArguments();
    return arguments != null && arguments.length > 1
        ? String.valueOf(arguments[1])
        : "another kind";
  }

  /** A kind of value in words. */
  private static String kind(String type) {
    return switch (type) {
      case "string" -> "text (in quotes where it looks like a number)";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a group of \"key: value\" lines";
      default -> type;
    };
  }

  private static String found(Error error) {
    JsonNode node = error.getInstanceNode();
    if (node == null) {
      return "nothing";
    }
    String text = node.isString() ? "\"" + node.asString() + "\"" : node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** The nearest known key, and where none is near, all of them. */
  private String suggestion(String key, Error error) {
    var known = new TreeSet<String>();
    JsonNode at = schemaAt(error);
    at.path("properties").propertyNames().forEach(known::add);
    String like = NearestWord.of(key, known);
    String nearest =
        like != null
            ? like
            : known.stream().filter(word -> word.startsWith(key)).findFirst().orElse(null);
    return nearest == null
        ? "Known here: " + String.join(", ", known) + "."
        : "Did you mean \"" + nearest + "\"?";
  }

  /** The part of the schema that rules the place of an error. */
  private JsonNode schemaAt(Error error) {
    JsonNode at = schema.getSchemaNode();
    for (String step : error.getInstanceLocation().toString().split("/")) {
      if (!step.isEmpty()) {
        at = step.matches("[0-9]+") ? at.path("items") : at.path("properties").path(step);
      }
    }
    return at;
  }

  private static String words(JsonNode schemaNode) {
    var words = new ArrayList<String>();
    JsonNode values = schemaNode.isArray() ? schemaNode : schemaNode.path("enum");
    values.forEach(value -> words.add(value.asString()));
    return String.join(", ", words);
  }

  private static String pointer(String location) {
    return location.equals("/") ? "" : location;
  }

  private static String lastWord(String pointer) {
    String[] steps = pointer.split("/");
    String last = steps[steps.length - 1];
    return last.matches("[0-9]+") && steps.length > 2
        ? steps[steps.length - 2] + "[" + last + "]"
        : last;
  }
}

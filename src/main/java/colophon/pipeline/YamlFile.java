package colophon.pipeline;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file as a JSON tree that still knows where each value stood. Scalars follow YAML 1.2's
 * core schema, so that {@code 09:30} and {@code on} stay the words they look like.
 */
final class YamlFile {

  /** The largest definition file, in bytes. */
  static final int MOST_BYTES = 512 * 1024;

  /** How deep values may be nested. */
  private static final int MOST_DEPTH = 20;

  private final String name;
  private final JsonNode root;
  private final Map<String, Mark> marks;

  private YamlFile(String name, JsonNode root, Map<String, Mark> marks) {
    this.name = name;
    this.root = root;
    this.marks = marks;
  }

  /** Reads a file; the list holds the one problem where it is not YAML. */
  static YamlFile read(String name, byte[] bytes) throws DefinitionException {
    if (bytes.length > MOST_BYTES) {
      throw new DefinitionException(
          List.of(
              new DefinitionProblem(
                  name, 1, 1, "a definition has at most " + MOST_BYTES + " bytes; divide it.")));
    }
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(MOST_DEPTH);
    options.setCodePointLimit(MOST_BYTES);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      YamlRules.check(name, text, options);
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new DefinitionException(
            List.of(
                new DefinitionProblem(
                    name, 1, 1, "the file is empty; remove it or write a definition into it.")));
      }
      var marks = new HashMap<String, Mark>();
      JsonNode root = json(node, "", marks, name);
      return new YamlFile(name, root, marks);
    } catch (CharacterCodingException e) {
      throw new DefinitionException(
          List.of(
              new DefinitionProblem(name, 1, 1, "the file is not UTF-8 text; save it as UTF-8.")));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new DefinitionException(
          List.of(
              new DefinitionProblem(
                  name,
                  mark == null ? 1 : mark.getLine() + 1,
                  mark == null ? 1 : mark.getColumn() + 1,
                  "this is not YAML: " + plain(e.getProblem()))));
    } catch (YAMLException e) {
      throw new DefinitionException(
          List.of(new DefinitionProblem(name, 1, 1, "this is not YAML: " + plain(e.getMessage()))));
    }
  }

  /** The parser's words as the end of a sentence, with those that puzzle people put plainly. */
  private static String plain(@Nullable String problem) {
    String words = problem == null ? "" : problem.lines().findFirst().orElse("").strip();
    if (words.contains("\\t(TAB)")) {
      return "a line is indented with a tab; use spaces.";
    }
    if (words.startsWith("special characters")) {
      return "it holds a control character; take it out.";
    }
    if (words.startsWith("Nesting Depth")) {
      return "it is nested more than " + MOST_DEPTH + " deep.";
    }
    if (words.contains("another document")) {
      return "a second document begins here (\"---\"); one file holds one definition.";
    }
    return words + ".";
  }

  String name() {
    return name;
  }

  JsonNode root() {
    return root;
  }

  /** A problem at the place of a JSON pointer such as {@code /sources/0/kind}. */
  DefinitionProblem problem(String pointer, String message) {
    Mark mark = marks.get(pointer);
    for (String up = pointer; mark == null && !up.isEmpty(); mark = marks.get(up)) {
      up = up.substring(0, up.lastIndexOf('/'));
    }
    return new DefinitionProblem(
        name,
        mark == null ? 1 : mark.getLine() + 1,
        mark == null ? 1 : mark.getColumn() + 1,
        message);
  }

  private static JsonNode json(Node node, String pointer, Map<String, Mark> marks, String name)
      throws DefinitionException {
    marks.putIfAbsent(pointer, node.getStartMark());
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer, marks, name);
      case SequenceNode sequence -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int index = 0;
        for (Node item : sequence.getValue()) {
          array.add(json(item, pointer + "/" + index++, marks, name));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> JsonNodeFactory.instance.nullNode();
    };
  }

  private static ObjectNode object(
      MappingNode mapping, String pointer, Map<String, Mark> marks, String name)
      throws DefinitionException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (var member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw new DefinitionException(
            List.of(
                new DefinitionProblem(
                    name,
                    member.getKeyNode().getStartMark().getLine() + 1,
                    member.getKeyNode().getStartMark().getColumn() + 1,
                    "a key must be a word.")));
      }
      String at = pointer + "/" + key.getValue();
      // An unknown key is best shown where the key stands, not its value.
      marks.put(at, key.getStartMark());
      if (object.has(key.getValue())) {
        throw new DefinitionException(
            List.of(
                new DefinitionProblem(
                    name,
                    key.getStartMark().getLine() + 1,
                    key.getStartMark().getColumn() + 1,
                    "\"" + key.getValue() + "\" stands here a second time; keep one.")));
      }
      object.set(key.getValue(), json(member.getValueNode(), at, marks, name));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String value = scalar.getValue();
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return nodes.stringNode(value);
    }
    return switch (value) {
      case "", "~", "null", "Null", "NULL" -> nodes.nullNode();
      case "true", "True", "TRUE" -> nodes.booleanNode(true);
      case "false", "False", "FALSE" -> nodes.booleanNode(false);
      default -> {
        if (value.matches("[-+]?[0-9]{1,18}")) {
          yield nodes.numberNode(Long.parseLong(value));
        }
        yield value.matches("[-+]?(\\.[0-9]+|[0-9]+\\.[0-9]*)([eE][-+]?[0-9]+)?")
            ? nodes.numberNode(new java.math.BigDecimal(value))
            : nodes.stringNode(value);
      }
    };
  }
}

package colophon.edition;

import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads one label profile. It walks the nodes of the document itself, so that every message has a
 * line and a column and nothing in the file can name a type to be made.
 */
final class LabelProfileReader {

  private static final int MOST_DEPTH = 4;
  private static final List<String> KEYS =
      List.of(
          "profile",
          "title",
          "role",
          "binds",
          "legal-status",
          "status-note",
          "source",
          "checked",
          "position",
          "metadata",
          "wording");
  private static final List<String> WORDING_KEYS =
      List.of("short", "long", "written", "arranged", "reviewed", "unreviewed", "edited", "join");

  private final String fileName;

  LabelProfileReader(String fileName) {
    this.fileName = fileName;
  }

  LabelProfile read(String yaml) throws LabelProfileException {
    Node root = compose(yaml);
    if (root == null) {
      throw new LabelProfileException(fileName + " is empty; a label profile is expected");
    }
    Map<String, Node> members = members(root, KEYS);
    String id = text(root, members, "profile");
    if (!fileName.equals(id + ".yaml")) {
      throw wrong(
          root, "the profile \"" + id + "\" must stand in a file named \"" + id + ".yaml\"");
    }
    var wordings = new LinkedHashMap<String, Wording>();
    Node wording = need(root, members, "wording");
    for (var entry : members(wording, null).entrySet()) {
      wordings.put(language(entry.getKey(), entry.getValue()), wording(entry.getValue()));
    }
    if (!text(root, members, "position").equals("top")) {
      throw wrong(
          need(root, members, "position"),
          "\"position\" must be \"top\": readers meet the label before the text");
    }
    try {
      return new LabelProfile(
          id,
          text(root, members, "title"),
          word(LabelProfile.Role.class, need(root, members, "role"), "role"),
          text(root, members, "binds"),
          word(LabelProfile.LegalStatus.class, need(root, members, "legal-status"), "legal-status"),
          text(root, members, "status-note"),
          source(need(root, members, "source"), text(root, members, "source")),
          LocalDate.parse(text(root, members, "checked")),
          LabelProfile.Position.TOP,
          metadata(need(root, members, "metadata")),
          wordings);
    } catch (DateTimeException e) {
      throw wrong(need(root, members, "checked"), "\"checked\" must be a day like 2026-11-23");
    } catch (IllegalArgumentException e) {
      throw wrong(wording, e.getMessage());
    }
  }

  private @Nullable Node compose(String yaml) throws LabelProfileException {
    var options = new LoaderOptions();
    options.setCodePointLimit(LabelProfiles.MOST_BYTES);
    options.setNestingDepthLimit(MOST_DEPTH);
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new LabelProfileException(
          fileName + place(mark) + ": not YAML as it stands: " + e.getProblem());
    } catch (YAMLException e) {
      throw new LabelProfileException(fileName + ": not YAML as it stands: " + e.getMessage());
    }
  }

  private Wording wording(Node node) throws LabelProfileException {
    Map<String, Node> members = members(node, WORDING_KEYS);
    Node join = members.get("join");
    try {
      return new Wording(
          text(node, members, "short"),
          text(node, members, "long"),
          text(node, members, "written"),
          text(node, members, "arranged"),
          text(node, members, "reviewed"),
          text(node, members, "unreviewed"),
          text(node, members, "edited"),
          join == null ? " " : scalar(join, "join"));
    } catch (IllegalArgumentException e) {
      throw wrong(node, e.getMessage());
    }
  }

  private List<LabelProfile.MetadataKey> metadata(Node node) throws LabelProfileException {
    if (!(node instanceof SequenceNode list)) {
      throw wrong(node, "\"metadata\" must be a list");
    }
    var keys = new LinkedHashSet<LabelProfile.MetadataKey>();
    for (Node item : list.getValue()) {
      keys.add(word(LabelProfile.MetadataKey.class, item, "metadata"));
    }
    return List.copyOf(keys);
  }

  /** One of the words that a constant's name stands for, such as {@code in force}. */
  private <E extends Enum<E>> E word(Class<E> type, Node node, String key)
      throws LabelProfileException {
    String text = scalar(node, key);
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    throw wrong(
        node,
        "\""
            + key
            + "\" is one of "
            + Stream.of(type.getEnumConstants())
                .map(LabelProfileReader::word)
                .collect(Collectors.joining(", "))
            + "; found \""
            + text
            + "\"");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String language(String tag, Node node) throws LabelProfileException {
    if (!tag.matches("[a-z]{2,3}")) {
      throw wrong(
          node, "a language is two or three small letters such as en, found \"" + tag + "\"");
    }
    return tag;
  }

  private URI source(Node node, String text) throws LabelProfileException {
    return WebLink.parse(text)
        .orElseThrow(() -> wrong(node, "\"source\" must be an http or https address"));
  }

  private Map<String, Node> members(Node node, @Nullable List<String> known)
      throws LabelProfileException {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, "expected keys with values here");
    }
    var members = new LinkedHashMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(tuple.getKeyNode(), "a key");
      if (known != null && !known.contains(key)) {
        throw wrong(
            tuple.getKeyNode(),
            "unknown key \"" + key + "\"; known are " + String.join(", ", known));
      }
      if (members.put(key, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), "the key \"" + key + "\" stands here twice");
      }
    }
    return members;
  }

  private Node need(Node parent, Map<String, Node> members, String key)
      throws LabelProfileException {
    Node node = members.get(key);
    if (node == null) {
      throw wrong(parent, "the key \"" + key + "\" is missing");
    }
    return node;
  }

  private String text(Node parent, Map<String, Node> members, String key)
      throws LabelProfileException {
    return scalar(need(parent, members, key), key);
  }

  private String scalar(Node node, String key) throws LabelProfileException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, "\"" + key + "\" must be a text");
  }

  private LabelProfileException wrong(Node node, @Nullable String what) {
    return new LabelProfileException(fileName + place(node.getStartMark()) + ": " + what);
  }

  private static String place(@Nullable Mark mark) {
    return mark == null
        ? ""
        : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
  }
}

package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds docs/pipelines.md to the schema and to what the reader accepts. */
class PipelineDocsTest {

  private static final Path PAGE = Path.of("docs", "pipelines.md");
  private static final Path SCHEMA = Path.of("docs", "schema", "pipeline-v1.schema.json");
  private static final Pattern TABLE = Pattern.compile("(?s)(<!-- keys -->\n).*?(<!-- /keys -->)");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void describesEveryKeyOfTheSchema() throws IOException {
    String page = Files.readString(PAGE);
    var rows = new ArrayList<String>(List.of("| key | default | what it is |", "|---|---|---|"));
    rows(new JsonMapper().readTree(Files.readString(SCHEMA)), "", rows);
    String table = String.join("\n", rows) + "\n";
    String current =
        TABLE
            .matcher(page)
            .replaceFirst(match ->
                java.util.regex.Matcher.quoteReplacement(match.group(1) + table + match.group(2)));
    if (Boolean.getBoolean("colophon.rewrite")) {
      Files.writeString(PAGE, current);
    }
    assertThat(Files.readString(PAGE))
        .as("run with -Dcolophon.rewrite=true where the schema has changed")
        .isEqualTo(current);
  }

  @Test
  void showsExamplesThatTheReaderAccepts() throws Exception {
    List<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(examples).hasSize(3);
    for (String example : examples) {
      String name = example.lines().findFirst().orElse("").replace("name: ", "");
      Pipeline pipeline =
          PipelineReader.read(
              name + ".yaml", example.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
      assertThat(pipeline.name()).isEqualTo(name);
    }
  }

  @Test
  void namesEachPublicFeedWithItsAddress() throws Exception {
    Path file = Path.of("pipeline", "public-feeds.yaml");
    Pipeline feeds =
        PipelineReader.read(file.toString(), Files.readAllBytes(file), Path.of("pipeline"));
    String page = Files.readString(PAGE);
    assertThat(feeds.sources())
        .allSatisfy(source ->
            assertThat(page).contains("| " + source.outlet() + " | `" + source.location() + "` |"));
  }

  private static void rows(JsonNode schema, String above, List<String> rows) {
    schema
        .path("properties")
        .properties()
        .forEach(property -> {
          String key = above + property.getKey();
          JsonNode rules = property.getValue();
          rows.add(row(key, rules));
          boolean list = rules.path("items").has("properties");
          rows(list ? rules.path("items") : rules, key + (list ? "[]." : "."), rows);
        });
  }

  private static String row(String key, JsonNode rules) {
    String what = rules.path("description").asString("");
    if (what.isEmpty()) {
      assertThat(key).as("a key without a description").matches("(model|budget)(\\..*)?");
      what = "See [models.md](models.md).";
    }
    String range = range(rules);
    return "| `"
        + key
        + "` | "
        + value(rules.path("default"))
        + " | "
        + what
        + (range.isEmpty() ? "" : " " + range)
        + " |";
  }

  private static String value(JsonNode node) {
    return node.isMissingNode() ? "" : "`" + (node.isString() ? node.asString() : node) + "`";
  }

  private static String range(JsonNode rules) {
    if (rules.has("enum")) {
      return Stream.of(rules.path("enum"))
          .flatMap(values -> values.valueStream())
          .map(value -> "`" + value.asString() + "`")
          .collect(java.util.stream.Collectors.joining(", ", "One of ", "."));
    }
    if (rules.has("minimum") && rules.has("maximum")) {
      return "From " + rules.path("minimum") + " to " + rules.path("maximum") + ".";
    }
    return rules.has("minimum") ? "At least " + rules.path("minimum") + "." : "";
  }
}

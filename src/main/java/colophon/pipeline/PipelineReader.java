package colophon.pipeline;

import colophon.brief.Style;
import colophon.capture.Source;
import colophon.capture.SourceKind;
import colophon.grounding.Thresholds;
import colophon.kernel.Digest;
import colophon.review.ReviewPolicy;
import colophon.text.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a pipeline from its file. The schema says what may stand there; this reader adds what a
 * schema cannot say (zones that exist, durations in range, schedules that fire, paths).
 */
public final class PipelineReader {

  private static final SchemaCheck SCHEMA = new SchemaCheck("pipeline-v1.schema.json");

  private final YamlFile file;
  private final Path folder;
  private final List<DefinitionProblem> problems = new ArrayList<>();

  private PipelineReader(YamlFile file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * Reads one definition.
   *
   * @param name how the person named the file; problems carry it
   * @param bytes of the file
   * @param folder against which relative paths stand: the file's own folder
   * @throws DefinitionException with every problem that was found
   */
  public static Pipeline read(String name, byte[] bytes, Path folder) throws DefinitionException {
    YamlFile file = YamlFile.read(name, bytes);
    List<DefinitionProblem> schemaProblems = SCHEMA.problems(file);
    if (!schemaProblems.isEmpty()) {
      throw new DefinitionException(schemaProblems);
    }
    var reader = new PipelineReader(file, folder);
    Pipeline pipeline = reader.pipeline(Digest.of(bytes));
    if (!reader.problems.isEmpty()) {
      throw new DefinitionException(reader.problems);
    }
    return pipeline;
  }

  private Pipeline pipeline(Digest definition) {
    JsonNode root = file.root();
    JsonNode selection = root.path("selection");
    JsonNode style = root.path("style");
    JsonNode grounding = root.path("grounding");
    var thresholds =
        new Thresholds(
            grounding.path("weakBelowMilli").asInt(Thresholds.DEFAULT.weakBelowMilli()),
            grounding
                .path("unsupportedBelowMilli")
                .asInt(Thresholds.DEFAULT.unsupportedBelowMilli()));
    if (thresholds.unsupportedBelowMilli() > thresholds.weakBelowMilli()) {
      wrong("/grounding", "\"unsupportedBelowMilli\" must not be above \"weakBelowMilli\".");
    }
    var written = Style.DEFAULT;
    var form =
        new Style(
            new Language(style.path("language").asString("en")),
            style.path("leastWords").asInt(written.leastWords()),
            style.path("mostWords").asInt(written.mostWords()),
            style.path("sections").asInt(written.sections()),
            style.path("mostSharePercent").asInt(written.mostSharePercent()));
    if (form.leastWords() > form.mostWords()) {
      wrong("/style/leastWords", "\"leastWords\" must not be above \"mostWords\".");
    }
    return new Pipeline(
        root.path("name").asString(),
        root.path("title").asString(),
        definition,
        zone(root.path("timeZone").asString()),
        root.path("sample").asBoolean(false),
        root.path("paused").asBoolean(false),
        schedule(root.path("schedule")),
        sources(root.path("sources")),
        duration("/window", root.path("window"), "PT24H", Duration.ofHours(1), Duration.ofDays(30)),
        new Selection(
            languages(selection.path("languages")),
            words(selection.path("anyKeyword")),
            words(selection.path("noKeyword")),
            selection.path("leastIndependentSources").asInt(2)),
        root.path("briefsPerRun").asInt(5),
        form,
        model(root.path("model")),
        root.path("prompt").asString("brief"),
        thresholds,
        ReviewPolicy.valueOf(
            root.path("review").asString("always").toUpperCase(Locale.ROOT).replace('-', '_')),
        root.path("label").asString("eu"),
        root.has("channels") ? words(root.path("channels")) : List.of("site"),
        spending(root.path("budget")));
  }

  private Schedule schedule(JsonNode node) {
    if (node.isMissingNode()) {
      return Schedule.NONE;
    }
    if (node.has("at") == node.has("every")) {
      wrong(
          "/schedule",
          "a schedule that fires holds either \"at\" or \"every\"; without both it"
              + " would never run. Give one of them, or leave the schedule out.");
      return Schedule.NONE;
    }
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : words(node.path("days"))) {
      for (DayOfWeek known : DayOfWeek.values()) {
        if (known.name().toLowerCase(Locale.ROOT).startsWith(day)) {
          days.add(known);
        }
      }
    }
    Duration every =
        node.has("every")
            ? duration(
                "/schedule/every",
                node.path("every"),
                "",
                Duration.ofMinutes(5),
                Duration.ofDays(1))
            : Duration.ZERO;
    return new Schedule(
        words(node.path("at")).stream().map(LocalTime::parse).toList(),
        every,
        days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
        node.path("missed").asString("run-once").equals("skip")
            ? Schedule.Missed.SKIP
            : Schedule.Missed.RUN_ONCE);
  }

  private List<Source> sources(JsonNode nodes) {
    var sources = new ArrayList<Source>();
    var ids = new HashSet<String>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      String at = "/sources/" + i;
      String id = node.path("id").asString();
      if (!ids.add(id)) {
        wrong(at + "/id", "two sources are called \"" + id + "\"; each needs a name of its own.");
      }
      URI location = location(at, node);
      if (location == null) {
        continue;
      }
      sources.add(
          new Source(
              id,
              node.path("outlet").asString(),
              SourceKind.valueOf(node.path("kind").asString().toUpperCase(Locale.ROOT)),
              location,
              node.has("publicBase") ? URI.create(node.path("publicBase").asString()) : null,
              node.path("weight").asInt(5),
              node.path("outsideModel").asBoolean(false),
              words(node.path("allow")).stream().map(this::allowEntry).toList(),
              duration(
                  at + "/pollEvery",
                  node.path("pollEvery"),
                  "PT15M",
                  Duration.ofMinutes(1),
                  Duration.ofDays(7))));
    }
    return sources;
  }

  private @Nullable URI location(String at, JsonNode node) {
    String text = node.path("location").asString();
    try {
      if (text.startsWith("http://") || text.startsWith("https://")) {
        URI uri = URI.create(text);
        if (uri.getHost() == null) {
          wrong(at + "/location", "\"" + text + "\" names no host.");
          return null;
        }
        return uri;
      }
      if (text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
        wrong(at + "/location", "\"" + text + "\" must be an http or https address, or a path.");
        return null;
      }
      Path path = folder.resolve(text).toAbsolutePath().normalize();
      boolean allowed =
          words(node.path("allow")).stream()
              .filter(entry -> entry.startsWith("file:"))
              .map(entry -> folder.resolve(entry.substring(5)).toAbsolutePath().normalize())
              .anyMatch(path::startsWith);
      if (!allowed) {
        wrong(
            at + "/location",
            "\""
                + text
                + "\" is a local path, which is refused unless an entry in \"allow\" names it,"
                + " such as \"file:"
                + text
                + "\".");
      }
      return path.toUri();
    } catch (IllegalArgumentException e) {
      wrong(at + "/location", "\"" + text + "\" is neither an address nor a path.");
      return null;
    }
  }

  private String allowEntry(String entry) {
    return entry.startsWith("file:")
        ? "file:" + folder.resolve(entry.substring(5)).toAbsolutePath().normalize()
        : entry;
  }

  private ModelChoice model(JsonNode node) {
    return new ModelChoice(
        node.path("use").asString("extractive"),
        node.has("baseUrl") ? URI.create(node.path("baseUrl").asString()) : null,
        node.path("temperatureMilli").asInt(200),
        node.path("mostOutputTokens").asInt(4000),
        duration(
            "/model/deadline",
            node.path("deadline"),
            "PT2M",
            Duration.ofSeconds(1),
            Duration.ofMinutes(15)),
        node.has("seed") ? node.path("seed").asLong() : null);
  }

  private static Spending spending(JsonNode node) {
    return new Spending(
        node.path("callsPerRun").asLong(20),
        node.path("tokensPerRun").asLong(200_000),
        node.path("moneyMicrosPerRun").asLong(1_000_000),
        node.path("callsPerDay").asLong(200),
        node.path("tokensPerDay").asLong(2_000_000),
        node.path("moneyMicrosPerDay").asLong(5_000_000));
  }

  private ZoneId zone(String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    var known = new java.util.TreeSet<>(ZoneId.getAvailableZoneIds());
    String nearest = NearestWord.of(text, known);
    wrong(
        "/timeZone",
        "\""
            + text
            + "\" is no time zone. "
            + (nearest == null
                ? "Use a name such as Europe/Berlin."
                : "Did you mean \"" + nearest + "\"?"));
    return java.time.ZoneOffset.UTC;
  }

  private Duration duration(
      String pointer, JsonNode node, String otherwise, Duration least, Duration most) {
    String text = node.asString(otherwise);
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        wrong(pointer, "\"" + text + "\" must lie between " + least + " and " + most + ".");
      }
      return duration;
    } catch (java.time.format.DateTimeParseException e) {
      wrong(
          pointer,
          "\""
              + text
              + "\" is no duration; write PT15M for 15 minutes, PT3H for 3 hours, P2D for 2"
              + " days.");
      return least;
    }
  }

  private static Set<Language> languages(JsonNode node) {
    var languages = new LinkedHashSet<Language>();
    words(node).forEach(tag -> languages.add(new Language(tag)));
    return languages;
  }

  private static List<String> words(JsonNode node) {
    var words = new ArrayList<String>();
    node.forEach(word -> words.add(word.asString()));
    return words;
  }

  private void wrong(String pointer, String message) {
    problems.add(file.problem(pointer, message));
  }
}

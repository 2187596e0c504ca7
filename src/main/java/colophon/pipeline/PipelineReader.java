package colophon.pipeline;

import colophon.brief.Style;
import colophon.grounding.Thresholds;
import colophon.kernel.Digest;
import colophon.llm.AnswerForm;
import colophon.llm.ModelParameters;
import colophon.llm.ModelSettingsException;
import colophon.llm.PriceList;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
  private final DefinitionNotes notes;

  private PipelineReader(YamlFile file, Path folder) {
    this.file = file;
    this.folder = folder;
    this.notes = new DefinitionNotes(file);
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
    String baseUrl = file.root().path("model").path("baseUrl").asString("");
    if (!baseUrl.isEmpty()
        && new SourceReader(folder, reader.notes).web("/model/baseUrl", baseUrl) == null) {
      throw new DefinitionException(reader.notes.problems());
    }
    Pipeline pipeline = reader.pipeline(Digest.of(bytes));
    List<DefinitionProblem> found = reader.notes.problems();
    if (!found.isEmpty()) {
      throw new DefinitionException(found);
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
        new SourceReader(folder, notes).sources(root.path("sources")),
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
        root.path("reviewers").asInt(1),
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
          node.has("at")
              ? "a schedule holds either \"at\" or \"every\", and both stand here; take one out."
              : "this schedule never fires, since it holds neither \"at\" nor \"every\"; give one"
                  + " of them, or leave the schedule out.");
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

  private ModelChoice model(JsonNode node) {
    var choice =
        new ModelChoice(
            node.path("use").asString("extractive"),
            node.has("baseUrl") ? URI.create(node.path("baseUrl").asString()) : null,
            node.has("temperatureMilli")
                ? Integer.valueOf(node.path("temperatureMilli").asInt())
                : null,
            node.path("mostOutputTokens").asInt(ModelParameters.DEFAULT.mostOutputTokens()),
            duration(
                "/model/deadline",
                node.path("deadline"),
                "PT3M",
                Duration.ofSeconds(1),
                Duration.ofMinutes(15)),
            node.has("seed") ? Long.valueOf(node.path("seed").asLong()) : null,
            node.has("contextTokens") ? Integer.valueOf(node.path("contextTokens").asInt()) : null,
            AnswerForm.named(node.path("answer").asString("json-schema")).orElseThrow(),
            node.has("outside") ? Boolean.valueOf(node.path("outside").asBoolean()) : null,
            node.has("price")
                ? new PriceList.Price(
                    node.path("price").path("input").asLong(),
                    node.path("price").path("output").asLong())
                : null);
    try {
      choice.settings();
    } catch (ModelSettingsException e) {
      wrong("/model", e.getMessage() + ".");
    }
    return choice;
  }

  private static Spending spending(JsonNode node) {
    return new Spending(
        node.path("callsPerRun").asLong(20),
        node.path("tokensPerRun").asLong(400_000),
        money(node.path("moneyMicrosPerRun")),
        node.path("callsPerDay").asLong(200),
        node.path("tokensPerDay").asLong(4_000_000),
        money(node.path("moneyMicrosPerDay")));
  }

  private static @Nullable Long money(JsonNode node) {
    return node.isMissingNode() ? null : Long.valueOf(node.asLong());
  }

  private ZoneId zone(String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    wrong("/timeZone", "\"" + text + "\" is no time zone. " + zoneMeant(text));
    return java.time.ZoneOffset.UTC;
  }

  /** A city alone is a zone to people; an offset is none, since no clock change is known of it. */
  private static String zoneMeant(String text) {
    var known = new TreeSet<>(ZoneId.getAvailableZoneIds());
    String city = "/" + text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    String meant =
        known.stream()
            .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
            .findFirst()
            .orElse(null);
    if (meant == null && !text.matches("(?i)(utc|gmt)?\\s*[+-].*")) {
      meant = NearestWord.of(text, known);
    }
    return meant == null
        ? "Use a name such as Europe/Berlin, which knows when clocks change."
        : "Did you mean \"" + meant + "\"?";
  }

  private Duration duration(
      String pointer, JsonNode node, String otherwise, Duration least, Duration most) {
    return notes.duration(pointer, node, otherwise, least, most);
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
    notes.wrong(pointer, message);
  }
}

package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.llm.AnswerForm;
import colophon.llm.PriceList;
import colophon.review.ReviewPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineReaderTest {

  private static final String LEAST =
      """
      name: night
      title: Night wire
      timeZone: Europe/Berlin
      sources:
        - id: echo
          outlet: Echo
          kind: feed
          location: https://echo.example/feed
      """;

  @Test
  void fillsInTheDefaultsOfACarefulNewsroom() throws Exception {
    Pipeline pipeline = read(LEAST);
    assertThat(pipeline.review()).isEqualTo(ReviewPolicy.ALWAYS);
    assertThat(pipeline.reviewers()).isEqualTo(1);
    assertThat(pipeline.selection().leastIndependentSources()).isEqualTo(2);
    assertThat(pipeline.briefsPerRun()).isEqualTo(5);
    assertThat(pipeline.model().use()).isEqualTo("extractive");
    assertThat(pipeline.label()).isEqualTo("eu");
    assertThat(pipeline.schedule().fires()).isFalse();
    assertThat(pipeline.window()).isEqualTo(Duration.ofHours(24));
    assertThat(pipeline.sources().getFirst().outsideModel()).isFalse();
  }

  @Test
  void asksForASecondPersonWhereTheFileSaysSo() throws Exception {
    assertThat(read(LEAST + "reviewers: 2\n").reviewers()).isEqualTo(2);
  }

  @Test
  void oneLineChoosesAModelAndNothingElseIsSent() throws Exception {
    ModelChoice model = read(LEAST + "model: {use: 'openai:gpt-5-mini'}\n").model();
    assertThat(model.temperatureMilli()).isNull();
    assertThat(model.seed()).isNull();
    assertThat(model.settings().outside()).isTrue();
    assertThat(model.settings().parameters().answer()).isEqualTo(AnswerForm.JSON_SCHEMA);
    assertThat(read(LEAST + "model: {use: 'ollama:llama3.1:8b'}\n").model().settings().outside())
        .isFalse();
  }

  @Test
  void readsEverySettingOfAModel() throws Exception {
    ModelChoice model =
        read(LEAST
                + "model: {use: 'openai:x', baseUrl: 'http://127.0.0.1:8000/v1', temperatureMilli:"
                + " 0, seed: 7, contextTokens: 65536, answer: json-object, outside: true, price:"
                + " {input: 3, output: 4}, deadline: PT5S, mostOutputTokens: 512}\n")
            .model();
    assertThat(model)
        .isEqualTo(
            new ModelChoice(
                "openai:x",
                URI.create("http://127.0.0.1:8000/v1"),
                0,
                512,
                Duration.ofSeconds(5),
                7L,
                65_536,
                AnswerForm.JSON_OBJECT,
                true,
                new PriceList.Price(3, 4)));
  }

  @Test
  void readsTimesOfDayAsTheyLook() throws Exception {
    Pipeline pipeline = read(LEAST + "schedule:\n  at: [06:30, 18:00]\n");
    assertThat(pipeline.schedule().at()).map(Object::toString).containsExactly("06:30", "18:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          revue: never                       | night.yaml:9:1 | "revue" is not known here. Did you mean "review"?
          style: {mostWord: 300}             | night.yaml:9:9 | Did you mean "mostWords"?
          review: sometimes                  | night.yaml:9:1 | must be one of always, when-flagged, never; found "sometimes"
          schedule: {missed: skip}           | night.yaml:9:1 | this schedule never fires
          schedule: {at: []}                 | night.yaml:9:12 | must have at least 1 entry; found []
          schedule: {at: ["25:00"]}          | night.yaml:9 | does not have the form asked for
          briefsPerRun: 0                    | night.yaml:9:1 | must be at least 1; found 0
          window: yesterday                  | night.yaml:9:1 | is no duration
          model: {use: openai}               | night.yaml:9:9 | with the provider's own name of the model
          model: {use: "openai:x", temperature: 1} | night.yaml:9 | Did you mean "temperatureMilli"?
          model: {use: "anthropic:x", seed: 1} | night.yaml:9:1 | seed is not known to anthropic; take it out.
          model: {use: "anthropic:x", answer: json-object} | night.yaml:9:1 | is not known to anthropic
          model: {use: "openai:x", answer: json} | night.yaml:9 | must be one of json-schema, json-object, prompt-only
          model: {use: "gemini:x", outside: false} | night.yaml:9:1 | "outside" cannot be false
          model: {use: "ollama:x", contextTokens: 16000} | night.yaml:9:1 | leaves no room for the sources in a context of 16000 tokens
          model: {use: "openai:x", price: {input: 1}} | night.yaml:9 | must hold "output"
          window: PT1S                       | night.yaml:9:1 | must lie between PT1H and P30D
          """)
  void saysWhereAMistakeStandsAndWhatWouldBeRight(String line, String place, String message) {
    assertThatThrownBy(() -> read(LEAST + line.strip() + "\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(place.strip())
        .hasMessageContaining(message.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title2: &a [*a]                          | night.yaml:9:13 | "*a" stands for a value written elsewhere
          paused: !!java.io.File [/etc/passwd]     | night.yaml:9:9  | the tag "tag:yaml.org,2002:java.io.File" is not used
          title2: "a\0b"                           | night.yaml:1:1  | it holds a control character; take it out
          title2: "a\\0b"                          | night.yaml:9:9  | a value holds a control character; take it out
          window:                                  | night.yaml:9:1  | "window" is empty; give it a value or take it out
          window: 24                               | night.yaml:9:1  | must be text (in quotes where it looks like a number); found 24
          paused: yes                              | night.yaml:9:1  | must be true or false; found "yes"
          selection: [en]                          | night.yaml:9:1  | must be a group of "key: value" lines
          schedule: {at: [9:00]}                   | night.yaml:9    | A time of day such as 06:30
          schedule: {at: ["09:00"], every: PT1H}   | night.yaml:9:1  | both stand here; take one out
          window: P99999999999999999999D           | night.yaml:9:1  | is no duration
          --- {}                                   | night.yaml:9:1  | a second document begins here
          """)
  void refusesWhatYamlAllowsAndADefinitionDoesNot(String line, String place, String message) {
    assertThatThrownBy(() -> read(LEAST + line.strip() + "\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(place.strip())
        .hasMessageContaining(message.strip());
  }

  @Test
  void refusesABombOfAliasesAtOnce() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s, %s]\n".formatted(i, i, before, before));
    }
    assertThatThrownBy(() -> read(bomb.toString())).hasMessageContaining("night.yaml:2:10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "https://me:pw@echo.example/f"           | carries a user name or password
          "https://my_host/f"                      | names no host
          "https://echo.example/a b"               | is no web address; it has a character that none may have at place 23
          "ftp://echo.example/f"                   | must be an http or https address, or a path
          "echo.example/f"                         | write "https://echo.example/f" if a web address is meant
          https://e.example/f, allow: ["*"]        | The allow entry "*" is not understood
          https://e.example/f, allow: ["10.0.0.0/8"] | without wildcards or networks
          https://e.example/f, allow: ["file:/"]   | lets a source read every file below /
          https://e.example/f, publicBase: "https://a b" | is no web address
          """)
  void refusesAPlaceThatCannotBeReadOrOpensTooMuch(String location, String message) {
    String yaml =
        LEAST
            .replace("kind: feed\n    location: https://echo.example/feed\n", "")
            .replace(
                "- id: echo\n    outlet: Echo",
                "- {id: echo, outlet: Echo, kind: feed, location: " + location + "}")
            .stripTrailing();
    assertThatThrownBy(() -> read(yaml + "\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(message.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Berlin           | Did you mean "Europe/Berlin"?
          new york         | Did you mean "America/New_York"?
          UTC+2            | Use a name such as Europe/Berlin
          """)
  void suggestsTheZoneOfACityAndNoneForAnOffset(String zone, String message) {
    assertThatThrownBy(() -> read(LEAST.replace("Europe/Berlin", zone.strip())))
        .hasMessageContaining(message.strip());
  }

  @Test
  void saysOnceThatAFileIsEmptyOrNotUtf8() {
    assertThatThrownBy(() -> read("# nothing yet\n"))
        .hasMessage("night.yaml:1:1: the file is empty; remove it or write a definition into it.");
    assertThatThrownBy(
            () -> PipelineReader.read("night.yaml", new byte[] {(byte) 0xff}, Path.of("pipeline")))
        .hasMessage("night.yaml:1:1: the file is not UTF-8 text; save it as UTF-8.");
  }

  @Test
  void suggestsTheZoneMeant() {
    assertThatThrownBy(() -> read(LEAST.replace("Europe/Berlin", "Europe/Berlim")))
        .hasMessageContaining("night.yaml:3:1")
        .hasMessageContaining("Did you mean \"Europe/Berlin\"?");
  }

  @Test
  void refusesALocalPathWithoutItsAllowEntryAndShowsTheEntry() {
    assertThatThrownBy(() -> read(LEAST.replace("https://echo.example/feed", "../feeds/a.xml")))
        .hasMessageContaining("night.yaml:8:5")
        .hasMessageContaining("\"file:../feeds/a.xml\"");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> read(LEAST + "title: Again\n")).hasMessageContaining("night.yaml:9:1");
  }

  @Test
  void namesEveryProblemAtOnce() {
    assertThatThrownBy(() -> read(LEAST + "revue: never\nbriefsPerRun: 0\n"))
        .isInstanceOfSatisfying(
            DefinitionException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void saysThatTheFileIsNotYaml() {
    assertThatThrownBy(() -> read("name: [night\n")).hasMessageContaining("this is not YAML");
  }

  @Test
  void theShippedPipelinesAreInOrderAndThePublicOneIsPaused() throws Exception {
    for (String name : java.util.List.of("samples", "documents", "public-feeds")) {
      Path file = Path.of("pipeline", name + ".yaml");
      Pipeline pipeline =
          PipelineReader.read(
              file.toString(), java.nio.file.Files.readAllBytes(file), Path.of("pipeline"));
      assertThat(pipeline.name()).isEqualTo(name);
      assertThat(pipeline.paused()).isEqualTo(name.equals("public-feeds"));
    }
  }

  private static Pipeline read(String yaml) throws DefinitionException {
    return PipelineReader.read(
        "night.yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
  }
}

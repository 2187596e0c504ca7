package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.review.ReviewPolicy;
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
    assertThat(pipeline.selection().leastIndependentSources()).isEqualTo(2);
    assertThat(pipeline.briefsPerRun()).isEqualTo(5);
    assertThat(pipeline.model().use()).isEqualTo("extractive");
    assertThat(pipeline.label()).isEqualTo("eu");
    assertThat(pipeline.schedule().fires()).isFalse();
    assertThat(pipeline.window()).isEqualTo(Duration.ofHours(24));
    assertThat(pipeline.sources().getFirst().outsideModel()).isFalse();
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
          schedule: {missed: skip}           | night.yaml:9:1 | would never run
          schedule: {at: ["25:00"]}          | night.yaml:9 | does not have the form asked for
          briefsPerRun: 0                    | night.yaml:9:1 | must be at least 1; found 0
          window: yesterday                  | night.yaml:9:1 | is no duration
          window: PT1S                       | night.yaml:9:1 | must lie between PT1H and PT720H
          """)
  void saysWhereAMistakeStandsAndWhatWouldBeRight(String line, String place, String message) {
    assertThatThrownBy(() -> read(LEAST + line.strip() + "\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(place.strip())
        .hasMessageContaining(message.strip());
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

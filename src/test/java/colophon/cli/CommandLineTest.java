package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the command line says before any newsroom is open. */
class CommandLineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "brief",
        "serve",
        "show",
        "doctor",
        "run",
        "backfill",
        "alerts",
        "alerts list",
        "alerts test",
        "verify",
        "check-excerpt",
        "apply",
        "validate",
        "bundle",
        "replay",
        "export",
        "warc",
        "warc export",
        "warc import",
        "review",
        "review list",
        "review show",
        "review approve",
        "review send-back",
        "review spike",
        "review withdraw",
        "log",
        "log fsck",
        "log new-epoch",
        "witness",
        "witness init",
        "witness serve",
        "witness cosign"
      })
  void everyCommandExplainsItself(String command) {
    Console help = Console.run((command + " --help").split(" "));
    assertThat(help.code()).isEqualTo(ExitCode.DONE);
    assertThat(help.out()).startsWith("Usage: colophon " + command);
    assertThat(help.err()).isEmpty();
  }

  @Test
  void withoutACommandItSaysWhatThereIsInWholeSentences() {
    Console help = Console.run();
    assertThat(help.code()).isEqualTo(ExitCode.DONE);
    assertThat(help.out()).contains("Exit codes:", "Start with: colophon demo");
    String commands = help.out().substring(help.out().indexOf("Commands:"));
    String joined = commands.substring(0, commands.indexOf("Exit codes")).replaceAll("\\s+", " ");
    assertThat(joined.strip()).endsWith(".");
    for (String next : new String[] {"brief", "serve", "review", "show", "run", "apply"}) {
      assertThat(joined).containsPattern("\\. " + next + " [A-Z]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "valdate, validate",
    "reveiw, review",
    "run samples --as-off x, --as-of",
    "show --jsn, --json",
    "review aprove d-1, approve"
  })
  void anUnknownWordIsRefusedWithTheNearestKnownOne(String line, String nearest) {
    Console refused = Console.run(line.split(" "));
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains(nearest).contains("--help").doesNotContain("\tat ");
  }

  @Test
  void aMistakeInAPipelineIsShownWithFileLineColumnAndTheNearestKnownKey() throws IOException {
    Path pipelines = pipelines();
    Path file = pipelines.resolve("papers.yaml");
    Files.writeString(
        file, "name: papers\ntitle: Papers\ntimeZone: UTC\nbriefsPerRunn: 3\nsources: []\n");
    Console wrong = Console.run("validate", "--pipelines", pipelines.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(wrong.out()).contains(file + ":4:1:").contains("briefsPerRun");
    Console json = Console.run("validate", "--json", "--pipelines", pipelines.toString());
    assertThat(json.code()).isEqualTo(ExitCode.BAD_INPUT);
    var problem = new JsonMapper().readTree(json.out()).path("problems").path(0);
    assertThat(problem.path("file").asString()).isEqualTo(file.toString());
    assertThat(problem.path("line").asInt()).isPositive();
    assertThat(problem.path("column").asInt()).isPositive();
    assertThat(problem.path("message").asString()).isNotBlank();
  }

  @Test
  void theShippedPipelinesAreInOrder() {
    Console valid = Console.run("validate");
    assertThat(valid.code()).isEqualTo(ExitCode.DONE);
    assertThat(valid.out()).contains("samples", "documents", "public-feeds", "No mistakes found.");
    assertThat(Console.run("validate", "--json").out().strip()).isEqualTo("{\"problems\":[]}");
  }

  @Test
  void aMissingFolderOfPipelinesIsNamedAndNothingIsMade() {
    Path home = folder.resolve("home");
    Console missing =
        Console.run("run", "samples", "--home", home.toString(), "--pipelines", "not-there");
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("not-there", "--pipelines").doesNotContain("\tat ");
    assertThat(home).doesNotExist();
  }

  @Test
  void aHomeThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("occupied"), "a file");
    Console refused = Console.run("show", "--home", file.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_WRITE);
    assertThat(refused.err()).contains(file.toString(), "file", "--home");
    Console doctor = Console.run("doctor", "--home", file.toString());
    assertThat(doctor.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(doctor.out()).contains("mend", file + " is a file");
    assertThat(Console.run("demo", "--out", file.toString()).code())
        .isEqualTo(ExitCode.CANNOT_WRITE);
    assertThat(file).hasContent("a file");
  }

  @Test
  void aHomeThatCannotBeWrittenIsRefused() throws IOException {
    Path closed =
        Files.createDirectory(
            folder.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
    // Root may write everywhere but where the kernel itself says no.
    Path home = (Files.isWritable(closed) ? Path.of("/sys") : closed).resolve("newsroom");
    Console refused = Console.run("show", "--home", home.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_WRITE);
    assertThat(refused.err()).contains(home.toString(), "--home");
  }

  @Test
  void aDemonstrationNeverDeletesWhatItDidNotMake() throws IOException {
    Path kept = Files.writeString(folder.resolve("thesis.txt"), "years of work");
    Console refused = Console.run("demo", "--out", folder.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_WRITE);
    assertThat(refused.err()).contains("--out");
    assertThat(kept).hasContent("years of work");
  }

  @Test
  void aBriefOfWhatIsNotThereSaysSoBeforeAnythingStarts() {
    Path home = folder.resolve("home");
    Console missing = Console.run("brief", "no-such-file.html", "--home", home.toString());
    assertThat(missing.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(missing.err()).contains("no-such-file.html", "http://");
    assertThat(home).doesNotExist();
    assertThat(Console.run("brief").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aTimeWithoutAZoneIsRefused() {
    Console refused = Console.run("run", "samples", "--as-of", "2026-01-13 21:00");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("2026-01-13T21:00+09:00");
  }

  @Test
  void nothingToVerifyHasItsOwnCode() {
    Console nothing = Console.run("verify", folder.resolve("nowhere").toString());
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
  }

  private Path pipelines() throws IOException {
    Path pipelines = Files.createDirectories(folder.resolve("pipelines"));
    Files.copy(Path.of("pipeline/newsroom.yaml"), pipelines.resolve("newsroom.yaml"));
    Path labels = Files.createDirectory(pipelines.resolve("labels"));
    Files.copy(Path.of("pipeline/labels/eu.yaml"), labels.resolve("eu.yaml"));
    return pipelines;
  }
}

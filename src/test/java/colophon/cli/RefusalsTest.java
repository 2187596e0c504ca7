package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.database.Database;
import colophon.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What commands do not do, and that they say why. */
class RefusalsTest {

  @TempDir Path folder;

  @Test
  void aRunAsOfATimeToComeWouldTakeThePlaceOfTheOneThatIsDueThen() {
    Console run = Console.run("run", "documents", "--as-of", "2999-01-01T00:00Z", home());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("has not come yet", "--as-of");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void aNumberThatIsNoPortIsNamed(String port) {
    Console serve = Console.run("serve", "--port", port, home());
    assertThat(serve.code()).isEqualTo(ExitCode.USAGE);
    assertThat(serve.err()).contains(port + " is no port");
  }

  @Test
  void anEmptyHomeIsNotTheFolderOneStandsIn() {
    Console show = Console.run("show", "--home", "");
    assertThat(show.code()).isEqualTo(ExitCode.USAGE);
    assertThat(show.err()).contains("--home names no folder");
  }

  @Test
  void keysThatWouldNotBeAskedAreNotTaken() throws IOException {
    Path words = Files.writeString(folder.resolve("words.txt"), "Some words to be looked for.");
    Console check = Console.run("check-excerpt", words.toString(), "--trust", words.toString());
    assertThat(check.code()).isEqualTo(ExitCode.USAGE);
    assertThat(check.err()).contains("--site");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "postgres://localhost/x", "jdbc:mysql://localhost/x"})
  void anAddressThatIsNoPostgresIsNamedBeforeAnythingIsOpened(String url) {
    assertThatThrownBy(() -> Database.open(folder, Map.of(Database.URL_VARIABLE, url)))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("write it like jdbc:postgresql://");
  }

  @Test
  void noNewKeysAreMadeForALogThatHasItsOwn() throws IOException {
    Path home = folder.resolve("home");
    Demonstration.at(home);
    Files.move(home.resolve("keys"), folder.resolve("lost"));
    Console run = Console.run("review", "list", home());
    assertThat(run.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(run.err()).contains("is gone", "Put it back");
    Console doctor = Console.run("doctor", home());
    assertThat(doctor.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(doctor.out()).contains("mend  Keys", "is gone");
    assertThat(home.resolve("keys")).doesNotExist();
    Files.move(folder.resolve("lost"), home.resolve("keys"));
    assertThat(Console.run("review", "list", home()).code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aSecondNameIsNotDroppedWithoutAWord() {
    Demonstration.at(folder.resolve("home"));
    String draft =
        new JsonMapper()
            .readTree(Console.run("review", "list", "--json", home()).out())
            .path(0)
            .path("draft")
            .asString();
    Console first = Console.run("review", "approve", draft, "--by", "Ada Poe", home());
    assertThat(first.code()).as(first.text()).isEqualTo(ExitCode.DONE);
    assertThat(Console.run("review", "approve", draft, "--by", "Ada Poe", home()).code())
        .as("gone on with after a crash")
        .isEqualTo(ExitCode.DONE);
    Console second = Console.run("review", "approve", draft, "--by", "Bo Reed", home());
    assertThat(second.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(second.err()).contains("by the word of Ada Poe", "nothing was noted in your name");
  }

  private String home() {
    return "--home=" + folder.resolve("home");
  }
}

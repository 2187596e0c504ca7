package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.attest.KeyFolder;
import colophon.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

  @TempDir private Path folder;

  @Test
  void whatFailsIsSaidInWordsAndOnlyOperatorsAreToldWhere() throws Exception {
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"));
    Path site = folder.resolve("site");
    try (var database = TestDatabase.fresh()) {
      var readiness = new Readiness(database.source(), keys, site);
      assertThat(readiness.needs()).allMatch(Readiness.Need::well);

      Files.delete(folder.resolve("keys").resolve("log.key"));
      Files.writeString(site, "no folder");
      assertThat(readiness.needs())
          .filteredOn(need -> !need.well())
          .extracting(Readiness.Need::words)
          .containsExactly(
              "The signing keys cannot be used.", "The published site cannot be written.");
      assertThat(readiness.needs().get(1).detail()).contains("Restore the folder");
      database.close();
      assertThat(readiness.needs().getFirst().words()).isEqualTo("The database does not answer.");
    }
  }

  @Test
  void keysThatAreGoneAreNotMadeAnew() throws Exception {
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"));
    Files.delete(folder.resolve("keys").resolve("log.key"));
    Files.delete(folder.resolve("keys").resolve("statement.key"));
    assertThat(keys.trouble().orElse("")).contains("are gone");
    assertThat(folder.resolve("keys").resolve("log.key")).doesNotExist();
  }
}

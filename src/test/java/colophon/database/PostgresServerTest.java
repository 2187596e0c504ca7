package colophon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresServerTest {

  @TempDir Path home;

  @Test
  void keepsWhatWasWrittenOverAStopAndLeavesNoServerBehind() throws Exception {
    try (var database = Database.open(home, environment())) {
      var jdbc = JdbcClient.create(database.source());
      jdbc.sql("create table note (words text)").update();
      jdbc.sql("insert into note values ('kept')").update();
      assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
    }
    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    try (var database = Database.open(home, environment())) {
      assertThat(
              JdbcClient.create(database.source())
                  .sql("select words from note")
                  .query(String.class)
                  .single())
          .isEqualTo("kept");
    }
  }

  @Test
  void saysWhatToDoWhereTheFolderCannotBeUsed() throws Exception {
    Path file = Files.writeString(home.resolve("occupied"), "a file, not a folder");
    assertThatThrownBy(() -> Database.open(file, environment()))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--home");
  }

  @Test
  void saysWhichAddressDoesNotAnswer() {
    assertThatThrownBy(() ->
            Database.open(
                home, Map.of(Database.URL_VARIABLE, "jdbc:postgresql://127.0.0.1:9/none")))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("127.0.0.1:9")
        .hasMessageContaining(Database.URL_VARIABLE);
  }

  private static Map<String, String> environment() {
    return Map.of("HOME", System.getProperty("user.home"));
  }
}

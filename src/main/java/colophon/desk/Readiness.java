package colophon.desk;

import colophon.attest.KeyFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Whether this process could do its work now: whatever it needs for that is tried. */
final class Readiness {

  /** How long the database may take to answer. */
  static final Duration DATABASE_ANSWERS = Duration.ofSeconds(3);

  /**
   * One thing that is needed.
   *
   * @param words what is the matter, without names of this machine; for everybody
   * @param detail the same with them, for operators; empty where all is well
   */
  record Need(String name, boolean well, String words, String detail) {}

  private final DataSource source;
  private final @Nullable KeyFolder keys;
  private final Path site;

  /**
   * @param keys null where the newsroom was opened without them
   * @param site the folder of the published site, which the first publication makes
   */
  Readiness(DataSource source, @Nullable KeyFolder keys, Path site) {
    this.source = source;
    this.keys = keys;
    this.site = site;
  }

  /** Each thing that is needed, and how it stands. */
  List<Need> needs() {
    return List.of(database(), signingKeys(), siteFolder());
  }

  private Need database() {
    var answer = new CompletableFuture<String>();
    Thread.ofVirtual()
        .name("ready-database")
        .start(() -> {
          try (Connection connection = source.getConnection();
              Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) DATABASE_ANSWERS.toSeconds());
            statement.execute("select 1");
            answer.complete("");
          } catch (SQLException | RuntimeException e) {
            answer.complete(e.getClass().getSimpleName() + ": " + e.getMessage());
          }
        });
    String trouble;
    try {
      trouble = answer.get(DATABASE_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      trouble = "no answer within " + DATABASE_ANSWERS.toSeconds() + " s";
    } catch (ExecutionException e) {
      trouble = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      trouble = "the process is being stopped";
    }
    return trouble.isEmpty()
        ? new Need("database", true, "The database answers.", "")
        : new Need("database", false, "The database does not answer.", trouble);
  }

  private Need signingKeys() {
    if (keys == null) {
      return new Need(
          "signing keys", false, "There are no signing keys here.", "Opened without keys.");
    }
    return keys.trouble()
        .map(
            trouble -> new Need("signing keys", false, "The signing keys cannot be used.", trouble))
        .orElseGet(() -> new Need("signing keys", true, "The signing keys can be used.", ""));
  }

  private Need siteFolder() {
    Path place = site.toAbsolutePath();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return Files.isDirectory(place) && Files.isWritable(place)
        ? new Need("site folder", true, "The published site can be written.", "")
        : new Need(
            "site folder",
            false,
            "The published site cannot be written.",
            place + " is no folder, or may not be written; change its permissions.");
  }
}

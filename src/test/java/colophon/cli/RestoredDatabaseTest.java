package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A newsroom whose database was put back to an older state, as every command finds it. */
class RestoredDatabaseTest {

  @TempDir Path folder;

  @Test
  void nothingIsPublishedIntoAnOlderDatabaseAndWhatIsOutCanStillBeLookedAtAndWithdrawn()
      throws IOException {
    String home = folder.resolve("home").toString();
    Path database = folder.resolve("home/postgres/data");
    Path backup = folder.resolve("backup");
    Console first = publish(home, "first");
    assertThat(first.code()).as(first.text()).isEqualTo(ExitCode.DONE);
    Folders.copy(database, backup);
    Console epoch = Console.run("log", "new-epoch", "--name", "other.example/log", "--home", home);
    assertThat(epoch.code()).as(epoch.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(epoch.err()).contains("another name and another key").doesNotContain("\tat ");
    Console second = publish(home, "second");
    assertThat(second.code()).as(second.text()).isEqualTo(ExitCode.DONE);
    Console well = Console.run("log", "fsck", "--home", home);
    assertThat(well.code()).as(well.text()).isEqualTo(ExitCode.DONE);
    assertThat(well.out()).contains("No fault found in 2 entries").doesNotContain("--checkpoint");
    assertThat(Console.run("doctor", "--home", home).out())
        .contains("ok    Log", "2 entries; it begins with the 2 that the checkpoint in");

    FileSystemUtils.deleteRecursively(database);
    Folders.copy(backup, database);

    String kept = Path.of(home, "log-checkpoint").toString();
    for (String[] publishes :
        new String[][] {
          {"run", "samples", "--home", home},
          {"apply", "--home", home},
          {"serve", "--port", "0", "--home", home}
        }) {
      Console refused = Console.run(publishes);
      assertThat(refused.code()).as(refused.text()).isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(refused.err())
          .contains("The log in the database has 1 entry", kept, "speaks of 2")
          .contains("Restore a newer backup")
          .doesNotContain("\tat ");
    }
    Console fsck = Console.run("log", "fsck", "--home", home);
    assertThat(fsck.code()).isEqualTo(ExitCode.INVALID);
    assertThat(fsck.out())
        .contains("WRONG  The log has 1 entry, and the checkpoint in " + kept + " speaks of 2");
    Console doctor = Console.run("doctor", "--home", home);
    assertThat(doctor.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(doctor.out()).contains("mend  Log", "older backup");

    Console shown = Console.run("show", "--json", "--home", home);
    assertThat(shown.code()).as(shown.text()).isEqualTo(ExitCode.DONE);
    String slug = new JsonMapper().readTree(shown.out()).path(0).path("slug").asString();
    Console gone =
        Console.run(
            "review", "withdraw", slug, "--by", "Ada Poe", "--reason", "A test.", "--home", home);
    assertThat(gone.code()).as(gone.text()).isEqualTo(ExitCode.DONE);
    assertThat(Path.of(home, "site", "briefs", slug, "status.dsse.json")).exists();
    assertThat(Files.readString(Path.of(home, "site", "briefs", slug, "index.html")))
        .contains("A test.");
  }

  /** Publishes a brief of its own. */
  private Console publish(String home, String title) throws IOException {
    Path file = folder.resolve(title + ".txt");
    String text = Files.readString(Path.of("samples/documents/quayside-reaction.txt"));
    Files.writeString(file, text.replace("Aldermouth", "Aldermouth " + title));
    Console made =
        Console.run(
            "brief",
            file.toString(),
            "samples/documents/cabinet-decision.txt",
            "samples/documents/flood-wall-backed.html",
            "--home",
            home,
            "--json");
    String draft =
        new JsonMapper().readTree(made.out()).path("held").path(0).path("draftId").asString();
    return Console.run("review", "approve", draft, "--by", "Ada Poe", "--home", home);
  }
}

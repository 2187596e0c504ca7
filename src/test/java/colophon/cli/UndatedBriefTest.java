package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A brief of somebody's own files, which bear no date. */
class UndatedBriefTest {

  @TempDir Path folder;

  @Test
  void filesWithoutADateAreUsedByTheCommandThatReadsThem() throws IOException {
    Console brief =
        Console.run(
            "brief",
            undated("cabinet-decision.txt"),
            undated("quayside-reaction.txt"),
            "--home",
            folder.resolve("home").toString());
    assertThat(brief.out()).contains("2 articles", "1 to write").doesNotContain("Nothing new");
    assertThat(Console.run("review", "list", "--home", folder.resolve("home").toString()).out())
        .contains("Cabinet");
  }

  private String undated(String name) throws IOException {
    String text =
        Files.readString(Path.of("samples/documents", name))
            .lines()
            .filter(line -> !line.startsWith("Published:"))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve(name), text).toString();
  }
}

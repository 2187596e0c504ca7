package colophon.capture;

import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources of one page, and of a folder. */
class PollerFolderTest extends PollerBench {

  @Test
  void pollsAPageAndSeesItVanish() {
    server.on("/p", page("text/html", "p"));
    Source source = source(SourceKind.PAGE, server.at("/p"));

    assertThat(poller.poll(source).captured()).hasSize(1);
    assertThat(poller.poll(source).unchanged()).isEqualTo(1);
    server.on("/p", status(410));
    assertThat(poller.poll(source).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("taken away for good"));
  }

  @Test
  void pollsAFolderByNameAndSeesItVanish() throws IOException {
    Path folder = Files.createDirectories(base.resolve("papers"));
    for (String name :
        List.of(
            "b.txt", "a.HTML", "c d.pdf", ".hidden.txt", "~$b.docx", "e.odt", "txt", "empty.htm")) {
      Files.writeString(folder.resolve(name), name.equals("empty.htm") ? "" : name);
    }
    Files.createDirectory(folder.resolve("nested.html"));
    Source source = source(SourceKind.FOLDER, URI.create("file:papers"), "file:papers");

    PollReport report = poller.poll(source);
    assertThat(report.captured())
        .extracting(item -> Path.of(item.link()).getFileName().toString())
        .containsExactly("a.HTML", "b.txt", "c d.pdf", "empty.htm");

    Files.writeString(folder.resolve("b.txt"), "changed");
    Files.delete(folder.resolve("a.HTML"));
    PollReport second = poller.poll(source);
    assertThat(second.captured()).hasSize(1);
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.reason())
                .startsWith("\"e.odt\" and 2 more in ")
                .contains("are not read", "HTML, TXT, PDF and DOCX"));

    Files.move(folder, base.resolve("elsewhere"));
    assertThat(poller.poll(source).problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.reason()).contains("no folder at", "check the path"));
  }

  @Test
  void readsTheFirstDocumentsOfALargeFolder() throws IOException {
    for (int i = 0; i < 9; i++) {
      Files.writeString(base.resolve(i + ".txt"), "text " + i);
    }

    PollReport report = poller.poll(source(SourceKind.FOLDER, URI.create("file:."), "file:."));

    assertThat(report.captured()).hasSize(6);
    assertThat(report.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.reason()).contains("3 further documents", "first 6 by name"));
  }

  @Test
  void refusesAFolderThatIsNotAllowedAndOneOnTheWeb() throws IOException {
    Files.createDirectories(base.resolve("papers"));

    assertThat(poller.poll(source(SourceKind.FOLDER, URI.create("file:papers"))).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("lies below no path"));
    assertThat(poller.poll(source(SourceKind.FOLDER, server.at("/"))).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("needs a path"));
  }

  @Test
  void neverFollowsAFeedFromTheWebToAFile() throws IOException {
    Files.writeString(base.resolve("secret.txt"), "secret");
    server.on("/feed", rss("file://" + base + "/secret.txt", "file:///etc/passwd"));
    Source trusting =
        source(SourceKind.FEED, server.at("/feed"), "127.0.0.1:" + server.port(), "file:" + base);

    PollReport report = poller.poll(trusting);

    assertThat(report.captured()).isEmpty();
    assertThat(report.problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.reason()).contains("may not lead to a file"));
  }
}

package colophon.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents with what is read from them, or why nothing is. {@code -Dcolophon.rewrite=true} writes
 * the expectations anew; read the difference before it is committed.
 */
class GoldenExtractionTest {

  private static final Path FOLDER = Path.of("src/test/resources/colophon/article");
  private static final DocumentProcess PROCESS = new DocumentProcess();

  @AfterAll
  static void end() {
    PROCESS.close();
  }

  static Stream<Path> documents() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(valid|error)_.*"))
          .filter(file -> !file.toString().endsWith(".expected"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsADocumentAsExpected(Path file) throws IOException {
    String name = file.getFileName().toString();
    Extraction extraction =
        new Extractor(PROCESS)
            .extract(
                Pages.captured("https://sample.example/" + name, Files.readAllBytes(file), ""));
    String found =
        name.startsWith("valid_")
            ? shown(Outcomes.article(extraction))
            : extraction.getClass().getSimpleName() + ": " + Outcomes.reason(extraction) + "\n";
    Path expected = file.resolveSibling(name + ".expected");
    if (Boolean.getBoolean("colophon.rewrite")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected, UTF_8));
  }

  private static String shown(Article article) {
    var shown = new StringBuilder();
    shown.append("title: ").append(article.title()).append('\n');
    shown.append("authors: ").append(String.join("; ", article.authors())).append('\n');
    shown.append("outlet: ").append(article.outlet()).append('\n');
    shown.append("published: ").append(article.published()).append('\n');
    shown.append("language: ").append(article.language()).append('\n');
    shown.append("address: ").append(article.address()).append('\n');
    for (Passage passage : article.passages()) {
      shown
          .append(passage.number())
          .append(" [")
          .append(passage.span().start())
          .append("..")
          .append(passage.span().end())
          .append(passage.suspicious() == null ? "] " : "] (suspicious) ")
          .append(article.textOf(passage))
          .append('\n');
    }
    article
        .hidden()
        .forEach(
            h -> shown.append("- ").append(h.how()).append(": ").append(h.text()).append('\n'));
    return shown.toString();
  }
}

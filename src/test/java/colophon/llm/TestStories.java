package colophon.llm;

import colophon.article.Article;
import colophon.brief.Prompt;
import colophon.brief.Style;
import colophon.brief.WritingOrder;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.Dossier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stories under {@code src/test/resources/colophon/llm/stories}, written for these tests and
 * marked SAMPLE: a storm, a takeover, an election, a recall, a theft, one of a single source and
 * one of two sentences.
 */
final class TestStories {

  static final Path FOLDER = Path.of("src", "test", "resources", "colophon", "llm", "stories");

  private TestStories() {}

  /** The articles of a story as a dossier. */
  static Dossier dossier(String story) {
    List<SourceText> sources = new ArrayList<>();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(story + "--")) {
          sources.add(BriefTrial.read(file, sources));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SampleBriefs.dossier(sources.stream().map(TestStories::article).toList());
  }

  static PassagesMessage message(Dossier dossier, Style style) {
    return PassagesMessage.of(
        new WritingOrder("run", dossier, new Prompt("brief", "1", "Write."), style), Datamark.NONE);
  }

  private static Article article(SourceText source) {
    return Dossiers.article(
        source.outlet(),
        source.title(),
        source.published() == null ? null : source.published().toString(),
        source.language(),
        source.passages().stream().map(PassagesMessage.PassageText::text).toArray(String[]::new));
  }
}

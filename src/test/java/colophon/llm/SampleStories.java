package colophon.llm;

import colophon.brief.Style;
import colophon.llm.PassagesMessage.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The sample stories as messages, from the texts that the sample pages are made of. */
final class SampleStories {

  private SampleStories() {}

  /** The message about the articles and documents whose file name holds one of these words. */
  static PassagesMessage of(String... words) {
    List<SourceText> sources = new ArrayList<>();
    for (String folder : List.of("articles", "documents")) {
      try (var files = Files.list(Path.of("samples", "making", folder))) {
        for (Path file : files.sorted().toList()) {
          if (List.of(words).stream().anyMatch(file.getFileName().toString()::contains)) {
            sources.add(BriefTrial.read(file, sources));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return message(sources, Style.DEFAULT);
  }

  static PassagesMessage message(List<SourceText> sources, Style style) {
    Instant asOf =
        sources.stream()
            .map(SourceText::published)
            .filter(Objects::nonNull)
            .map(OffsetDateTime::toInstant)
            .max(Instant::compareTo)
            .orElse(null);
    return new PassagesMessage(Datamark.NONE, 0, 0, style, asOf, sources);
  }
}

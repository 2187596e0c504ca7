package colophon.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of one English sample, as the samples' own making has it: what a reader of its page
 * sees, without hidden and deleted text.
 *
 * @param story which of the samples' stories it tells
 * @param slug outlet and name, such as {@code harbour-post--nara-summit}
 * @param paragraphs subheads included
 */
record SampleText(
    String story,
    String slug,
    String title,
    String dek,
    String author,
    OffsetDateTime published,
    List<String> paragraphs) {

  static final String NOTICE =
      "SAMPLE: written for the Colophon project; the outlet and the people it quotes are"
          + " fictional, and details may be invented.";

  SampleText {
    paragraphs = List.copyOf(paragraphs);
  }

  /** All English samples but the corrected version of another, by their slug. */
  static List<SampleText> all(Path samples) throws IOException {
    List<SampleText> texts = new ArrayList<>();
    for (String folder : List.of("articles", "documents")) {
      try (var files = Files.list(samples.resolve("making").resolve(folder))) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (!name.startsWith("pureungang") && !name.contains("-corrected")) {
            texts.add(read(file));
          }
        }
      }
    }
    return texts;
  }

  private static SampleText read(Path file) throws IOException {
    String[] parts = Files.readString(file).split("\n\n", 2);
    SortedMap<String, String> fields = new TreeMap<>();
    for (String line : parts[0].split("\n")) {
      String[] field = line.split(": ", 2);
      fields.put(field[0], field[1]);
    }
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : parts[1].strip().split("\n\n")) {
      if (!paragraph.startsWith("!hidden")) {
        paragraphs.add(paragraph.replaceFirst("^!zw ", "").replaceAll("\\{\\{.*?}}", "").strip());
      }
    }
    return new SampleText(
        fields.getOrDefault("story", ""),
        file.getFileName().toString().replace(".txt", ""),
        fields.getOrDefault("title", ""),
        fields.getOrDefault("dek", ""),
        fields.getOrDefault("author", ""),
        OffsetDateTime.parse(fields.getOrDefault("published", "")),
        paragraphs);
  }
}

package colophon.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text into a reading. Blank lines part paragraphs; a text without blank lines has a
 * paragraph a line where its lines are long, and one that is wrapped by hand is joined.
 */
final class PlainTextExtractor {

  static final String NAME = "text/1";

  /** The largest text read, in bytes. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int WRAPPED_CHARACTERS = 100;
  private static final int LONGEST_TITLE = 160;

  Reading read(byte[] document, String contentType) throws UnreadableDocumentException {
    if (document.length > MOST_BYTES) {
      throw new UnreadableDocumentException(
          "The text is larger than "
              + MOST_BYTES / 1024 / 1024
              + " MiB and was not read; give its parts as files of their own.");
    }
    String text = TextDecoding.decode(document, contentType).replaceAll("\\r\\n?", "\n");
    var paragraphs = new ArrayList<>(paragraphs(text));
    String title = null;
    if (paragraphs.size() > 1 && isTitle(paragraphs.getFirst())) {
      title = paragraphs.removeFirst();
    }
    TextHeader header = TextHeader.take(paragraphs);
    return new Reading(
        NAME,
        title,
        header.authors(),
        header.outlet(),
        header.published(),
        null,
        null,
        paragraphs.stream().flatMap(part -> lines(part).stream()).toList(),
        List.of(),
        "The text file holds no running text; check that it is the file you mean.");
  }

  private static List<String> paragraphs(String text) {
    boolean spaced = text.strip().matches("(?s).*\\n[ \\t]*\\n.*");
    var paragraphs = new ArrayList<String>();
    for (String part : text.split(spaced ? "\\n[ \\t]*\\n+" : "\\n")) {
      if (!part.isBlank()) {
        paragraphs.add(part.strip());
      }
    }
    return spaced ? paragraphs : joined(paragraphs);
  }

  /** Lines inside a paragraph belong together unless they are a list. */
  private static List<String> lines(String part) {
    return Reflow.paragraphs(part.lines().toList());
  }

  private static List<String> joined(List<String> lines) {
    boolean wrapped =
        lines.size() > 3
            && lines.stream().allMatch(line -> line.length() <= WRAPPED_CHARACTERS)
            && lines.stream().filter(line -> line.strip().matches(".*[.!?:\"”]$")).count() * 2
                < lines.size();
    return wrapped ? Reflow.paragraphs(lines) : lines;
  }

  private static boolean isTitle(String paragraph) {
    String line = paragraph.strip();
    return line.length() <= LONGEST_TITLE && !line.matches("(?s).*[.;:,]$");
  }
}

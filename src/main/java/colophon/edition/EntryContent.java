package colophon.edition;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** A brief as it stands inside a feed entry or a ninjs body; the label is its first text. */
final class EntryContent {

  private static final String BETWEEN = " · ";

  private EntryContent() {}

  static String html(Layout layout) {
    return Templates.text("content", Map.of("layout", layout)).strip();
  }

  static String text(Layout layout) {
    return new String(new TextRenderer().render(layout).bytes(), StandardCharsets.UTF_8);
  }

  /** The label, then the standfirst. */
  static String summary(Layout layout) {
    var summary = new StringJoiner(BETWEEN);
    summary.add(layout.label().shortText());
    if (layout.imprint().sample()) {
      summary.add(layout.words().text("sample.banner"));
    }
    return summary.add(layout.description()).toString();
  }

  /** The label that a summary begins with; the whole summary where nothing follows it. */
  static String labelOf(String summary) {
    int end = summary.indexOf(BETWEEN);
    return end < 0 ? summary : summary.substring(0, end);
  }

  /** Whether a summary begins with the label and then says something more. */
  static boolean isLabelled(String summary, String label) {
    return summary.startsWith(label + BETWEEN);
  }
}

package colophon.verify;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.nio.charset.StandardCharsets;

/**
 * Looks for the label's words in a file: on the first line of plain text and Markdown, in the main
 * part of a page, in any element of XML, in any string of JSON. It is a plain search, which does
 * not know what a style sheet hides.
 */
final class LabelCheck {

  /** What a search found. */
  enum Answer {
    PRESENT,
    MISSING,
    NOT_CHECKED
  }

  /** Markup inside of XML inside of JSON is escaped at most so often. */
  private static final int MOST_UNESCAPING = 2;

  private LabelCheck() {}

  static Answer check(String name, byte[] bytes, String label) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (name.endsWith(".txt") || name.endsWith(".md")) {
      return answer(firstLine(text).contains(label));
    }
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      int main = Math.max(text.indexOf("<main"), text.indexOf("<body"));
      return answer(main >= 0 && markupHolds(text.substring(main), label));
    }
    if (name.endsWith(".xml")) {
      return answer(markupHolds(text, label));
    }
    if (name.endsWith(".json")) {
      try {
        return answer(jsonHolds(JsonReader.read(bytes, VersionFolder.MOST_FILE_BYTES), label));
      } catch (JsonFormatException e) {
        return Answer.MISSING;
      }
    }
    return Answer.NOT_CHECKED;
  }

  private static Answer answer(boolean present) {
    return present ? Answer.PRESENT : Answer.MISSING;
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static boolean jsonHolds(Json value, String label) {
    if (value instanceof Json.Str string) {
      return markupHolds(string.value(), label);
    }
    if (value instanceof Json.Arr array) {
      for (Json item : array.items()) {
        if (jsonHolds(item, label)) {
          return true;
        }
      }
    }
    if (value instanceof Json.Obj object) {
      for (Json member : object.members().values()) {
        if (jsonHolds(member, label)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean markupHolds(String markup, String label) {
    String text = markup;
    for (int i = 0; i <= MOST_UNESCAPING; i++) {
      if (text.contains(label)) {
        return true;
      }
      text = unescaped(text);
    }
    return false;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}

package colophon.capture;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A title or a name as a reader sees it: without markup, references and runs of space. */
final class PlainText {

  /** The longest text kept, in characters. */
  static final int MOST_CHARACTERS = 1_000;

  /** The longest markup looked at, in characters. */
  private static final int MOST_MARKUP_CHARACTERS = 20_000;

  private static final Pattern TAG =
      Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|</?[A-Za-z][^<>]*>|<!--.*?-->");

  private PlainText() {}

  /** Text that may hold HTML, as RSS and JSON Feed titles do; null where nothing is left. */
  static @Nullable String ofHtml(String markup) {
    String bare = TAG.matcher(start(markup)).replaceAll("");
    return of(Parser.unescapeEntities(bare, false));
  }

  /** Text without markup; null where nothing is left. */
  static @Nullable String of(String text) {
    String spaced =
        Normalizer.normalize(start(text), Normalizer.Form.NFC)
            .replaceAll("[\\s\\u00a0]+", " ")
            .replaceAll("[\\p{Cc}\\p{Cs}]", "")
            .strip();
    if (spaced.isEmpty()) {
      return null;
    }
    return spaced.substring(
        0,
        spaced.offsetByCodePoints(
            0, Math.min(MOST_CHARACTERS, spaced.codePointCount(0, spaced.length()))));
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), MOST_MARKUP_CHARACTERS));
  }
}

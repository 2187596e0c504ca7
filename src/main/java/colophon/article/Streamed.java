package colophon.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Parts that React streams behind a page in hidden elements and that a line of script puts in the
 * place of a template: readers see them, although the markup says hidden.
 */
final class Streamed {

  private static final int MOST = 500;

  /** Completed boundaries name the place first, segments of them the part first. */
  private static final Pattern MOVE =
      Pattern.compile(
          "\\$R(?:[CR]\\(\"(?<place>B:[0-9a-f]{1,8})\",\\s*\"(?<part>S:[0-9a-f]{1,8})\""
              + "|S\\(\"(?<segment>S:[0-9a-f]{1,8})\",\\s*\"(?<gap>P:[0-9a-f]{1,8})\")");

  /** The page must bring the function that does the moving; the call alone moves nothing. */
  private static final Pattern MOVER = Pattern.compile("\\$R[CRS]\\s*=\\s*function");

  private Streamed() {}

  static void place(Document page) {
    List<String> scripts =
        page.select("script:not([src])").stream()
            .map(Element::data)
            .filter(code -> code.contains("$R"))
            .toList();
    if (scripts.stream().noneMatch(code -> MOVER.matcher(code).find())) {
      return;
    }
    Map<String, Element> parts = new HashMap<>();
    for (Element part : page.select("[id~=^[BPS]:[0-9a-f]{1,8}$]")) {
      parts.putIfAbsent(part.id(), part);
    }
    int moves = 0;
    for (String code : scripts) {
      Matcher move = MOVE.matcher(code);
      while (move.find() && moves++ < MOST) {
        boolean whole = move.group("place") != null;
        move(
            parts.get(move.group(whole ? "place" : "gap")),
            parts.get(move.group(whole ? "part" : "segment")));
      }
    }
  }

  private static void move(@Nullable Element template, @Nullable Element streamed) {
    if (template != null && streamed != null && template != streamed) {
      streamed.removeAttr("hidden");
      if (!template.parents().contains(streamed)) {
        template.before(streamed);
      }
    }
  }
}

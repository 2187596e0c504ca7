package colophon.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Parts that React streams behind a page in hidden elements and that a line of script puts in the
 * place of a template: readers see them, although the markup says hidden.
 */
final class Streamed {

  private static final int MOST = 500;
  private static final Pattern MOVE =
      Pattern.compile("\\$RC\\(\"(B:[0-9a-f]{1,8})\",\\s*\"(S:[0-9a-f]{1,8})\"");

  private Streamed() {}

  static void place(Document page) {
    int moves = 0;
    for (Element script : page.select("script:not([src])")) {
      String code = script.data();
      if (!code.contains("$RC(")) {
        continue;
      }
      Matcher move = MOVE.matcher(code);
      while (move.find() && moves++ < MOST) {
        Element template = page.getElementById(move.group(1));
        Element part = page.getElementById(move.group(2));
        if (template != null && part != null && template != part) {
          part.removeAttr("hidden");
          if (template.closest("[id=\"" + part.id() + "\"]") == null) {
            template.before(part);
          }
        }
      }
    }
  }
}

package colophon.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a page's own style sheets, as far as they bear on whether text can be seen. A
 * deliberately small CSS: rules of one level, media queries judged for an ordinary screen, no
 * pseudo-classes, no variables, no imported sheets.
 */
final class StyleSheet {

  /** A rule that says something about visibility. */
  record Rule(String selector, int specificity, Map<String, String> declarations) {}

  private static final int MOST_CHARACTERS = 600_000;
  private static final int MOST_RULES = 3_000;
  private static final int LONGEST_SELECTOR = 160;
  private static final int SCREEN_WIDTH_PIXELS = 1280;

  private static final Set<String> PROPERTIES =
      Set.of(
          "display",
          "visibility",
          "opacity",
          "font-size",
          "font",
          "color",
          "background",
          "background-color",
          "background-image",
          "text-indent",
          "position",
          "left",
          "right",
          "top",
          "clip",
          "clip-path",
          "width",
          "height",
          "max-height",
          "max-width",
          "overflow",
          "transform");

  /** A rule without any of these cannot hide text. */
  private static final Pattern TELLING =
      Pattern.compile("(?i)display|visib|opacity|font|color|background|indent|position|clip");

  private static final Pattern WIDTH =
      Pattern.compile("\\((min|max)-width\\s*:\\s*([0-9]*\\.?[0-9]+)(px|em|rem)?\\s*\\)");

  private final List<Rule> rules = new ArrayList<>();

  /** Reads one sheet after another; limits hold for all of them together. */
  void read(String css) {
    if (css.length() <= MOST_CHARACTERS) {
      rules(css.replaceAll("(?s)/\\*.*?\\*/", " "), 0);
    }
  }

  List<Rule> rules() {
    return rules;
  }

  private void rules(String css, int depth) {
    int at = 0;
    while (at < css.length() && rules.size() < MOST_RULES) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      String prelude = css.substring(at, open).strip();
      int semicolon = prelude.lastIndexOf(';');
      prelude = prelude.substring(semicolon + 1).strip();
      int close = closing(css, open);
      if (prelude.startsWith("@")) {
        if (depth < 3 && applies(prelude.toLowerCase(Locale.ROOT))) {
          rules(css.substring(open + 1, close), depth + 1);
        }
      } else {
        rule(prelude, css.substring(open + 1, close));
      }
      at = close + 1;
    }
  }

  private static int closing(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return css.length();
  }

  private static boolean applies(String prelude) {
    if (prelude.startsWith("@layer")) {
      return true;
    }
    if (!prelude.startsWith("@media") || prelude.contains("print") || prelude.contains("not ")) {
      return false;
    }
    Matcher width = WIDTH.matcher(prelude);
    while (width.find()) {
      double pixels = Double.parseDouble(width.group(2));
      if (!"px".equals(width.group(3)) && width.group(3) != null) {
        pixels *= 16;
      }
      boolean holds =
          width.group(1).equals("min")
              ? pixels <= SCREEN_WIDTH_PIXELS
              : pixels >= SCREEN_WIDTH_PIXELS;
      if (!holds) {
        return false;
      }
    }
    String rest = WIDTH.matcher(prelude).replaceAll("");
    return !rest.contains("(");
  }

  private void rule(String selectors, String body) {
    if (!TELLING.matcher(body).find()) {
      return;
    }
    Map<String, String> declarations = declarations(body);
    if (declarations.isEmpty()) {
      return;
    }
    for (String selector : selectors.split(",")) {
      String one = selector.strip().replaceFirst("^:root(?![\\w-])", "html");
      if (!one.isEmpty()
          && one.length() <= LONGEST_SELECTOR
          && one.indexOf(':') < 0
          && rules.size() < MOST_RULES) {
        rules.add(new Rule(one, specificity(one), declarations));
      }
    }
  }

  /** Declarations that bear on visibility, names and values in lower case. */
  static Map<String, String> declarations(String body) {
    var declarations = new LinkedHashMap<String, String>();
    for (String declaration : body.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (PROPERTIES.contains(name)) {
          String value =
              declaration
                  .substring(colon + 1)
                  .replaceAll("(?i)!\\s*important", "")
                  .strip()
                  .toLowerCase(Locale.ROOT);
          declarations.put(name, value);
        }
      }
    }
    return new HashMap<>(declarations);
  }

  private static int specificity(String selector) {
    int score = 0;
    for (int i = 0; i < selector.length(); i++) {
      char c = selector.charAt(i);
      if (c == '#') {
        score += 10_000;
      } else if (c == '.' || c == '[') {
        score += 100;
      } else if (Character.isLetter(c) && (i == 0 || " >+~".indexOf(selector.charAt(i - 1)) >= 0)) {
        score++;
      }
    }
    return score;
  }
}

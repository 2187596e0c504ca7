package colophon.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Cuts from a page what a reader cannot see: by attribute, by style, by colour, by place. What is
 * cut is removed from the document; prose among it is reported.
 */
final class HiddenMarkup {

  /** The most pieces reported for one page. */
  static final int MOST_REPORTED = 40;

  /** Shorter pieces are labels of controls, not prose that could mislead. */
  private static final int FEWEST_WORDS = 4;

  private static final int FEWEST_CHARACTERS_UNSPACED = 10;

  /** A paragraph with this much of its own around a piece is running text. */
  private static final int RUNNING_CHARACTERS = 20;

  private static final Set<String> NEVER_SHOWN =
      Set.of("noscript", "template", "datalist", "noframes", "noembed");

  private static final Set<String> SCREEN_READER =
      Set.of(
          "sr only",
          "visually hidden",
          "visuallyhidden",
          "screen reader",
          "screenreader",
          "offscreen",
          "off screen",
          "a11y hidden",
          "hidden visually",
          "assistive text");

  private final Styles styles;
  private final Set<String> panels;
  private final List<HiddenText> report = new ArrayList<>();
  private int unlisted;

  private HiddenMarkup(Styles styles, Set<String> panels) {
    this.styles = styles;
    this.panels = panels;
  }

  /** Removes hidden text from the page and tells what it was. */
  static List<HiddenText> cut(Document page) {
    Streamed.place(page);
    var cutter = new HiddenMarkup(Styles.of(page), tabPanels(page));
    cutter.walk(page);
    return cutter.report();
  }

  /** Panels that a reader opens by a tab with a name; only one of them shows at a time. */
  private static Set<String> tabPanels(Document page) {
    var panels = new HashSet<String>();
    for (Element tab : page.select("[role=tab][aria-controls]")) {
      if (tab.hasText() && !tab.hasAttr("hidden") && panels.size() < MOST_REPORTED) {
        panels.add(tab.attr("aria-controls"));
      }
    }
    return panels;
  }

  private List<HiddenText> report() {
    if (unlisted > 0) {
      report.add(new HiddenText("further hidden text", unlisted + " more pieces, not listed"));
    }
    return report;
  }

  /** Colours and visibility as an element's children inherit them. */
  private record Shown(
      @Nullable Colour colour, @Nullable Colour ground, boolean tiny, boolean clear) {}

  private void walk(Document page) {
    Element body = page.body();
    var marked = new ArrayList<Map.Entry<Element, String>>();
    var shown = new java.util.IdentityHashMap<Element, Shown>();
    Shown outside = new Shown(null, Colour.WHITE, false, false);
    Element html = body.parent();
    if (html != null) {
      outside = inherited(html, outside);
    }
    Node node = body;
    while (node != null) {
      boolean descend = true;
      if (node instanceof Element element) {
        Element parent = element.parent();
        Shown around = parent == null ? outside : shown.getOrDefault(parent, outside);
        String how = element == body ? null : reason(element);
        Shown here = inherited(element, around);
        shown.put(element, here);
        if (how == null && element != body) {
          how = unreadable(here);
          how = how != null && element.ownText().isBlank() ? null : how;
        }
        if (how != null) {
          marked.add(Map.entry(element, how));
          descend = false;
        }
      } else if (node instanceof Comment comment) {
        comment(comment);
      }
      node = next(node, body, descend);
    }
    marked.forEach(mark -> remove(mark.getKey(), mark.getValue()));
  }

  private static @Nullable Node next(Node node, Node top, boolean descend) {
    if (descend && node.childNodeSize() > 0) {
      return node.childNode(0);
    }
    Node at = node;
    while (at != null && at != top) {
      Node sibling = at.nextSibling();
      if (sibling != null) {
        return sibling;
      }
      at = at.parent();
    }
    return null;
  }

  private @Nullable String reason(Element element) {
    if (element.attr("role").equals("tabpanel") && panels.contains(element.id())) {
      return null;
    }
    if (NEVER_SHOWN.contains(element.normalName())) {
      return element.normalName();
    }
    if (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found")) {
      return "hidden";
    }
    if (element.attr("aria-hidden").equalsIgnoreCase("true")) {
      return "aria-hidden";
    }
    if (element.normalName().equals("dialog") && !element.hasAttr("open")) {
      return "closed dialog";
    }
    if (namesScreenReader(element.className())) {
      return "off-screen";
    }
    return HiddenStyle.reason(styles.of(element));
  }

  private static boolean namesScreenReader(String names) {
    if (names.isEmpty()) {
      return false;
    }
    for (List<String> words : NameWords.of(names)) {
      for (int i = 0; i < words.size(); i++) {
        String two = i + 1 < words.size() ? words.get(i) + " " + words.get(i + 1) : words.get(i);
        if (SCREEN_READER.contains(two) || SCREEN_READER.contains(words.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private Shown inherited(Element element, Shown around) {
    Map<String, String> style = styles.of(element);
    if (style.isEmpty()) {
      return around;
    }
    Colour colour = around.colour;
    String ink = style.getOrDefault("color", "inherit");
    if (!HiddenStyle.isInherited(ink)) {
      colour = Colour.read(ink); // null where it cannot be known, as with a variable
    }
    Colour ground = around.ground;
    if (style.containsKey("background") || style.containsKey("background-color")) {
      String value = style.getOrDefault("background-color", style.getOrDefault("background", ""));
      ground = HiddenStyle.ground(value, around.ground);
    }
    if (style.getOrDefault("background-image", "none").contains("(")
        || style.getOrDefault("background", "").contains("(")
            && !style.getOrDefault("background", "").contains("rgb")) {
      ground = null;
    }
    String size = style.get("font-size");
    return new Shown(
        colour,
        ground,
        size == null ? around.tiny : HiddenStyle.isTiny(size),
        style.containsKey("color") ? Colour.isClear(ink) : around.clear);
  }

  private static @Nullable String unreadable(Shown here) {
    if (here.tiny) {
      return "font-size 0";
    }
    if (here.clear && here.ground != null) {
      return "transparent text"; // over a picture it may be the picture's letters
    }
    if (here.colour != null && here.ground != null && here.colour.isLike(here.ground)) {
      return here.colour.isLike(Colour.WHITE) ? "white on white" : "same colour as its ground";
    }
    return null;
  }

  /** Comments never become text; one that addresses a machine is worth an editor's eye. */
  private void comment(Comment comment) {
    String said = comment.getData();
    if (report.size() < MOST_REPORTED && said.length() < 5_000) {
      String why = InstructionSigns.find(said);
      if (why != null && isProse(said)) {
        report.add(HiddenTexts.of("comment", said));
      }
    }
  }

  private void remove(Element element, String how) {
    String text = how.equals("noscript") ? noscriptText(element) : element.text();
    boolean prose = isProse(text) && !Furniture.isInFurniture(element);
    if (prose || isInSentence(element, text)) {
      if (report.size() < MOST_REPORTED) {
        report.add(HiddenTexts.of(how, text));
      } else {
        unlisted++;
      }
    }
    element.remove();
  }

  /** In running text a single hidden word or figure would change what is said. */
  private static boolean isInSentence(Element element, String text) {
    Element paragraph = element.closest("p, blockquote, h1, h2, h3");
    return paragraph != null
        && paragraph != element
        && text.codePoints().anyMatch(Character::isLetterOrDigit)
        && paragraph.ownText().strip().length() >= RUNNING_CHARACTERS;
  }

  /** In a head, noscript is parsed as text; elsewhere it may hold an image only. */
  private static String noscriptText(Element element) {
    var text = new StringBuilder(element.text());
    for (TextNode node : element.textNodes()) {
      if (node.text().contains("<")) {
        return org.jsoup.Jsoup.parse(element.text()).text();
      }
    }
    return text.toString();
  }

  private static boolean isProse(String text) {
    String line = text.strip();
    if (line.length() < FEWEST_CHARACTERS_UNSPACED) {
      return false;
    }
    boolean unspaced = line.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9fff);
    return unspaced || line.split("\\s+", FEWEST_WORDS + 1).length >= FEWEST_WORDS;
  }
}

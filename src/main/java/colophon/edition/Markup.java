package colophon.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Which markup we publish at all. What is not named here is refused, so that neither a hostile
 * source nor a slip in a template can bring in script, style, frames or forms.
 */
final class Markup {

  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "body",
          "meta",
          "title",
          "link",
          "script",
          "a",
          "abbr",
          "article",
          "aside",
          "b",
          "blockquote",
          "button",
          "cite",
          "code",
          "dd",
          "div",
          "dl",
          "dt",
          "em",
          "footer",
          "h1",
          "h2",
          "h3",
          "header",
          "li",
          "main",
          "mark",
          "nav",
          "ol",
          "p",
          "section",
          "span",
          "strong",
          "sup",
          "time",
          "ul");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "ai-disclosure",
          "aria-label",
          "aria-labelledby",
          "charset",
          "class",
          "content",
          "datetime",
          "href",
          "hreflang",
          "http-equiv",
          "id",
          "lang",
          "name",
          "popover",
          "popovertarget",
          "popovertargetaction",
          "rel",
          "role",
          "tabindex",
          "title",
          "type");

  /** Attributes that hide an element from some or all readers. */
  private static final List<String> HIDING =
      List.of("hidden", "aria-hidden", "inert", "popover", "style");

  private Markup() {}

  /** What stands in the tree that we never publish. */
  static List<String> foreign(Element root) {
    var findings = new ArrayList<String>();
    for (Element element : root.getAllElements()) {
      String name = element.normalName();
      if (!name.equals("#root") && !ELEMENTS.contains(name)) {
        findings.add("it holds the element <" + name + ">");
      }
      if (name.equals("script") && !element.attr("type").equals("application/ld+json")) {
        findings.add("it holds a script");
      }
      for (Attribute attribute : element.attributes()) {
        if (!ATTRIBUTES.contains(attribute.getKey())) {
          findings.add("<" + name + "> has the attribute \"" + attribute.getKey() + "\"");
        }
      }
    }
    return findings;
  }

  /** The first text in reading order that is not space. */
  static Optional<TextNode> firstText(Element root) {
    var found = new ArrayList<TextNode>();
    root.traverse(
        (NodeVisitor)
            (node, depth) -> {
              if (found.isEmpty() && node instanceof TextNode text && !text.isBlank()) {
                found.add(text);
              }
            });
    return found.stream().findFirst();
  }

  /** Whether a text's element, or one around it, carries an attribute that hides it. */
  static boolean isHidden(Node text) {
    for (Node at = text; at != null; at = at.parent()) {
      Node around = at;
      if (around instanceof Element && HIDING.stream().anyMatch(around::hasAttr)) {
        return true;
      }
    }
    return false;
  }
}

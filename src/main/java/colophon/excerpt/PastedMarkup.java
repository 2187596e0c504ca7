package colophon.excerpt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Takes the markup out of what was pasted. Text that is no markup stays as it is. */
final class PastedMarkup {

  /** An element that people paste; a bare "less than" is none. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "</?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|q|cite|sup|sub|section"
              + "|article|main|body|html|table|tr|td|th|font|small|mark|time|code|pre|button|!--)"
              + "(?:[\\s/][^<>]{0,2000})?>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENTITY =
      Pattern.compile("&(?:[a-zA-Z]{2,10}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});");

  /** The numbered marks after our sentences: {@code [1][3]}, escaped in Markdown. */
  private static final Pattern MARKS =
      Pattern.compile("[ \\u00a0]?(?:\\\\?\\[[0-9]{1,3}\\\\?\\](?:\\([^()\\s]{0,2000}\\))?)+");

  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\[\\]]{0,2000})\\]\\([^()\\s]{0,2000}(?: \"[^\"]{0,500}\")?\\)");
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^[ \\t]{0,3}(?:(?:>[ \\t]?)+|#{1,6}[ \\t]+|[-*+•][ \\t]+)");
  private static final Pattern RULE =
      Pattern.compile("(?m)^[ \\t]{0,3}(?:[-=*_][ \\t]?){3,}[ \\t]*$");
  private static final Pattern STRUCK = Pattern.compile("~~(?=\\S)[^~\\n]{1,2000}?(?<=\\S)~~");
  private static final Pattern STRONG =
      Pattern.compile("(\\*\\*|__|`)(?=\\S)(.{1,2000}?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\\\])([*_])(?=\\S)([^*_\\n]{1,2000}?)(?<=\\S)\\1(?![\\p{L}\\p{N}])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_\\[\\]|~$^{}#+=.()>-])");

  private PastedMarkup() {}

  static String strip(String pasted) {
    String text = pasted;
    if (ELEMENT.matcher(text).find()) {
      text = html(text);
    } else if (ENTITY.matcher(text).find()) {
      text = org.jsoup.parser.Parser.unescapeEntities(text, false);
    }
    text = MARKS.matcher(text).replaceAll("");
    text = LINE_START.matcher(text).replaceAll("");
    text = RULE.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
    text = STRUCK.matcher(text).replaceAll("");
    text = STRONG.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(2)));
    text = EMPHASIS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(2)));
    return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
  }

  private static String html(String pasted) {
    Document page = Jsoup.parse(pasted);
    page.select("script, style, template, head, [hidden], sup.marks, sup:has(button)").remove();
    // What is struck out is not said any more.
    page.select("del, s, strike").remove();
    // Marks stand raised; a raised figure that belongs to the sentence is not in brackets.
    page.select("sup").stream()
        .filter(raised -> raised.text().strip().matches("(\\[[0-9]{1,3}\\]\\s*)+"))
        .forEach(Element::remove);
    // Ten to the second is not one hundred and two.
    page.select("sup").forEach(raised -> raised.prependText("^"));
    page.select("sub").forEach(lowered -> lowered.prependText("_"));
    var out = new StringBuilder();
    NodeTraversor.traverse((Node node, int depth) -> open(node, out), page.body());
    return out.toString();
  }

  private static void open(Node node, StringBuilder out) {
    if (node instanceof TextNode text) {
      out.append(text.getWholeText().replaceAll("\\s+", " "));
    } else if (node instanceof Element element) {
      if (element.normalName().equals("br")) {
        out.append('\n');
      } else if (element.isBlock()) {
        out.append("\n\n");
      }
    }
  }
}

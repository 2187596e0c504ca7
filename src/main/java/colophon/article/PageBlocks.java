package colophon.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Reads the body of a page as blocks of text, in one pass. */
final class PageBlocks implements NodeVisitor {

  /** The most blocks read from one page. */
  static final int MOST_BLOCKS = 20_000;

  /** A part that holds more of the page's running text than this is no furniture. */
  private static final double FURNITURE_SHARE = 0.4;

  private static final double CERTAIN_FURNITURE_SHARE = 0.85;

  private static final int RUNNING_TEXT_CHARACTERS = 80;

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "svg",
          "iframe",
          "object",
          "embed",
          "canvas",
          "video",
          "audio",
          "button",
          "select",
          "option",
          "input",
          "textarea",
          "map",
          "math",
          "head",
          "title");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "nobr",
          "img",
          "picture",
          "source",
          "center-inline",
          "amp-img");

  private record Raw(
      Block.Kind kind, String text, int linked, Element container, @Nullable Element suspect) {}

  private final List<Raw> raw = new ArrayList<>();

  /** Each element under suspicion with the topmost one that brought it there. */
  private final Map<Element, Element> suspects = new IdentityHashMap<>();

  private final Map<Element, String> words = new IdentityHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int skipping;
  private int anchors;
  private boolean brokenLine;
  private Element container;

  private PageBlocks(Element body) {
    container = body;
  }

  /** The blocks of a page's body. */
  static List<Block> of(Element body) {
    var reader = new PageBlocks(body);
    NodeTraversor.traverse(reader, body);
    reader.flush();
    return reader.judged();
  }

  @Override
  public void head(Node node, int depth) {
    if (skipping > 0) {
      skipping += node instanceof Element ? 1 : 0;
      return;
    }
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  private void enter(Element element) {
    String name = element.normalName();
    if (SKIPPED.contains(name)) {
      skipping = 1;
      return;
    }
    Element parent = element.parent();
    Element above = parent == null ? null : suspects.get(parent);
    String word = Furniture.suspicion(element);
    if (word != null) {
      words.put(element, word);
    }
    if (above != null || word != null) {
      suspects.put(element, above == null ? element : above);
    }
    if (name.equals("br")) {
      if (brokenLine || text.toString().isBlank()) {
        flush();
      } else {
        text.append(' ');
      }
      brokenLine = true;
    } else if (name.equals("a")) {
      anchors++;
    } else if (!INLINE.contains(name)) {
      flush();
      container = element;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (skipping > 0) {
      skipping -= node instanceof Element ? 1 : 0;
      return;
    }
    if (node instanceof Element element) {
      String name = element.normalName();
      if (name.equals("a")) {
        anchors--;
      } else if (!INLINE.contains(name) && !name.equals("br")) {
        flush();
        Element parent = element.parent();
        while (parent != null && INLINE.contains(parent.normalName())) {
          parent = parent.parent();
        }
        container = parent == null ? element : parent;
      }
    }
  }

  private void append(String words) {
    if (words.isBlank()) {
      text.append(' ');
      return;
    }
    brokenLine = false;
    text.append(words);
    if (anchors > 0) {
      linked += words.strip().length();
    }
  }

  private void flush() {
    brokenLine = false;
    String line = colophon.text.NormalText.line(text.toString());
    int links = linked;
    text.setLength(0);
    linked = 0;
    if (!line.isEmpty() && raw.size() < MOST_BLOCKS) {
      raw.add(new Raw(kind(container), line, links, container, suspects.get(container)));
    }
  }

  private static Block.Kind kind(Element container) {
    Element at = container;
    for (int up = 0; at != null && up < 4; up++) {
      switch (at.normalName()) {
        case "p", "pre" -> {
          return isQuoted(at) ? Block.Kind.QUOTE : Block.Kind.PARAGRAPH;
        }
        case "h1", "h2", "h3", "h4", "h5", "h6" -> {
          return Block.Kind.HEADING;
        }
        case "li", "dd", "dt" -> {
          return Block.Kind.ITEM;
        }
        case "blockquote" -> {
          return Block.Kind.QUOTE;
        }
        case "td", "th", "caption" -> {
          return Block.Kind.CELL;
        }
        default -> at = at.parent();
      }
    }
    return Block.Kind.LOOSE;
  }

  private static boolean isQuoted(Element paragraph) {
    Element parent = paragraph.parent();
    return parent != null && parent.normalName().equals("blockquote");
  }

  private List<Block> judged() {
    Map<Element, Integer> running = new IdentityHashMap<>();
    int all = 0;
    for (Raw block : raw) {
      boolean runs =
          block.text.length() >= RUNNING_TEXT_CHARACTERS && block.linked * 2 < block.text.length();
      if (runs) {
        all += block.text.length();
        for (Element at = block.suspect == null ? null : block.container;
            at != null;
            at = at.parent()) {
          running.merge(at, block.text.length(), Integer::sum);
        }
      }
    }
    var blocks = new ArrayList<Block>(raw.size());
    for (Raw block : raw) {
      boolean furniture = block.suspect != null && isFurniture(block, running, all);
      blocks.add(
          new Block(
              blocks.size(), block.kind, block.text, block.linked, block.container, furniture));
    }
    return blocks;
  }

  /**
   * A suspect that holds much of the page's text is none, and its word tells nothing of the parts
   * inside it either (a gallery that is the article).
   */
  private boolean isFurniture(Raw block, Map<Element, Integer> running, int all) {
    var suspected = new ArrayList<Element>();
    for (Element at = block.container; at != null; at = at.parent()) {
      if (words.containsKey(at)) {
        suspected.add(at);
      }
      if (at == block.suspect) {
        break;
      }
    }
    var cleared = new HashSet<String>();
    for (Element at : suspected.reversed()) {
      String word = String.valueOf(words.get(at));
      double most = Furniture.isCertain(word) ? CERTAIN_FURNITURE_SHARE : FURNITURE_SHARE;
      if (running.getOrDefault(at, 0) > most * all) {
        cleared.add(word);
      } else if (!cleared.contains(word)) {
        return true;
      }
    }
    return false;
  }
}

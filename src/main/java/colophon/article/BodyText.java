package colophon.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** From the blocks of the part that is the article to its passages: what belongs, in order. */
final class BodyText {

  private static final int STANDFIRST_CHARACTERS = 50;

  private static final int LONGEST_FOOT = 200;

  private final List<Block> blocks;
  private final Element root;
  private final BodyHint hint;
  private final String title;

  BodyText(List<Block> blocks, Element root, BodyHint hint, String title) {
    this.blocks = blocks;
    this.root = root;
    this.hint = hint;
    this.title = key(title);
  }

  /** The passages; empty where the page has no running text. */
  List<String> passages() {
    List<Block> inside =
        blocks.stream().filter(block -> !block.furniture() && isInside(block.container())).toList();
    int from = afterTitle(inside);
    var kept = new ArrayList<Block>();
    for (Block block : inside) {
      if (block.place() >= from && belongs(block)) {
        kept.add(block);
      }
    }
    trimEnds(kept);
    trimAfterLinks(kept, inside);
    dropOrphanHeadings(kept);
    var passages = new ArrayList<String>();
    standfirst(kept).forEach(passages::add);
    Set<String> seen = new HashSet<>();
    passages.forEach(passage -> seen.add(key(passage)));
    for (Block block : kept) {
      if (seen.add(key(block.text())) || block.length() < STANDFIRST_CHARACTERS) {
        passages.add(block.text());
      }
    }
    return passages;
  }

  /** What stands above the headline is not the article, unless most of the text does. */
  private int afterTitle(List<Block> inside) {
    int all = inside.stream().mapToInt(Block::length).sum();
    int above = 0;
    for (Block block : inside) {
      if (above * 4 > all) {
        break;
      }
      if (key(block.text()).equals(title)) {
        return block.place() + 1;
      }
      above += block.length();
    }
    return 0;
  }

  private boolean isInside(Element container) {
    for (Element at = container; at != null; at = at.parent()) {
      if (at == root) {
        return true;
      }
    }
    return false;
  }

  private boolean belongs(Block block) {
    if (key(block.text()).equals(title) || Boilerplate.is(block)) {
      return false;
    }
    if (hint.isUsable() && hint.holds(block.text())) {
      return true;
    }
    if (block.linkShare() > 0.6) {
      return block.kind() == Block.Kind.PARAGRAPH
          && block.endsLikeSentence()
          && block.linkShare() < 0.95;
    }
    return switch (block.kind()) {
      case PARAGRAPH, QUOTE -> true;
      case HEADING -> block.linkShare() < 0.3;
      case ITEM -> block.linkShare() < 0.4;
      case CELL -> true;
      case LOOSE -> block.endsLikeSentence() || block.length() > 100;
    };
  }

  private static void trimEnds(List<Block> kept) {
    while (!kept.isEmpty() && !carries(kept.getLast())) {
      kept.removeLast();
    }
    while (!kept.isEmpty()
        && kept.getFirst().kind() == Block.Kind.LOOSE
        && !carries(kept.getFirst())) {
      kept.removeFirst();
    }
  }

  /** One short block below a row of links at the very end is the page's foot. */
  private static void trimAfterLinks(List<Block> kept, List<Block> inside) {
    if (kept.size() < 3 || kept.getLast().length() > LONGEST_FOOT) {
      return;
    }
    int last = kept.getLast().place();
    int previous = kept.get(kept.size() - 2).place();
    for (Block block : inside) {
      boolean row = block.linkShare() > 0.4 && block.text().matches(".*\\s[|·•]\\s.*");
      if (block.place() > previous && block.place() < last && row) {
        kept.removeLast();
        return;
      }
    }
  }

  private static boolean carries(Block block) {
    return block.kind() != Block.Kind.HEADING
        && (block.endsLikeSentence() || block.length() >= 40 || block.kind() != Block.Kind.LOOSE);
  }

  /** A heading followed by another of the same or no text announced something that was cut. */
  private static void dropOrphanHeadings(List<Block> kept) {
    for (int i = kept.size() - 1; i >= 0; i--) {
      Block block = kept.get(i);
      if (block.kind() == Block.Kind.HEADING && i + 1 == kept.size()) {
        kept.remove(i);
      }
    }
  }

  /** The paragraph under the headline often stands outside the text's own element. */
  private List<String> standfirst(List<Block> kept) {
    if (kept.isEmpty()) {
      return List.of();
    }
    int first = kept.getFirst().place();
    int from = -1;
    for (int i = Math.min(first, blocks.size()) - 1; i >= 0 && i > first - 40; i--) {
      Block block = blocks.get(i);
      if (key(block.text()).equals(title) || isTopHeading(block)) {
        from = i + 1;
        break;
      }
    }
    var found = new ArrayList<String>();
    for (int i = Math.max(0, from); from >= 0 && i < first; i++) {
      Block block = blocks.get(i);
      if (!block.furniture()
          && block.length() >= STANDFIRST_CHARACTERS
          && block.linkShare() < 0.3
          && !Boilerplate.is(block)
          && !key(block.text()).equals(title)
          && (Standfirst.isNamed(block.container()) || block.endsLikeSentence())) {
        found.add(block.text());
      }
    }
    return found;
  }

  private static boolean isTopHeading(Block block) {
    return block.kind() == Block.Kind.HEADING && block.container().closest("h1") != null;
  }

  static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}

package colophon.article;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the part of a page that is the article: the element whose blocks weigh most together, where
 * running text weighs and rows of links weigh against, and a block weighs less the deeper it lies
 * below the element. Depth is what keeps a page of teasers from counting as one long article.
 */
final class BodyFinder {

  private static final double DEEPER = 0.8;
  private static final int MOST_LEVELS = 12;
  private static final double NAMED_AS_BODY = 1.25;
  private static final double AFTER_TITLE = 2;
  private static final int BLOCKS_TO_TEXT = 12;
  private static final double ARTICLE_ELEMENT = 1.1;
  private static final double NOT_IN_STRUCTURED_DATA = 0.3;
  private static final int LONGEST_COUNTED = 1_200;
  private static final int SHORT_CHARACTERS = 60;

  private BodyFinder() {}

  /** The element that holds the article; the body where nothing stands out. */
  static Element find(Element body, List<Block> blocks, BodyHint hint, String title) {
    Set<Element> afterTitle = afterTitle(blocks, title);
    Map<Element, Double> weights = new IdentityHashMap<>();
    for (Block block : blocks) {
      double weight = weight(block, hint);
      Element at = block.container();
      double share = 1;
      for (int level = 0; at != null && level < MOST_LEVELS; level++) {
        weights.merge(at, weight * share, Double::sum);
        if (at == body) {
          break;
        }
        at = at.parent();
        share *= level == 0 ? 1 : DEEPER;
      }
    }
    return heaviest(body, blocks, weights, afterTitle);
  }

  private static Element heaviest(
      Element body, List<Block> blocks, Map<Element, Double> weights, Set<Element> afterTitle) {
    Element best = body;
    double most = 0;
    for (Block block : blocks) {
      for (Element at = block.container(); at != null; at = at.parent()) {
        Double weight = weights.remove(at);
        if (weight == null) {
          break; // it and what is above it have been looked at
        }
        double counted = weight * named(at) * (afterTitle.contains(at) ? AFTER_TITLE : 1);
        if (weight > 0 && counted > most) {
          most = counted;
          best = at;
        }
      }
    }
    return best;
  }

  /** The elements whose running text begins soon after the headline. */
  private static Set<Element> afterTitle(List<Block> blocks, String title) {
    Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());
    String key = BodyText.key(title);
    int from = -1;
    for (Block block : blocks) {
      if (!key.isEmpty() && BodyText.key(block.text()).equals(key)) {
        from = block.place();
      } else if (from >= 0 && !block.furniture() && plainWeight(block) > SHORT_CHARACTERS) {
        if (block.place() - from <= BLOCKS_TO_TEXT) {
          for (Element at = block.container(); at != null; at = at.parent()) {
            elements.add(at);
          }
        }
        from = -1;
      }
    }
    return elements;
  }

  private static double named(Element element) {
    if (Furniture.isBodyName(element)) {
      return NAMED_AS_BODY;
    }
    return element.normalName().equals("article") ? ARTICLE_ELEMENT : 1;
  }

  private static double weight(Block block, BodyHint hint) {
    if (block.furniture()) {
      return 0;
    }
    double weight = plainWeight(block);
    return weight > 0 && hint.isUsable() && !hint.holds(block.text())
        ? weight * NOT_IN_STRUCTURED_DATA
        : weight;
  }

  private static double plainWeight(Block block) {
    int length = Math.min(block.length(), LONGEST_COUNTED);
    if (block.linkShare() > 0.5) {
      return -5 - length * 0.3;
    }
    double own = length * (1 - block.linkShare());
    return switch (block.kind()) {
      case HEADING -> 0;
      case PARAGRAPH, QUOTE -> length >= SHORT_CHARACTERS || block.endsLikeSentence() ? own : -5;
      case ITEM -> block.endsLikeSentence() ? own * 0.7 : -5;
      case CELL, LOOSE ->
          length >= SHORT_CHARACTERS && block.endsLikeSentence()
              ? own * 0.9
              : length >= 2 * SHORT_CHARACTERS && block.holdsSentences() ? own * 0.8 : -8;
    };
  }
}

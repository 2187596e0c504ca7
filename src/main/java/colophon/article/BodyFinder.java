package colophon.article;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
  private static final double ARTICLE_ELEMENT = 1.1;
  private static final double NOT_IN_STRUCTURED_DATA = 0.3;
  private static final int LONGEST_COUNTED = 1_200;
  private static final int SHORT_CHARACTERS = 60;

  private BodyFinder() {}

  /** The element that holds the article; the body where nothing stands out. */
  static Element find(Element body, List<Block> blocks, BodyHint hint) {
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
    return heaviest(body, blocks, weights);
  }

  private static Element heaviest(Element body, List<Block> blocks, Map<Element, Double> weights) {
    Element best = body;
    double most = 0;
    for (Block block : blocks) {
      for (Element at = block.container(); at != null; at = at.parent()) {
        Double weight = weights.remove(at);
        if (weight == null) {
          break; // it and what is above it have been looked at
        }
        if (weight > 0 && weight * named(at) > most) {
          most = weight * named(at);
          best = at;
        }
      }
    }
    return best;
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

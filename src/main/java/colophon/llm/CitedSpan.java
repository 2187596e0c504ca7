package colophon.llm;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.kernel.TextSpan;

/** The stretch of a passage that a sentence rests on. */
final class CitedSpan {

  private CitedSpan() {}

  static TextSpan find(String sentence, Article article, Passage passage) {
    return passage.span();
  }
}

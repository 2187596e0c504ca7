package colophon.grounding;

import colophon.article.Article;
import colophon.article.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cited passage, whole, with what the checks read in it; each is read once, when asked for. */
final class Cited {

  private final Article article;
  private final Passage passage;
  private final String text;
  private final String plain;
  private @Nullable List<DateMention> dates;
  private @Nullable List<Figure> figures;
  private @Nullable List<String> pieces;

  Cited(Article article, Passage passage) {
    this.article = article;
    this.passage = passage;
    this.text = article.textOf(passage);
    this.plain = Typography.plain(text);
  }

  Article article() {
    return article;
  }

  Passage passage() {
    return passage;
  }

  String text() {
    return text;
  }

  /** The text with one kind of quote, dash and space. */
  String plain() {
    return plain;
  }

  List<DateMention> dates() {
    if (dates == null) {
      dates = DateReader.in(plain);
    }
    return dates;
  }

  /** Its figures, also those it only says in passing. */
  List<Figure> figures() {
    if (figures == null) {
      figures = Figures.of(plain, dates(), article.language(), true);
    }
    return figures;
  }

  /** Its sentences, each neighbouring two, and the whole. */
  List<String> pieces() {
    if (pieces == null) {
      pieces = Similarity.pieces(text, article.language());
    }
    return pieces;
  }
}

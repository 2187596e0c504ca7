package colophon.evidence;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.grounding.Grounder;
import colophon.kernel.TextSpan;
import colophon.story.StoryDesk;
import colophon.text.NormalText;
import colophon.text.Sentences;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The texts of an article that may have been embedded: title, beginning, passages, sentences,
 * neighbouring two, and sentences without their first words, which a writer leaves out.
 */
final class EmbeddedPieces {

  /** A dateline and a connective have no more words. */
  private static final int MOST_WORDS_LEFT_OUT = 16;

  private EmbeddedPieces() {}

  static Set<String> of(Article article) {
    Set<String> pieces = new LinkedHashSet<>();
    pieces.add(article.title());
    pieces.add(NormalText.line(article.title()));
    pieces.add(StoryDesk.lead(article));
    for (TextSpan span : Sentences.split(article.text(), article.language())) {
      sentence(NormalText.line(span.in(article.text())), pieces);
    }
    for (Passage passage : article.passages()) {
      for (String piece : Grounder.pieces(article.textOf(passage), article.language())) {
        sentence(piece, pieces);
      }
    }
    return pieces;
  }

  private static void sentence(String text, Set<String> pieces) {
    String rest = text;
    for (int i = 0; i <= MOST_WORDS_LEFT_OUT && !rest.isEmpty(); i++) {
      pieces.add(rest);
      pieces.add(capital(rest));
      int space = rest.indexOf(' ');
      rest = space < 0 ? "" : rest.substring(space + 1).strip();
    }
  }

  private static String capital(String text) {
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }
}

package colophon.desk;

import colophon.article.Article;
import colophon.brief.Citation;
import colophon.kernel.TextSpan;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence is bound to: a passage of one of the draft's articles, or words within it.
 *
 * @param passage its number, from 1
 * @param start in code points of the article's text; null for the whole passage
 * @param end likewise
 */
public record ApiPassage(
    String article, int passage, @Nullable Integer start, @Nullable Integer end) {

  Citation in(Dossier dossier) {
    Article found =
        dossier
            .article(article)
            .filter(each -> passage <= each.passages().size())
            .filter(each -> dossier.note(article).isEmpty() || passage == DeskNote.WORDS)
            .orElseThrow(() ->
                refused("There is no passage " + passage + " of an article " + article + " here."));
    TextSpan whole = found.passage(passage).span();
    int from = start == null ? whole.start() : start;
    int until = end == null ? whole.end() : end;
    if (from < whole.start() || until > whole.end() || from >= until) {
      throw refused(
          "The words from "
              + from
              + " to "
              + until
              + " do not lie in passage "
              + passage
              + ", which goes from "
              + whole.start()
              + " to "
              + whole.end()
              + ".");
    }
    return Citation.of(found, passage, new TextSpan(from, until));
  }

  private static ApiProblem refused(String sentence) {
    return new ApiProblem(ApiProblem.Kind.REFUSED, sentence);
  }
}

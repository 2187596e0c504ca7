package colophon.edition;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Citation;
import colophon.kernel.TextSpan;

/** Cuts a cited span out of its passage with a few words around it. */
final class ExcerptCut {

  /** The most words of a source shown on each side of what is cited, in code points. */
  static final int MOST_CONTEXT = 110;

  private static final String ELLIPSIS = "…";

  private ExcerptCut() {}

  static Excerpt of(Article article, Citation citation) {
    TextSpan span = citation.span();
    TextSpan frame = frame(article, citation);
    String before = new TextSpan(frame.start(), span.start()).in(article.text());
    String after = new TextSpan(span.end(), frame.end()).in(article.text());
    return new Excerpt(
        CleanText.of(shortenStart(before)), CleanText.of(citation.quote()), shortenEnd(after));
  }

  /** The passage where the citation lies inside it, as it should; else the span alone. */
  private static TextSpan frame(Article article, Citation citation) {
    int number = citation.passage();
    if (number < 1 || number > article.passages().size()) {
      return citation.span();
    }
    Passage passage = article.passage(number);
    return passage.span().contains(citation.span()) ? passage.span() : citation.span();
  }

  private static String shortenStart(String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= MOST_CONTEXT) {
      return text;
    }
    String tail = text.substring(text.offsetByCodePoints(0, length - MOST_CONTEXT));
    int space = tail.indexOf(' ');
    return ELLIPSIS + " " + (space < 0 ? tail : tail.substring(space + 1));
  }

  private static String shortenEnd(String text) {
    String clean = CleanText.of(text);
    if (clean.codePointCount(0, clean.length()) <= MOST_CONTEXT) {
      return clean;
    }
    String head = clean.substring(0, clean.offsetByCodePoints(0, MOST_CONTEXT));
    int space = head.lastIndexOf(' ');
    return (space <= 0 ? head : head.substring(0, space)) + " " + ELLIPSIS;
  }
}

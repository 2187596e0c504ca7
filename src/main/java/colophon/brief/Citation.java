package colophon.brief;

import colophon.kernel.Digest;
import colophon.kernel.TextSpan;

/**
 * The exact stretch of an article's text that a sentence rests on.
 *
 * @param articleId the article
 * @param passage the number of the passage that holds the span
 * @param textDigest the digest of the article's text
 * @param span in code points of the article's text
 * @param quote the characters of the span
 * @param prefix up to 32 code points before it
 * @param suffix up to 32 code points after it
 */
public record Citation(
    String articleId,
    int passage,
    Digest textDigest,
    TextSpan span,
    String quote,
    String prefix,
    String suffix) {

  /** How many code points of context a citation carries on each side. */
  public static final int CONTEXT = 32;

  /** The citation of a span of an article that lies within the passage of that number. */
  public static Citation of(colophon.article.Article article, int passage, TextSpan span) {
    String text = article.text();
    int length = text.codePointCount(0, text.length());
    return new Citation(
        article.id(),
        passage,
        article.textDigest(),
        span,
        span.in(text),
        new TextSpan(Math.max(0, span.start() - CONTEXT), span.start()).in(text),
        new TextSpan(span.end(), Math.min(length, span.end() + CONTEXT)).in(text));
  }
}

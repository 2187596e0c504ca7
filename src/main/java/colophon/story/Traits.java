package colophon.story;

import colophon.article.Article;
import colophon.text.Embedding;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What grouping looks at in one article.
 *
 * @param terms stems of the content words of its beginning and how often they stand there
 * @param marked the terms that are names or figures: what tells one summit from another
 * @param bridges names and figures in a form that other languages share, with their weight in
 *     thousandths; empty where there is no other language
 * @param meaning null where the sentence model does not know the language
 */
record Traits(
    String id,
    String tongue,
    @Nullable OffsetDateTime published,
    TermCounts terms,
    TermCounts marked,
    TermCounts bridges,
    @Nullable Embedding meaning) {

  /** What grouping looks at in an article among others of its own language. */
  static Traits of(Article article, @Nullable Embedding meaning, TermPool pool) {
    return TraitReader.read(article, meaning, false, pool);
  }
}

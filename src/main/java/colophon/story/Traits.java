package colophon.story;

import colophon.article.Article;
import colophon.text.Embedding;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What grouping looks at in one article.
 *
 * @param terms stems of the content words of its beginning and how often they stand there
 * @param marked the terms that are names or figures: what tells one summit from another
 * @param bridges names and figures in a form that other languages share, with their weight in
 *     thousandths
 * @param meaning null where the sentence model does not know the language
 */
record Traits(
    String id,
    String tongue,
    @Nullable OffsetDateTime published,
    SortedMap<String, Integer> terms,
    SortedSet<String> marked,
    SortedMap<String, Integer> bridges,
    @Nullable Embedding meaning) {

  static Traits of(Article article, @Nullable Embedding meaning) {
    return TraitReader.read(article, meaning);
  }
}

package colophon.story;

import colophon.article.Article;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;

/** The order of publication: the earliest first, undated articles last, equal ones by id. */
final class PublicationOrder {

  static final Comparator<Article> EARLIEST_FIRST =
      Comparator.comparing(PublicationOrder::instant).thenComparing(Article::id);

  private PublicationOrder() {}

  static Instant instant(Article article) {
    OffsetDateTime published = article.published();
    return published == null ? Instant.MAX : published.toInstant();
  }
}

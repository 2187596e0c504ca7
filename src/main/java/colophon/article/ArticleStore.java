package colophon.article;

import colophon.capture.Captured;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every article that was read, and every document that became none, with the reason. An article
 * whose text was erased ({@link ArticleErasure}) is as if it had never been read, but stays erased
 * when the same text comes again.
 */
public final class ArticleStore {

  /** How many articles are fetched at a time, so that their documents need little memory. */
  private static final int MOST_ROWS = 500;

  private final JdbcClient jdbc;

  public ArticleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps how the reading of a captured document ended. The same article is kept once, whichever
   * sources bring it.
   */
  public void keep(Captured captured, Extraction extraction, Instant now) {
    keep(captured, extraction, now, now);
  }

  /**
   * The same where an article without a date counts as of another moment.
   *
   * @param undated when such an article came out
   */
  public void keep(Captured captured, Extraction extraction, Instant now, Instant undated) {
    switch (extraction) {
      case Extraction.Extracted extracted -> keep(captured, extracted.article(), now, undated);
      case Extraction.Empty empty -> keepFailure(captured, "empty", empty.reason(), now);
      case Extraction.Unreadable unreadable ->
          keepFailure(captured, "unreadable", unreadable.reason(), now);
    }
  }

  private void keep(Captured captured, Article article, Instant now, Instant undated) {
    Timestamp dated = Timestamp.from(dated(captured, article, now, undated));
    jdbc.sql(
            """
            insert into article (id, address, source_id, language, snapshot, dated_at,
                                 first_seen_at, text_digest, document)
            values (:id, :address, :source, :language, :snapshot, :dated, :now, :text, :document)
            on conflict (id) do nothing
            """)
        .param("id", article.id())
        .param("address", article.address().toString())
        .param("source", article.sourceId())
        .param("language", article.language().tag())
        .param("snapshot", article.snapshot().toString())
        .param("dated", dated)
        .param("now", Timestamp.from(now))
        .param("text", article.textDigest().toString())
        .param("document", ArticleDocument.format(article))
        .update();
    jdbc.sql(
            """
            insert into article_source (article_id, source_id, dated_at, first_seen_at)
            values (:id, :source, :dated, :now) on conflict do nothing
            """)
        .param("id", article.id())
        .param("source", captured.source().id())
        .param("dated", dated)
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * When this version came out. A page that is corrected keeps the date of its first publication,
   * and the feed announces it again with the date of the change; a date to come is not believed.
   */
  private static Instant dated(Captured captured, Article article, Instant now, Instant undated) {
    @Nullable OffsetDateTime published = article.published();
    @Nullable OffsetDateTime announced = captured.hint().published();
    if (published == null) {
      return undated;
    }
    Instant first = published.toInstant();
    Instant again = announced == null ? first : announced.toInstant();
    return again.isAfter(first) && !again.isAfter(now) ? again : first;
  }

  private void keepFailure(Captured captured, String outcome, String reason, Instant now) {
    jdbc.sql(
            """
            insert into unread_document (source_id, address, snapshot, outcome, reason, noted_at)
            values (:source, :address, :snapshot, :outcome, :reason, :now)
            """)
        .param("source", captured.source().id())
        .param("address", captured.snapshot().requested().toString())
        .param("snapshot", captured.snapshot().digest().toString())
        .param("outcome", outcome)
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The article of that id. */
  public Optional<Article> find(String id) {
    return jdbc.sql("select document from article where id = :id and document is not null")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(ArticleDocument::parse);
  }

  /** The kept document of the article of that id, canonical JSON. */
  public Optional<byte[]> document(String id) {
    return jdbc.sql("select document from article where id = :id and document is not null")
        .param("id", id)
        .query(byte[].class)
        .optional();
  }

  /** The articles of these ids that are kept, sorted by id. */
  public List<Article> byIds(Collection<String> ids) {
    return inOrder(ids.stream().sorted().toList());
  }

  /** The articles of these ids that are kept, in the order of the ids. */
  private List<Article> inOrder(List<String> ids) {
    List<Article> articles = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST_ROWS) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_ROWS));
      jdbc.sql(
              """
              select a.document from unnest(:ids) with ordinality as given(id, place)
              join article a on a.id = given.id and a.document is not null
              order by given.place
              """)
          .param("ids", some.toArray(String[]::new), Types.ARRAY)
          .query((row, number) -> articles.add(ArticleDocument.parse(row.getBytes(1))))
          .list();
    }
    return articles;
  }

  /**
   * The articles of a window: of each address the version that came out last in it, by that time
   * and id. An article without a date counts as published when it was first seen. Where the text of
   * that version was erased, no older one stands in for it.
   *
   * @param from not included
   * @param until included
   */
  public List<Article> window(Collection<String> sourceIds, Instant from, Instant until) {
    return inOrder(
        jdbc.sql(
                """
                select id from (
                  select distinct on (a.address) s.dated_at, a.id, a.erased_at
                  from article_source s join article a on a.id = s.article_id
                  where s.source_id = any(:sources)
                    and s.dated_at > :from and s.dated_at <= :until
                  order by a.address, s.dated_at desc, s.first_seen_at desc, a.id
                ) newest where erased_at is null order by dated_at, id
                """)
            .param("sources", sourceIds.toArray(String[]::new), Types.ARRAY)
            .param("from", Timestamp.from(from))
            .param("until", Timestamp.from(until))
            .query(String.class)
            .list());
  }

  /**
   * An article and when it came out, by each of the sources asked about.
   *
   * @param times the earliest first; one at least
   * @param erased whether its text is gone
   */
  public record Dated(String id, List<Instant> times, boolean erased) {
    public Dated {
      times = List.copyOf(times);
    }
  }

  /** When these articles came out, of those that the sources have brought, sorted by id. */
  public List<Dated> dated(Collection<String> ids, Collection<String> sourceIds) {
    return jdbc.sql(
            """
            select a.id, array_agg(s.dated_at order by s.dated_at) as times,
                   a.erased_at is not null as erased
            from article a join article_source s on s.article_id = a.id
            where a.id = any(:ids) and s.source_id = any(:sources)
            group by a.id, a.erased_at order by a.id
            """)
        .param("ids", ids.toArray(String[]::new), Types.ARRAY)
        .param("sources", sourceIds.toArray(String[]::new), Types.ARRAY)
        .query((row, number) ->
            new Dated(
                row.getString("id"),
                Arrays.stream((Timestamp[]) row.getArray("times").getArray())
                    .map(Timestamp::toInstant)
                    .toList(),
                row.getBoolean("erased")))
        .list();
  }

  /**
   * What an article is called, and where its archived copy is.
   *
   * @param title empty where its text was erased
   * @param snapshot the digest of its copy
   */
  public record Named(String title, String outlet, String snapshot) {}

  /** The names of these articles by id, without their texts. */
  public SortedMap<String, Named> names(Collection<String> ids) {
    SortedMap<String, Named> names = new TreeMap<>();
    List<String> sorted = ids.stream().sorted().toList();
    for (int from = 0; from < sorted.size(); from += MOST_ROWS) {
      List<String> some = sorted.subList(from, Math.min(sorted.size(), from + MOST_ROWS));
      jdbc.sql(
              """
              select id, snapshot,
                     coalesce(convert_from(document, 'UTF8')::json ->> 'title', '') as title,
                     coalesce(convert_from(document, 'UTF8')::json ->> 'outlet', '') as outlet
              from article where id = any(:ids)
              """)
          .param("ids", some.toArray(String[]::new), Types.ARRAY)
          .query(row -> {
            names.put(
                row.getString("id"),
                new Named(
                    row.getString("title"), row.getString("outlet"), row.getString("snapshot")));
          });
    }
    return names;
  }
}

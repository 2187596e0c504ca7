package colophon.article;

import colophon.capture.Captured;
import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every article that was read, and every document that became none, with the reason. */
public final class ArticleStore {

  /** A document that cannot be read is tried so often and then left alone. */
  public static final int MOST_TRIES = 3;

  private final JdbcClient jdbc;

  public ArticleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps how the reading of a captured document ended. The same article is kept once. */
  public void keep(Captured captured, Extraction extraction, Instant now) {
    switch (extraction) {
      case Extraction.Extracted extracted -> keep(extracted.article(), now);
      case Extraction.Empty empty -> keepFailure(captured, "empty", empty.reason(), now);
      case Extraction.Unreadable unreadable ->
          keepFailure(captured, "unreadable", unreadable.reason(), now);
    }
  }

  private void keep(Article article, Instant now) {
    @Nullable OffsetDateTime published = article.published();
    jdbc.sql(
            """
            insert into article (id, address, source_id, language, snapshot, dated_at,
                                 first_seen_at, document)
            values (:id, :address, :source, :language, :snapshot, :dated, :now, :document)
            on conflict (id) do nothing
            """)
        .param("id", article.id())
        .param("address", article.address().toString())
        .param("source", article.sourceId())
        .param("language", article.language().tag())
        .param("snapshot", article.snapshot().toString())
        .param("dated", Timestamp.from(published == null ? now : published.toInstant()))
        .param("now", Timestamp.from(now))
        .param("document", ArticleDocument.format(article))
        .update();
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
    return jdbc.sql("select document from article where id = :id")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(ArticleDocument::parse);
  }

  /** The articles of these ids that are kept, sorted by id. */
  public List<Article> byIds(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql("select document from article where id = any(:ids) order by id")
        .param("ids", ids.toArray(String[]::new), Types.ARRAY)
        .query(byte[].class)
        .list()
        .stream()
        .map(ArticleDocument::parse)
        .toList();
  }

  /**
   * The articles of a window: of each address the version published last in it, by publication and
   * id. An article without a date counts as published when it was first seen.
   *
   * @param from not included
   * @param until included
   */
  public List<Article> window(Collection<String> sourceIds, Instant from, Instant until) {
    return jdbc
        .sql(
            """
            select document from (
              select distinct on (address) document, dated_at, id from article
              where source_id = any(:sources) and dated_at > :from and dated_at <= :until
              order by address, dated_at desc, first_seen_at desc, id
            ) newest order by dated_at, id
            """)
        .param("sources", sourceIds.toArray(String[]::new), Types.ARRAY)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query(byte[].class)
        .list()
        .stream()
        .map(ArticleDocument::parse)
        .toList();
  }

  /** How often a document of that address became no article. */
  public int failures(URI address) {
    return jdbc.sql("select count(*) from unread_document where address = :address")
        .param("address", address.toString())
        .query(Integer.class)
        .single();
  }

  /** Whether a document's address has failed so often that it is not tried again. */
  public boolean isQuarantined(URI address) {
    return failures(address) >= MOST_TRIES;
  }

  /** The latest documents that became no article, newest first. */
  public List<UnreadDocument> unread(int most) {
    return jdbc.sql(
            """
            select source_id, address, outcome, reason, noted_at,
                   count(*) over (partition by address) as tries
            from unread_document order by id desc limit :most
            """)
        .param("most", most)
        .query((row, number) ->
            new UnreadDocument(
                row.getString(1),
                URI.create(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getInt(6)))
        .list();
  }
}

package colophon.article;

import colophon.capture.Captured;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts how often a document was tried in vain, so that one that cannot be read, or that ends the
 * process that reads it, is set aside at last. What is counted are these bytes at this address: a
 * document that changes is new.
 */
public final class Quarantine {

  /** A document is tried so often and then left alone. */
  public static final int MOST_TRIES = 3;

  private final JdbcClient jdbc;

  public Quarantine(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes that these documents are tried once more; to be stored before they are read, so that a
   * document that ends the process leaves its try behind.
   */
  public void begin(List<Captured> documents, Instant now) {
    given(
            jdbc.sql(
                """
                insert into extraction_try (source_id, address, snapshot, tries, last_at)
                select distinct source, address, snapshot, 1, cast(:now as timestamptz)
                from unnest(:sources, :addresses, :snapshots) as given(source, address, snapshot)
                on conflict (md5(address), source_id, snapshot)
                  do update set tries = extraction_try.tries + 1, last_at = excluded.last_at
                """),
            documents)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** How often the document was tried in vain, or by a process that ended over it. */
  public int tries(Captured document) {
    return jdbc.sql(
            """
            select tries from extraction_try
            where snapshot = :snapshot and md5(address) = md5(:address) and source_id = :source
            """)
        .param("snapshot", snapshot(document))
        .param("address", address(document))
        .param("source", document.source().id())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Whether the document was read before and could not be; not so where the process ended. */
  public boolean hasFailed(Captured document) {
    return jdbc.sql(
            """
            select exists (select from unread_document
              where address = :address and snapshot = :snapshot and source_id = :source)
            """)
        .param("snapshot", snapshot(document))
        .param("address", address(document))
        .param("source", document.source().id())
        .query(Boolean.class)
        .single();
  }

  /** Whether any of these documents was tried before without success. */
  public boolean anyTried(List<Captured> documents) {
    return given(
            jdbc.sql(
                """
                select exists (
                  select from extraction_try t
                    join unnest(:sources, :addresses, :snapshots)
                      as given(source, address, snapshot)
                    on t.snapshot = given.snapshot and md5(t.address) = md5(given.address)
                      and t.source_id = given.source)
                """),
            documents)
        .query(Boolean.class)
        .single();
  }

  /** Forgets the tries of documents that were read, those of other bytes at their address too. */
  public void forget(List<Captured> documents) {
    given(
            jdbc.sql(
                """
                delete from extraction_try t
                using unnest(:sources, :addresses, :snapshots) as given(source, address, snapshot)
                where md5(t.address) = md5(given.address) and t.source_id = given.source
                """),
            documents)
        .update();
  }

  /** The latest documents that were set aside, newest first, each with the last reason. */
  public List<UnreadDocument> setAside(int most) {
    return jdbc.sql(
            """
            select t.source_id, t.address, u.outcome, u.reason, u.noted_at, t.tries
            from extraction_try t
              join lateral (
                select outcome, reason, noted_at from unread_document d
                where d.address = t.address and d.snapshot = t.snapshot
                  and d.source_id = t.source_id
                order by d.id desc limit 1) u on true
            where t.tries >= :tries order by t.last_at desc, t.address limit :most
            """)
        .param("tries", MOST_TRIES)
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

  /** How many documents are set aside. */
  public long number() {
    return jdbc.sql("select count(*) from extraction_try where tries >= :tries")
        .param("tries", MOST_TRIES)
        .query(Long.class)
        .single();
  }

  private static JdbcClient.StatementSpec given(
      JdbcClient.StatementSpec statement, List<Captured> documents) {
    return statement
        .param("sources", documents.stream().map(one -> one.source().id()).toArray(String[]::new))
        .param("addresses", documents.stream().map(Quarantine::address).toArray(String[]::new))
        .param("snapshots", documents.stream().map(Quarantine::snapshot).toArray(String[]::new));
  }

  private static String address(Captured document) {
    return document.snapshot().requested().toString();
  }

  private static String snapshot(Captured document) {
    return document.snapshot().digest().toString();
  }
}

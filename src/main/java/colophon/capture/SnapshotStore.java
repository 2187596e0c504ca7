package colophon.capture;

import colophon.kernel.Digest;
import colophon.kernel.JsonFormatException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the bytes of every snapshot once and every reading as a row. Nothing here is ever changed;
 * what was captured stays open until it is settled, so that a killed process loses no article.
 * Bytes that were erased ({@link CopyErasure}) are as if they had never been kept, but stay erased
 * when they come again.
 */
public final class SnapshotStore {

  /** The most captured items that are handed out at once. */
  public static final int MOST_OPEN = 500;

  /** Where imported copies say they came from; no source has such a name. */
  static final String IMPORTED = "(imported)";

  private static final String SNAPSHOT =
      """
      select r.digest, b.bytes, r.decoded_digest, r.requested, r.landed, r.reader_link, r.ended_at,
        r.status, r.request_headers, r.response_headers
      from reading r join snapshot_body b on b.digest = r.digest and b.bytes is not null
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public SnapshotStore(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * The snapshot of that digest as it was last fetched; as it was imported only where we never
   * fetched it. Empty where there is none.
   */
  public Optional<Snapshot> find(Digest digest) {
    return jdbc.sql(
            SNAPSHOT
                + "where r.digest = :digest"
                + " order by r.source_id = :imported, r.id desc limit 1")
        .param("digest", digest.toString())
        .param("imported", IMPORTED)
        .query((row, index) -> snapshot(row))
        .optional();
  }

  /** The snapshot of that digest as it was fetched at that moment; empty where there is none. */
  public Optional<Snapshot> find(Digest digest, Instant fetchedAt) {
    return jdbc.sql(
            SNAPSHOT
                + "where r.digest = :digest and r.ended_at = :at"
                + " order by r.source_id = :imported, r.id limit 1")
        .param("digest", digest.toString())
        .param("at", Timestamp.from(fetchedAt))
        .param("imported", IMPORTED)
        .query((row, index) -> snapshot(row))
        .optional();
  }

  /** The last snapshot of an address, in the form in which it was requested. */
  public Optional<Snapshot> latestOf(URI requested) {
    return jdbc.sql(
            SNAPSHOT
                + "where md5(r.requested) = md5(:requested) and r.requested = :requested"
                + " and r.source_id <> :imported order by r.id desc limit 1")
        .param("requested", requested.toString())
        .param("imported", IMPORTED)
        .query((row, index) -> snapshot(row))
        .optional();
  }

  /**
   * The numbers of the readings that brought each body first, in the order of fetching; their
   * snapshots are handed out one by one by {@link #snapshot}, since they may not fit into memory
   * together.
   */
  List<Long> firstReadings() {
    return jdbc.sql(
            """
            select id from (
              select distinct on (digest) id, ended_at
              from reading join snapshot_body b using (digest)
              where outcome = 'fetched' and b.bytes is not null
              order by digest, source_id = :imported, id
            ) first order by ended_at, id
            """)
        .param("imported", IMPORTED)
        .query(Long.class)
        .list();
  }

  /** The snapshot of a reading. */
  Optional<Snapshot> snapshot(long reading) {
    return jdbc.sql(SNAPSHOT + "where r.id = :id")
        .param("id", reading)
        .query((row, index) -> snapshot(row))
        .optional();
  }

  /** Keeps a copy that somebody else made; whether it is new here. */
  boolean keepImported(Snapshot snapshot) {
    boolean known =
        jdbc.sql(
                    """
                    select count(*) from reading
                    where digest = :digest and ended_at = :at
                      and (landed = :landed or reader_link = :reader)
                    """)
                .param("digest", snapshot.digest().toString())
                .param("at", Timestamp.from(snapshot.fetchedAt()))
                .param("landed", snapshot.landed().toString())
                .param(
                    "reader",
                    snapshot.readerLink() == null ? null : snapshot.readerLink().toString(),
                    Types.VARCHAR)
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      insertSnapshot(IMPORTED, snapshot);
    }
    return !known;
  }

  /**
   * The numbers of what this source's polls captured and nobody has settled yet, oldest first, at
   * most {@link #MOST_OPEN}. Their bytes are handed out one by one by {@link #captured}, since they
   * may not fit into memory together.
   */
  public List<Long> open(Source source) {
    return open(source, 0);
  }

  /**
   * The same, from behind an item on.
   *
   * @param after the number of the last item that was looked at; 0 to begin
   */
  public List<Long> open(Source source, long after) {
    return jdbc.sql(
            """
            select c.id from captured_item c
              join reading r on r.id = c.reading_id
              join snapshot_body b on b.digest = r.digest and b.bytes is not null
            where c.source_id = :source and c.id > :after
              and not exists (select 1 from settled_item s where s.item_id = c.id)
            order by c.id limit :most
            """)
        .param("source", source.id())
        .param("after", after)
        .param("most", MOST_OPEN)
        .query(Long.class)
        .list();
  }

  /** How much of what this source's polls captured nobody has settled yet. */
  public int countOpen(Source source) {
    return jdbc.sql(
            """
            select count(*) from captured_item c
              join reading r on r.id = c.reading_id
              join snapshot_body b on b.digest = r.digest and b.bytes is not null
            where c.source_id = :source
              and not exists (select 1 from settled_item s where s.item_id = c.id)
            """)
        .param("source", source.id())
        .query(Integer.class)
        .single();
  }

  /** What was captured under that number; empty where it has been settled by now. */
  public Optional<Captured> captured(Source source, long number) {
    return jdbc.sql(
            """
            select r.digest, b.bytes, r.decoded_digest, r.requested, r.landed, r.reader_link,
              r.ended_at, r.status, r.request_headers, r.response_headers, c.hint
            from captured_item c
              join reading r on r.id = c.reading_id
              join snapshot_body b on b.digest = r.digest and b.bytes is not null
            where c.id = :number
              and not exists (select 1 from settled_item s where s.item_id = c.id)
            """)
        .param("number", number)
        .query((row, index) -> new Captured(source, hint(row), snapshot(row)))
        .optional();
  }

  /** Marks what was captured as used: it became an article, or a reason why there is none. */
  public void settle(Captured captured, Instant now) {
    jdbc.sql(
            """
            insert into settled_item (item_id, settled_at)
            select c.id, :now from captured_item c join reading r on r.id = c.reading_id
            where c.source_id = :source and r.digest = :digest
              and md5(r.requested) = md5(:requested) and r.requested = :requested
            on conflict do nothing
            """)
        .param("now", Timestamp.from(now))
        .param("source", captured.source().id())
        .param("digest", captured.snapshot().digest().toString())
        .param("requested", captured.snapshot().requested().toString())
        .update();
  }

  /** The last snapshot of an address that this source brought. */
  Optional<Snapshot> latest(Source source, URI requested) {
    return jdbc.sql(
            SNAPSHOT
                + "where md5(r.requested) = md5(:requested) and r.requested = :requested"
                + " and r.source_id = :source order by r.id desc limit 1")
        .param("requested", requested.toString())
        .param("source", source.id())
        .query((row, index) -> snapshot(row))
        .optional();
  }

  /** What this source's address last held, without its bytes. */
  Optional<Seen> seen(Source source, URI requested) {
    return jdbc.sql(
            """
            select decoded_digest, response_headers from reading
            where md5(requested) = md5(:requested) and requested = :requested
              and source_id = :source and outcome = 'fetched'
            order by id desc limit 1
            """)
        .param("requested", requested.toString())
        .param("source", source.id())
        .query((row, index) ->
            new Seen(
                Digest.parse(row.getString("decoded_digest")),
                Validators.of(headers(row, "response_headers")).orElse(null)))
        .optional();
  }

  /** How the last reading of this source's address ended. */
  Optional<Attempt> lastAttempt(Source source, URI requested) {
    return jdbc.sql(
            """
            select outcome, ended_at, reason, try_again_after from reading
            where md5(requested) = md5(:requested) and requested = :requested
              and source_id = :source
            order by id desc limit 1
            """)
        .param("requested", requested.toString())
        .param("source", source.id())
        .query((row, index) ->
            new Attempt(
                row.getTimestamp("ended_at").toInstant(),
                row.getString("outcome").equals("refused"),
                row.getString("reason"),
                instant(row.getTimestamp("try_again_after"))))
        .optional();
  }

  /** Keeps how a reading ended, its bytes included. */
  void keep(Source source, FetchOutcome outcome, Instant endedAt) {
    transaction.executeWithoutResult(status -> insert(source, outcome, endedAt));
  }

  /** Keeps a snapshot that is new or has changed, and leaves it open until it is settled. */
  void capture(Source source, FetchOutcome.Fetched fetched, ItemHint hint) {
    transaction.executeWithoutResult(status -> {
      long reading = insert(source, fetched, fetched.snapshot().fetchedAt());
      jdbc.sql(
              """
              insert into captured_item (source_id, reading_id, hint)
              values (:source, :reading, :hint)
              """)
          .param("source", source.id())
          .param("reading", reading)
          .param("hint", HintDocument.format(hint))
          .update();
    });
  }

  private long insert(Source source, FetchOutcome outcome, Instant endedAt) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> insertSnapshot(source.id(), fetched.snapshot());
      case FetchOutcome.NotModified same ->
          insertWithout(source, same, "not-modified", null, null, endedAt);
      case FetchOutcome.Refused refused ->
          insertWithout(source, refused, "refused", refused.reason(), null, endedAt);
      case FetchOutcome.Failed failed ->
          insertWithout(
              source,
              failed,
              "failed",
              failed.reason(),
              failed.askedByHost() ? failed.tryAgainAfter() : null,
              endedAt);
    };
  }

  long insertSnapshot(String sourceId, Snapshot snapshot) {
    jdbc.sql(
            """
            insert into snapshot_body (digest, bytes, kept_at) values (:digest, :bytes, :now)
            on conflict (digest) do nothing
            """)
        .param("digest", snapshot.digest().toString())
        .param("bytes", snapshot.body())
        .param("now", Timestamp.from(snapshot.fetchedAt()))
        .update();
    URI readerLink = snapshot.readerLink();
    return jdbc.sql(
            """
            insert into reading (source_id, requested, outcome, ended_at, digest, decoded_digest,
              landed, reader_link, status, request_headers, response_headers)
            values (:source, :requested, 'fetched', :ended, :digest, :decoded, :landed, :reader,
              :status, :sent, :received)
            returning id
            """)
        .param("source", sourceId)
        .param("requested", snapshot.requested().toString())
        .param("ended", Timestamp.from(snapshot.fetchedAt()))
        .param("digest", snapshot.digest().toString())
        .param("decoded", snapshot.decodedDigest().toString())
        .param("landed", snapshot.landed().toString())
        .param("reader", readerLink == null ? null : readerLink.toString(), Types.VARCHAR)
        .param("status", snapshot.status())
        .param("sent", HeadersDocument.format(snapshot.requestHeaders()))
        .param("received", HeadersDocument.format(snapshot.responseHeaders()))
        .query(Long.class)
        .single();
  }

  private long insertWithout(
      Source source,
      FetchOutcome outcome,
      String name,
      @Nullable String reason,
      @Nullable Instant tryAgainAfter,
      Instant endedAt) {
    return jdbc.sql(
            """
            insert into reading (source_id, requested, outcome, ended_at, reason, try_again_after)
            values (:source, :requested, :outcome, :ended, :reason, :again)
            returning id
            """)
        .param("source", source.id())
        .param("requested", outcome.requested().toString())
        .param("outcome", name)
        .param("ended", Timestamp.from(endedAt))
        .param("reason", reason, Types.VARCHAR)
        .param(
            "again", tryAgainAfter == null ? null : Timestamp.from(tryAgainAfter), Types.TIMESTAMP)
        .query(Long.class)
        .single();
  }

  private static Snapshot snapshot(ResultSet row) throws SQLException {
    String readerLink = row.getString("reader_link");
    return new Snapshot(
        Digest.parse(row.getString("digest")),
        row.getBytes("bytes"),
        Digest.parse(row.getString("decoded_digest")),
        URI.create(row.getString("requested")),
        URI.create(row.getString("landed")),
        readerLink == null ? null : URI.create(readerLink),
        row.getTimestamp("ended_at").toInstant(),
        row.getInt("status"),
        headers(row, "request_headers"),
        headers(row, "response_headers"));
  }

  private static java.util.Map<String, List<String>> headers(ResultSet row, String column)
      throws SQLException {
    try {
      return HeadersDocument.parse(row.getBytes(column));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("the headers of a stored fetch are damaged", e);
    }
  }

  private static ItemHint hint(ResultSet row) throws SQLException {
    try {
      return HintDocument.parse(row.getBytes("hint"));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("the hint of a captured item is damaged", e);
    }
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}

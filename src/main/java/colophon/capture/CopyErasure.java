package colophon.capture;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the bytes of archived copies away and leaves digests, addresses and times. What was erased
 * is not kept again when the same bytes come again.
 */
public final class CopyErasure {

  /**
   * A copy whose bytes are still here.
   *
   * @param addresses where it was fetched, asked for and as readers find it
   */
  public record Copy(Digest digest, List<String> addresses, Instant keptAt) {

    public Copy {
      addresses = List.copyOf(addresses);
    }
  }

  private static final String COPIES =
      """
      select b.digest, b.kept_at,
        array(select distinct a from reading r,
              unnest(array[r.requested, r.landed, r.reader_link]) a
              where r.digest = b.digest and a is not null order by a) as addresses
      from snapshot_body b where b.bytes is not null
      """;

  private final JdbcClient jdbc;

  public CopyErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The copies with these digests. */
  public List<Copy> of(List<Digest> digests) {
    return read(
        jdbc.sql(COPIES + "and b.digest = any (cast(:digests as text[])) order by b.digest")
            .param("digests", digests.stream().map(Digest::toString).toArray(String[]::new)));
  }

  /** The copies that were fetched from that address, or that readers find there. */
  public List<Copy> from(String address) {
    return read(
        jdbc.sql(
                COPIES
                    + "and b.digest in (select r.digest from reading r where r.digest is not null"
                    + " and :address in (r.requested, r.landed, r.reader_link))"
                    + " order by b.digest")
            .param("address", address));
  }

  /** The copies that were kept before a time, the oldest first, at most so many. */
  public List<Copy> before(Instant time, int most) {
    return read(
        jdbc.sql(COPIES + "and b.kept_at < :time order by b.kept_at, b.digest limit :most")
            .param("time", Timestamp.from(time))
            .param("most", most));
  }

  /** Takes the bytes away, inside the caller's transaction; whether they were still here. */
  public boolean erase(Digest digest, Instant now) {
    return jdbc.sql(
                """
                update snapshot_body set bytes = null, erased_at = :now
                where digest = :digest and bytes is not null
                """)
            .param("now", Timestamp.from(now))
            .param("digest", digest.toString())
            .update()
        > 0;
  }

  /** When the bytes of that digest were erased; empty where they were not. */
  Optional<Instant> erasedAt(Digest digest) {
    return jdbc.sql("select erased_at from snapshot_body where digest = :digest and bytes is null")
        .param("digest", digest.toString())
        .query((row, index) -> row.getTimestamp("erased_at").toInstant())
        .optional();
  }

  /** The digests of all copies that came from an address, erased ones too. */
  public List<Digest> digestsFrom(String address) {
    return jdbc.sql(
            """
            select distinct digest from reading
            where digest is not null and :address in (requested, landed, reader_link)
            order by digest
            """)
        .param("address", address)
        .query((row, n) -> Digest.parse(row.getString(1)))
        .list();
  }

  /**
   * Takes titles and authors out of what feeds said of items at an address or with a copy of that
   * digest, inside the caller's transaction. Link, outlet and date stay.
   */
  public void eraseHints(String address, Digest copy) {
    record Item(long id, byte[] hint) {}
    List<Item> items =
        jdbc.sql(
                """
                select c.id, c.hint from captured_item c join reading r on r.id = c.reading_id
                where r.digest = :copy
                  or :address in (r.requested, r.landed, r.reader_link)
                """)
            .param("copy", copy.toString())
            .param("address", address)
            .query((row, n) -> new Item(row.getLong(1), row.getBytes(2)))
            .list();
    for (Item item : items) {
      jdbc.sql("update captured_item set hint = :hint where id = :id")
          .param("hint", HintDocument.withoutNames(item.hint()))
          .param("id", item.id())
          .update();
    }
  }

  /** How many copies were kept here and are erased. */
  public int countErased() {
    return jdbc.sql("select count(*) from snapshot_body where bytes is null")
        .query(Integer.class)
        .single();
  }

  private static List<Copy> read(JdbcClient.StatementSpec query) {
    return query
        .query((row, n) ->
            new Copy(
                Digest.parse(row.getString("digest")),
                Arrays.asList((String[]) row.getArray("addresses").getArray()),
                row.getTimestamp("kept_at").toInstant()))
        .list();
  }
}

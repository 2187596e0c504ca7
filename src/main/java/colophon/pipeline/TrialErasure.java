package colophon.pipeline;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes away what trials of prompts wrote. That a prompt was tried, and by whom, stays. */
public final class TrialErasure {

  /**
   * What a trial wrote and is still here.
   *
   * @param digests of its draft, then of the report on it
   */
  public record Kept(String id, List<Digest> digests, Instant madeAt) {
    public Kept {
      digests = List.copyOf(digests);
    }
  }

  private static final String KEPT =
      "select id, draft, report, made_at from prompt_trial where draft is not null ";

  private final JdbcClient jdbc;

  public TrialErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the trial of that id wrote. */
  public List<Kept> of(String id) {
    return read(jdbc.sql(KEPT + "and id = :id").param("id", id));
  }

  /** What has that digest. */
  public List<Kept> of(Digest digest) {
    return read(
        jdbc.sql(KEPT + "and encode(sha256(draft), 'hex') = :digest order by id")
            .param("digest", digest.hex()));
  }

  /** What was written in the place of these drafts, of the same story. */
  public List<Kept> inPlaceOf(Collection<String> drafts) {
    return read(
        jdbc.sql(KEPT + "and baseline = any (:drafts) order by made_at, id")
            .param("drafts", drafts.toArray(String[]::new)));
  }

  /** What was written before a time, the oldest first, at most so many. */
  public List<Kept> before(Instant time, int most) {
    return read(
        jdbc.sql(KEPT + "and made_at < :time order by made_at, id limit :most")
            .param("time", Timestamp.from(time))
            .param("most", most));
  }

  private static List<Kept> read(JdbcClient.StatementSpec statement) {
    return statement
        .query((row, n) -> {
          var digests = new ArrayList<>(List.of(Digest.of(row.getBytes("draft"))));
          byte[] report = row.getBytes("report");
          if (report != null) {
            digests.add(Digest.of(report));
          }
          return new Kept(row.getString("id"), digests, row.getTimestamp("made_at").toInstant());
        })
        .list();
  }

  /** Takes it away, inside the caller's transaction; false where it was not here any more. */
  public boolean erase(Digest draft, Instant now) {
    return jdbc.sql(
                """
                update prompt_trial set draft = null, report = null, taken_away_at = :now
                where draft is not null and encode(sha256(draft), 'hex') = :digest
                """)
            .param("now", Timestamp.from(now))
            .param("digest", draft.hex())
            .update()
        > 0;
  }

  /** Who tried something, each with the last time; erased names too. */
  public SortedMap<String, Instant> people() {
    SortedMap<String, Instant> people = new TreeMap<>();
    jdbc.sql("select by_name, max(made_at) as last from prompt_trial group by by_name")
        .query(row -> {
          people.put(row.getString("by_name"), row.getTimestamp("last").toInstant());
        });
    return people;
  }

  /** Puts other words in a name's place, and nothing in its login's, inside the transaction. */
  public void rename(String name, String instead) {
    jdbc.sql("update prompt_trial set by_name = :instead, by_login = '' where by_name = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
  }
}

package colophon.llm;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes away what models were asked and answered, and leaves digests, times, tokens and costs. A
 * request or answer that was kept several times goes everywhere.
 */
public final class CallErasure {

  /**
   * A request or an answer that is still here.
   *
   * @param isRequest else it is an answer
   * @param stories for which it was sent or given
   * @param firstAt when it was first sent or given
   */
  public record Kept(boolean isRequest, Digest digest, List<String> stories, Instant firstAt) {

    public Kept {
      stories = List.copyOf(stories);
    }
  }

  private static final String KEPT =
      """
      select is_request, digest, array_agg(distinct story_id order by story_id) as stories,
        min(at) as first_at
      from (
        select true as is_request, request_digest as digest, run_id, story_id, started_at as at
        from model_call where request is not null
        union all
        select false, answer_digest, run_id, story_id, ended_at
        from model_outcome where answer is not null
      ) document
      """;

  private final JdbcClient jdbc;

  public CallErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The requests and answers of a run for a story. */
  public List<Kept> of(String runId, String storyId) {
    return read(
        jdbc.sql(
                KEPT
                    + "where run_id = :run and story_id = :story"
                    + " group by is_request, digest order by is_request desc, digest")
            .param("run", runId)
            .param("story", storyId));
  }

  /** The request or answer with that digest. */
  public List<Kept> of(Digest digest) {
    return read(
        jdbc.sql(KEPT + "where digest = :digest group by is_request, digest order by is_request")
            .param("digest", digest.toString()));
  }

  /** What was last sent or given before a time, the oldest first, at most so many. */
  public List<Kept> before(Instant time, int most) {
    return read(
        jdbc.sql(
                KEPT
                    + "group by is_request, digest having max(at) < :time"
                    + " order by first_at, is_request desc, digest limit :most")
            .param("time", Timestamp.from(time))
            .param("most", most));
  }

  /** Takes it away, inside the caller's transaction; whether it was still here. */
  public boolean erase(Kept document, Instant now) {
    String statement =
        document.isRequest()
            ? "update model_call set request = null, erased_at = :now"
                + " where request_digest = :digest and request is not null"
            : "update model_outcome set answer = null, erased_at = :now"
                + " where answer_digest = :digest and answer is not null";
    return jdbc.sql(statement)
            .param("now", Timestamp.from(now))
            .param("digest", document.digest().toString())
            .update()
        > 0;
  }

  private static List<Kept> read(JdbcClient.StatementSpec query) {
    return query
        .query((row, n) ->
            new Kept(
                row.getBoolean("is_request"),
                Digest.parse(row.getString("digest")),
                Arrays.asList((String[]) row.getArray("stories").getArray()),
                row.getTimestamp("first_at").toInstant()))
        .list();
  }
}

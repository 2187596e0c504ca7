package colophon.brief;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.text.Language;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the words of drafts away and leaves how they were written: run, story, model, digests,
 * tokens, costs.
 */
public final class DraftErasure {

  /** A draft whose words are still here. */
  public record Kept(String id, String headline, Digest digest, Instant writtenAt) {}

  /** A draft whose words are gone. */
  public record Gone(String id, Digest digest, Instant erasedAt) {}

  private static final String KEPT =
      "select id, digest, document, written_at from draft where document is not null ";

  private final JdbcClient jdbc;

  public DraftErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The drafts of these ids. */
  public List<Kept> of(Collection<String> ids) {
    return read(
        jdbc.sql(KEPT + "and id = any (:ids) order by id")
            .param("ids", ids.toArray(String[]::new)));
  }

  /** The draft with that digest. */
  public List<Kept> of(Digest digest) {
    return read(
        jdbc.sql(KEPT + "and digest = :digest order by id").param("digest", digest.toString()));
  }

  /** Every draft that the run of this one made of the same story, this one too. */
  public List<Kept> withThoseBefore(String id) {
    return read(
        jdbc.sql(
                KEPT
                    + "and (run_id, story_id) = (select run_id, story_id from draft where id = :id)"
                    + " order by id")
            .param("id", id));
  }

  /**
   * The drafts written before a time of which nothing came: no draft of the same run and story was
   * given a version. The oldest first, at most so many.
   */
  public List<Kept> neverPublished(Instant time, int most) {
    return read(
        jdbc.sql(
                KEPT
                    + """
                    and written_at < :time and not exists (
                      select from draft kin join planned_version p on p.draft_id = kin.id
                      where kin.run_id = draft.run_id and kin.story_id = draft.story_id)
                    order by written_at, id limit :most
                    """)
            .param("time", Timestamp.from(time))
            .param("most", most));
  }

  /** Takes a draft away, inside the caller's transaction; the ids of what went. */
  public List<String> erase(Digest digest, Instant now) {
    var erased = new ArrayList<String>();
    for (Kept kept : of(digest)) {
      byte[] document =
          jdbc.sql("select document from draft where id = :id")
              .param("id", kept.id())
              .query(byte[].class)
              .single();
      jdbc.sql(
              """
              update draft set document = null, remains = :remains, erased_at = :now
              where id = :id and document is not null
              """)
          .param("remains", remains(document))
          .param("now", Timestamp.from(now))
          .param("id", kept.id())
          .update();
      erased.add(kept.id());
    }
    return erased;
  }

  /** The erased drafts that a run made of a story, the earliest first. */
  public List<Gone> gone(String runId, String storyId) {
    return gone(
        jdbc.sql(
                """
                select id, digest, erased_at from draft
                where run_id = :run and story_id = :story and document is null
                order by written_at, id
                """)
            .param("run", runId)
            .param("story", storyId));
  }

  /** The erased draft of that id. */
  public Optional<Gone> gone(String id) {
    return gone(
            jdbc.sql("select id, digest, erased_at from draft where id = :id and document is null")
                .param("id", id))
        .stream()
        .findFirst();
  }

  /** The story that a draft is of, whether its words are still here or not. */
  public Optional<String> storyOf(String id) {
    return jdbc.sql("select story_id from draft where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /**
   * What is left of an erased draft, with a sentence in the place of its headline and no other.
   *
   * @param notice the sentence
   */
  public Optional<Draft> remains(String id, String notice) {
    return jdbc.sql("select remains from draft where id = :id and remains is not null")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(remains -> DraftReader.parse(withBrief(remains, notice)));
  }

  /** The instructions that the requests with that digest were made with, for a story. */
  public List<Digest> promptsOf(String storyId, Digest request) {
    return jdbc
        .sql("select coalesce(remains, document) from draft where story_id = :story order by id")
        .param("story", storyId)
        .query(byte[].class)
        .list()
        .stream()
        .map(DraftErasure::writing)
        .filter(writing -> request.toString().equals(text(writing, "request")))
        .map(writing -> Digest.parse(text(writing, "prompt")))
        .distinct()
        .toList();
  }

  private static byte[] remains(byte[] document) {
    var members = new java.util.LinkedHashMap<>(object(document).members());
    members.remove("brief");
    return CanonicalJson.bytes(new Json.Obj(members));
  }

  private static byte[] withBrief(byte[] remains, String notice) {
    var headline = new Sentence("h", Role.HEADLINE, notice, List.of(), new Author.Model());
    var brief = new Brief(Language.ENGLISH, headline, List.of(), List.of(), List.of());
    return CanonicalJson.bytes(object(remains).with("brief", DraftDocument.brief(brief)));
  }

  private static Json.Obj writing(byte[] document) {
    return object(document).get("writing") instanceof Json.Obj writing ? writing : Json.object();
  }

  private static String text(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str text ? text.value() : "";
  }

  private static Json.Obj object(byte[] document) {
    try {
      return JsonReader.readObject(document, DraftReader.MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a stored draft cannot be read", e);
    }
  }

  private static List<Gone> gone(JdbcClient.StatementSpec query) {
    return query
        .query((row, n) ->
            new Gone(
                row.getString("id"),
                Digest.parse(row.getString("digest")),
                row.getTimestamp("erased_at").toInstant()))
        .list();
  }

  private static List<Kept> read(JdbcClient.StatementSpec query) {
    return query
        .query((row, n) ->
            new Kept(
                row.getString("id"),
                DraftReader.parse(row.getBytes("document")).brief().headline().text(),
                Digest.parse(row.getString("digest")),
                row.getTimestamp("written_at").toInstant()))
        .list();
  }
}

package colophon.brief;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps drafts, and knows the name of the one brief that a pipeline has of a story. Drafts are only
 * ever added. One whose words were erased ({@link DraftErasure}) is not handed out, and its id
 * stays.
 */
public final class BriefStore {

  /** The most drafts of one story that are looked at. */
  static final int MOST_DRAFTS = 1_000;

  private final JdbcClient jdbc;

  public BriefStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The id of a pipeline's brief of a story: {@code b-} and 16 hexadecimal digits. It never
   * changes, whatever the brief's versions say, and no other story or pipeline has it.
   */
  public static String idOf(String pipeline, String storyId) {
    return "b-" + Digest.ofText(pipeline + "\n" + storyId).brief(16);
  }

  /**
   * Keeps a draft. The same draft may be kept again, which changes nothing.
   *
   * @throws IllegalStateException where another draft stands under its id
   */
  public void keep(String runId, Draft draft) {
    byte[] document = DraftDocument.format(draft);
    Digest digest = Digest.of(document);
    int added =
        jdbc.sql(
                """
                insert into draft
                  (id, run_id, story_id, story_revision, digest, document, written_at)
                values (:id, :run, :story, :revision, :digest, :document, :written)
                on conflict (id) do nothing
                """)
            .param("id", draft.id())
            .param("run", runId)
            .param("story", draft.storyId())
            .param("revision", draft.storyRevision())
            .param("digest", digest.toString())
            .param("document", document)
            .param("written", Timestamp.from(draft.writtenAt()))
            .update();
    if (added == 0 && !digest.toString().equals(digestOf(draft.id()))) {
      throw new IllegalStateException("another draft is kept as " + draft.id());
    }
  }

  /**
   * Keeps what a person made of a draft: it is of that one's run, and has its place among the
   * drafts of its story.
   */
  public void keepAfter(String previous, Draft draft) {
    keepFrom(previous, draft, "d.story_revision");
  }

  /**
   * Keeps what a person begins anew of an older draft: it comes after every draft of its story,
   * whichever revision that one was written from.
   */
  public void keepLast(String previous, Draft draft) {
    keepFrom(
        previous,
        draft,
        "(select max(n.story_revision) from draft n where n.story_id = d.story_id)");
  }

  private void keepFrom(String previous, Draft draft, String place) {
    byte[] document = DraftDocument.format(draft);
    jdbc.sql(
            "insert into draft"
                + " (id, run_id, story_id, story_revision, digest, document, written_at)"
                + " select :id, d.run_id, d.story_id, "
                + place
                + ", :digest, :document, :written from draft d where d.id = :previous")
        .param("id", draft.id())
        .param("previous", previous)
        .param("digest", Digest.of(document).toString())
        .param("document", document)
        .param("written", Timestamp.from(draft.writtenAt()))
        .update();
  }

  /** The draft of that id. */
  public Optional<Draft> draft(String id) {
    return jdbc.sql("select document from draft where id = :id and document is not null")
        .param("id", id)
        .query((row, number) -> DraftReader.parse(row.getBytes("document")))
        .optional();
  }

  /** The kept document of the draft of that id, canonical JSON. */
  public Optional<byte[]> document(String id) {
    return jdbc.sql("select document from draft where id = :id and document is not null")
        .param("id", id)
        .query(byte[].class)
        .optional();
  }

  /** The run that made a draft. */
  public Optional<String> runOf(String draftId) {
    return jdbc.sql("select run_id from draft where id = :id")
        .param("id", draftId)
        .query(String.class)
        .optional();
  }

  /** The last draft that a run made of a story. */
  public Optional<Draft> draftOf(String runId, String storyId) {
    return jdbc.sql(
            """
            select document from draft
            where run_id = :run and story_id = :story and document is not null
            order by written_at desc, id limit 1
            """)
        .param("run", runId)
        .param("story", storyId)
        .query((row, number) -> DraftReader.parse(row.getBytes("document")))
        .optional();
  }

  /** Whether the last draft that a run made of a story was erased. */
  public boolean erased(String runId, String storyId) {
    return jdbc.sql(
            """
            select document is null from draft where run_id = :run and story_id = :story
            order by written_at desc, id limit 1
            """)
        .param("run", runId)
        .param("story", storyId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Every draft of a story, the newest first. */
  public List<Draft> draftsOf(String storyId) {
    return jdbc.sql(
            """
            select document from draft where story_id = :story and document is not null
            order by written_at desc, id limit :most
            """)
        .param("story", storyId)
        .param("most", MOST_DRAFTS)
        .query((row, number) -> DraftReader.parse(row.getBytes("document")))
        .list();
  }

  private String digestOf(String id) {
    return jdbc.sql("select digest from draft where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}

package colophon.pipeline;

import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.brief.DraftDocument;
import colophon.brief.DraftReader;
import colophon.brief.Prompt;
import colophon.brief.WritingOrder;
import colophon.brief.WritingOutcome;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.kernel.Digest;
import colophon.llm.ModelSettings;
import colophon.llm.ModelSettingsException;
import colophon.llm.Writers;
import colophon.story.Dossier;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import colophon.text.Embedder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tries a prompt on a story that was written about before, on the pipeline's account and within its
 * budget. What comes of it is kept here alone: it is no draft of the story, and nothing of it is
 * queued or published.
 */
public final class PromptTrials {

  /** The most stories that can be chosen from. */
  static final int MOST_STORIES = 50;

  /** The version of a prompt that somebody changed for a trial. */
  public static final String EXPERIMENT = "experiment";

  /** A story that a prompt can be tried on, by the draft that was written of it. */
  public record Candidate(String draftId, String headline, Instant writtenAt) {}

  /**
   * A trial.
   *
   * @param baseline the draft that a run had written of the same revision
   * @param draft null where none was written, or it was taken away
   * @param reason why none was written; empty where one was
   */
  public record Trial(
      String id,
      String pipeline,
      String storyId,
      String baseline,
      Prompt prompt,
      String model,
      @Nullable Draft draft,
      @Nullable GroundingReport report,
      String reason,
      String byName,
      Instant madeAt,
      boolean takenAway) {}

  /** What came of asking. */
  public sealed interface Asked {}

  /** It was tried; its page says what was written. */
  public record Tried(String id) implements Asked {}

  /** Nothing was tried and nothing is kept; the reason is a sentence. */
  public record Refused(String reason) implements Asked {}

  private final JdbcClient jdbc;
  private final Writers writers;
  private final BriefStore briefs;
  private final StoryDesk stories;
  private final GroundingStore reports;
  private final Embedder embedder;
  private final InstantSource clock;

  PromptTrials(
      JdbcClient jdbc,
      Writers writers,
      BriefStore briefs,
      StoryDesk stories,
      GroundingStore reports,
      Embedder embedder,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.writers = writers;
    this.briefs = briefs;
    this.stories = stories;
    this.reports = reports;
    this.embedder = embedder;
    this.clock = clock;
  }

  /** The latest drafts that a pipeline's runs wrote, as nobody has changed them. */
  public List<Candidate> candidates(String pipeline) {
    return jdbc
        .sql(
            """
            select d.id from draft d join run r on r.id = d.run_id
            where r.pipeline = :pipeline and d.document is not null
              and not exists (select 1 from draft_edit e where e.draft_id = d.id)
            order by d.written_at desc, d.id limit :most
            """)
        .param("pipeline", pipeline)
        .param("most", MOST_STORIES)
        .query(String.class)
        .list()
        .stream()
        .flatMap(id -> briefs.draft(id).stream())
        .map(draft -> new Candidate(draft.id(), draft.brief().headline().text(), draft.writtenAt()))
        .toList();
  }

  /**
   * Writes about the story of a draft again, by another prompt.
   *
   * @param draftId one of {@link #candidates}
   */
  public Asked attempt(
      Pipeline pipeline, String draftId, Prompt prompt, String byLogin, String byName) {
    Optional<Draft> baseline =
        candidates(pipeline.name()).stream().anyMatch(each -> each.draftId().equals(draftId))
            ? briefs.draft(draftId)
            : Optional.empty();
    if (baseline.isEmpty()) {
      return new Refused("This story can no longer be chosen; load the page again.");
    }
    Optional<StoryRevision> revision =
        stories.revision(baseline.get().storyId(), baseline.get().storyRevision());
    if (revision.isEmpty() || !stories.noLongerKept(revision.get()).isEmpty()) {
      return new Refused("Texts of this story's articles were erased; choose another story.");
    }
    try {
      ModelSettings settings = pipeline.model().settings();
      Optional<Dossier> dossier =
          Drafting.usable(stories.dossier(revision.get()), pipeline, settings.outside());
      if (dossier.isEmpty()) {
        return new Refused(
            "No source of this story may be sent to an outside model; choose another story.");
      }
      Set<String> outside = Drafting.outsideSources(pipeline);
      var writer =
          writers.writer(
              pipeline.name(), settings, pipeline.spending().limits(), outside::contains);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      String id = "t-" + Digest.ofText(draftId + "\n" + prompt.digest() + "\n" + now).brief(16);
      WritingOutcome outcome =
          writer.write(new WritingOrder(id, dossier.get(), prompt, pipeline.style()));
      Draft draft = outcome instanceof WritingOutcome.Written written ? written.draft() : null;
      String reason = outcome instanceof WritingOutcome.SetAside aside ? aside.reason() : "";
      GroundingReport report =
          draft == null
              ? null
              : Grounder.check(draft.brief(), dossier.get(), embedder, pipeline.thresholds());
      keep(
          new Trial(
              id,
              pipeline.name(),
              baseline.get().storyId(),
              draftId,
              prompt,
              settings.toString(),
              draft,
              report,
              reason,
              byName,
              now,
              false),
          revision.get().number(),
          byLogin);
      return new Tried(id);
    } catch (ModelSettingsException e) {
      return new Refused("Nothing was tried: " + e.getMessage() + ".");
    }
  }

  private void keep(Trial trial, int revision, String byLogin) {
    Draft draft = trial.draft();
    GroundingReport report = trial.report();
    jdbc.sql(
            """
            insert into prompt_trial (id, pipeline, story_id, story_revision, baseline, prompt_id,
              prompt_version, prompt_digest, instructions, model, draft, report, reason, by_login,
              by_name, made_at)
            values (:id, :pipeline, :story, :revision, :baseline, :prompt, :version, :digest,
              :instructions, :model, :draft, :report, :reason, :login, :name, :now)
            """)
        .param("id", trial.id())
        .param("pipeline", trial.pipeline())
        .param("story", trial.storyId())
        .param("revision", revision)
        .param("baseline", trial.baseline())
        .param("prompt", trial.prompt().id())
        .param("version", trial.prompt().version())
        .param("digest", trial.prompt().digest().toString())
        .param("instructions", trial.prompt().instructions())
        .param("model", trial.model())
        .param("draft", draft == null ? null : DraftDocument.format(draft), Types.BINARY)
        .param("report", report == null ? null : GroundingStore.format(report), Types.BINARY)
        .param("reason", trial.reason())
        .param("login", byLogin)
        .param("name", trial.byName())
        .param("now", Timestamp.from(trial.madeAt()))
        .update();
  }

  /** A trial. */
  public Optional<Trial> find(String id) {
    return jdbc.sql("select * from prompt_trial where id = :id")
        .param("id", id)
        .query((row, n) -> trial(row))
        .optional();
  }

  /** The latest trials, the last first. */
  public List<Trial> latest(int most) {
    return jdbc.sql("select * from prompt_trial order by made_at desc, id limit :most")
        .param("most", most)
        .query((row, n) -> trial(row))
        .list();
  }

  /** Takes away what a trial wrote; false where there was nothing. */
  public boolean takeAway(String id) {
    return jdbc.sql(
                """
                update prompt_trial set draft = null, report = null, taken_away_at = :now
                where id = :id and draft is not null
                """)
            .param("id", id)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** The draft that a trial is held against, where it is still kept. */
  public Optional<Draft> baseline(Trial trial) {
    return briefs.draft(trial.baseline());
  }

  /** What the source check found in it. */
  public Optional<GroundingReport> baselineReport(Trial trial) {
    return reports.find(trial.baseline());
  }

  private static Trial trial(ResultSet row) throws SQLException {
    byte[] draft = row.getBytes("draft");
    byte[] report = row.getBytes("report");
    return new Trial(
        row.getString("id"),
        row.getString("pipeline"),
        row.getString("story_id"),
        row.getString("baseline"),
        new Prompt(
            row.getString("prompt_id"),
            row.getString("prompt_version"),
            row.getString("instructions")),
        row.getString("model"),
        draft == null ? null : DraftReader.parse(draft),
        report == null ? null : GroundingStore.parse(report),
        row.getString("reason"),
        row.getString("by_name"),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("taken_away_at") != null);
  }
}

package colophon.story;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps stories, their revisions and what runs decided about them; only ever appends. */
final class StoryStore {

  /** A story that has not grown for so long is recognised by addresses alone. */
  static final Duration MEMORY = Duration.ofDays(7);

  /** The stories that grew last, at most so many, are held against a window. */
  static final int MOST_STORIES = 20_000;

  /** How many rows one statement inserts. */
  private static final int MOST_ROWS = 5_000;

  private final JdbcClient jdbc;

  StoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets one transaction at a time decide for a pipeline. */
  void lock(String pipeline) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "colophon story " + pipeline)
        .query((row, number) -> number)
        .single();
  }

  /** How many runs have decided for a pipeline. */
  long decisions(String pipeline) {
    return jdbc.sql("select count(*) from story_run where pipeline = :pipeline")
        .param("pipeline", pipeline)
        .query(Long.class)
        .single();
  }

  /** The stories of a pipeline that may grow in a window with articles at these addresses. */
  StoryState state(String pipeline, Collection<URI> addresses, Instant at) {
    String[] given = addresses.stream().map(URI::toString).toArray(String[]::new);
    SortedMap<String, Long> begun = new TreeMap<>();
    jdbc.sql(
            """
            with recent as (
              select story.story_id, story.begun, max(decided_at) as grown
              from story_revision join story using (story_id)
              where decided_at >= :since and pipeline = :pipeline group by 1, 2),
            merged as (select story_id from story_event where kind = 'merged')
            (select story_id, begun from recent
              where not exists (select from merged where merged.story_id = recent.story_id)
              order by grown desc, begun desc limit :most)
            union
            select story_id, begun from story
            where pipeline = :pipeline
              and story_id in (select story_id from story_article where address = any(:addresses))
              and not exists (select from merged where merged.story_id = story.story_id)
            """)
        .param("pipeline", pipeline)
        .param("since", timestamp(at.minus(MEMORY)))
        .param("most", MOST_STORIES)
        .param("addresses", given)
        .query((row, number) -> begun.put(row.getString(1), row.getLong(2)))
        .list();
    return new StoryState(load(begun));
  }

  private List<KnownStory> load(SortedMap<String, Long> begun) {
    String[] ids = begun.keySet().toArray(String[]::new);
    SortedMap<String, RevisionRows> rows = new TreeMap<>();
    jdbc.sql(
            """
            select %s from story_article a where a.story_id = any(:ids)
            order by a.story_id, a.number, a.place
            """
                .formatted(RevisionRows.COLUMNS))
        .param("ids", ids)
        .query((row, number) -> RevisionRows.read(row, rows))
        .list();
    SortedMap<String, Integer> briefs = new TreeMap<>();
    jdbc.sql("select story_id, max(number) from story_brief where story_id = any(:ids) group by 1")
        .param("ids", ids)
        .query((row, number) -> briefs.put(row.getString(1), row.getInt(2)))
        .list();
    List<KnownStory> stories = new ArrayList<>();
    rows.forEach(
        (id, story) -> stories.add(story.known(id, briefs.get(id), begun.getOrDefault(id, 0L))));
    return stories;
  }

  /** What a run decided before, by weight; empty where it has not decided. */
  Optional<List<Assignment>> assignments(String runId) {
    boolean decided =
        jdbc.sql("select 1 from story_run where run_id = :run")
            .param("run", runId)
            .query((row, number) -> number)
            .optional()
            .isPresent();
    if (!decided) {
      return Optional.empty();
    }
    SortedMap<String, RevisionRows> rows = new TreeMap<>();
    jdbc.sql(
            """
            select %s from story_article a join story_assignment using (story_id, number)
            where run_id = :run order by a.story_id, a.place
            """
                .formatted(RevisionRows.COLUMNS))
        .param("run", runId)
        .query((row, number) -> RevisionRows.read(row, rows))
        .list();
    return Optional.of(
        jdbc.sql(
                """
                select story_id, decision, why, new_articles from story_assignment
                where run_id = :run order by place
                """)
            .param("run", runId)
            .query((row, place) -> assignment(row, rows))
            .list());
  }

  private static Assignment assignment(ResultSet row, SortedMap<String, RevisionRows> rows)
      throws SQLException {
    String story = row.getString(1);
    String decision = row.getString(2);
    String why = row.getString(3);
    StoryRevision revision = rows.getOrDefault(story, new RevisionRows()).latest(story);
    return switch (decision) {
      case "new" -> new Assignment.WriteNew(revision);
      case "update" ->
          new Assignment.Update(revision, List.of((String[]) row.getArray(4).getArray()), why);
      case "skip" -> new Assignment.Skip(revision, why);
      default -> throw new IllegalStateException("no decision is called " + decision);
    };
  }

  /** Stores a decision; the caller holds the transaction and the pipeline's lock. */
  void add(
      String runId,
      String pipeline,
      Decision decision,
      Function<String, URI> addresses,
      Instant at) {
    OffsetDateTime time = timestamp(at);
    jdbc.sql("insert into story_run (run_id, pipeline, decided_at) values (:run, :pipeline, :at)")
        .param("run", runId)
        .param("pipeline", pipeline)
        .param("at", time)
        .update();
    addRevisions(runId, pipeline, decision.revised(), time);
    addArticles(decision.revised(), addresses);
    addAssignments(runId, pipeline, decision.assignments(), time);
    for (StoryEvent event : decision.events()) {
      add(runId, event, time);
    }
  }

  private void addRevisions(
      String runId, String pipeline, List<StoryRevision> revised, OffsetDateTime at) {
    String[] ids = revised.stream().map(StoryRevision::storyId).toArray(String[]::new);
    Integer[] numbers = revised.stream().map(StoryRevision::number).toArray(Integer[]::new);
    jdbc.sql(
            """
            insert into story (story_id, pipeline, run_id, begun_at)
            select id, :pipeline, :run, :at
            from unnest(:ids, :numbers) with ordinality as given(id, number, place)
            where number = 1 order by place
            """)
        .param("pipeline", pipeline)
        .param("run", runId)
        .param("at", at)
        .param("ids", ids)
        .param("numbers", numbers)
        .update();
    jdbc.sql(
            """
            insert into story_revision (story_id, number, run_id, decided_at)
            select id, number, :run, :at from unnest(:ids, :numbers) as given(id, number)
            """)
        .param("run", runId)
        .param("at", at)
        .param("ids", ids)
        .param("numbers", numbers)
        .update();
  }

  private void addArticles(List<StoryRevision> revised, Function<String, URI> addresses) {
    List<ArticleRow> all =
        revised.stream().flatMap(revision -> ArticleRow.of(revision, addresses).stream()).toList();
    for (int from = 0; from < all.size(); from += MOST_ROWS) {
      List<ArticleRow> rows = all.subList(from, Math.min(all.size(), from + MOST_ROWS));
      jdbc.sql(
              """
              insert into story_article
                (story_id, number, place, article_id, address, source, source_name)
              select * from unnest(:ids, :numbers, :places, :articles, :addresses, :sources, :names)
              """)
          .param("ids", strings(rows, ArticleRow::storyId))
          .param("numbers", rows.stream().map(ArticleRow::number).toArray(Integer[]::new))
          .param("places", rows.stream().map(ArticleRow::place).toArray(Integer[]::new))
          .param("articles", strings(rows, ArticleRow::articleId))
          .param("addresses", strings(rows, ArticleRow::address))
          .param("sources", rows.stream().map(ArticleRow::source).toArray(Integer[]::new))
          .param("names", strings(rows, ArticleRow::sourceName))
          .update();
    }
  }

  private void addAssignments(
      String runId, String pipeline, List<Assignment> assignments, OffsetDateTime at) {
    List<AssignmentRow> rows = assignments.stream().map(AssignmentRow::of).toList();
    jdbc.sql(
            """
            insert into story_assignment (run_id, pipeline, place, story_id, number, decision,
              why, new_articles, decided_at)
            select :run, :pipeline, place, id, number, decision, why,
              string_to_array(articles, ' '), :at
            from unnest(:ids, :numbers, :decisions, :whys, :articles) with ordinality
              as given(id, number, decision, why, articles, place)
            """)
        .param("run", runId)
        .param("pipeline", pipeline)
        .param("at", at)
        .param("ids", strings(rows, AssignmentRow::storyId))
        .param("numbers", rows.stream().map(AssignmentRow::number).toArray(Integer[]::new))
        .param("decisions", strings(rows, AssignmentRow::decision))
        .param("whys", strings(rows, AssignmentRow::why))
        .param("articles", strings(rows, AssignmentRow::newArticles))
        .update();
  }

  private void add(String runId, StoryEvent event, OffsetDateTime at) {
    String kind =
        switch (event) {
          case StoryEvent.Split any -> "split";
          case StoryEvent.Merged any -> "merged";
        };
    String other =
        switch (event) {
          case StoryEvent.Split split -> split.newStoryId();
          case StoryEvent.Merged merged -> merged.into();
        };
    jdbc.sql(
            """
            insert into story_event (run_id, kind, story_id, other_story_id, happened_at)
            values (:run, :kind, :story, :other, :at)
            """)
        .param("run", runId)
        .param("kind", kind)
        .param("story", event.storyId())
        .param("other", other)
        .param("at", at)
        .update();
  }

  /** Notes that a brief of this revision has been written; saying it twice changes nothing. */
  void briefed(String storyId, int number, Instant at) {
    jdbc.sql(
            """
            insert into story_brief (story_id, number, briefed_at) values (:story, :number, :at)
            on conflict do nothing
            """)
        .param("story", storyId)
        .param("number", number)
        .param("at", timestamp(at))
        .update();
  }

  /** What happened to a story's identity, the earliest first. */
  List<StoryEvent> events(String storyId) {
    return jdbc.sql(
            """
            select kind, story_id, other_story_id from story_event
            where story_id = :story or other_story_id = :story order by event
            """)
        .param("story", storyId)
        .query((row, number) -> event(row))
        .list();
  }

  /** What happened to the identity of stories in a run, in its order. */
  List<StoryEvent> eventsOf(String runId) {
    return jdbc.sql(
            """
            select kind, story_id, other_story_id from story_event
            where run_id = :run order by event
            """)
        .param("run", runId)
        .query((row, number) -> event(row))
        .list();
  }

  /** The pipeline that a run decided for. */
  String pipelineOf(String runId) {
    return jdbc.sql("select pipeline from story_run where run_id = :run")
        .param("run", runId)
        .query(String.class)
        .single();
  }

  private static StoryEvent event(ResultSet row) throws SQLException {
    return row.getString(1).equals("split")
        ? new StoryEvent.Split(row.getString(2), row.getString(3))
        : new StoryEvent.Merged(row.getString(2), row.getString(3));
  }

  /** A stored revision. */
  Optional<StoryRevision> revision(String storyId, int number) {
    SortedMap<String, RevisionRows> rows = new TreeMap<>();
    jdbc.sql(
            """
            select %s from story_article a where a.story_id = :story and a.number = :number
            order by a.place
            """
                .formatted(RevisionRows.COLUMNS))
        .param("story", storyId)
        .param("number", number)
        .query((row, place) -> RevisionRows.read(row, rows))
        .list();
    return Optional.ofNullable(rows.get(storyId)).map(found -> found.latest(storyId));
  }

  /** The first article of the newest revision of each of these stories, by the story's id. */
  SortedMap<String, String> firstArticles(Collection<String> storyIds) {
    SortedMap<String, String> first = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (story_id) story_id, article_id from story_article
            where story_id = any(:stories) order by story_id, number desc, place
            """)
        .param("stories", storyIds.toArray(String[]::new))
        .query(row -> {
          first.put(row.getString("story_id"), row.getString("article_id"));
        });
    return first;
  }

  /** The articles that were ever taken to report one event with one of that address. */
  List<String> together(URI address, int most) {
    return jdbc.sql(
            """
            select distinct article_id from story_article where story_id in (
              select story_id from story_article where address = :address)
            order by article_id limit :most
            """)
        .param("address", address.toString())
        .param("most", most)
        .query(String.class)
        .list();
  }

  private static <T> String[] strings(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static OffsetDateTime timestamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}

package colophon.story;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what runs knew when they decided, and finds the stories as they stood then. */
final class BasisStore {

  private final JdbcClient jdbc;

  BasisStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps it in the transaction that keeps the decision. */
  void add(String runId, StoryBasis basis) {
    List<StoryBasis.Standing> stories = basis.stories();
    jdbc.sql(
            """
            insert into story_basis (run_id, articles, stories, numbers, briefed)
            values (:run, :articles, :stories, :numbers, :briefed)
            """)
        .param("run", runId)
        .param("articles", basis.articles().toArray(String[]::new))
        .param("stories", stories.stream().map(StoryBasis.Standing::begun).toArray(Long[]::new))
        .param("numbers", stories.stream().map(StoryBasis.Standing::number).toArray(Integer[]::new))
        .param(
            "briefed", stories.stream().map(StoryBasis.Standing::briefed).toArray(Integer[]::new))
        .update();
  }

  /** What a run knew; empty where it decided before that was kept. */
  Optional<StoryBasis> find(String runId) {
    return jdbc.sql(
            "select articles, stories, numbers, briefed from story_basis where run_id = :run")
        .param("run", runId)
        .query((row, n) ->
            basis(
                row.getArray("articles"),
                row.getArray("stories"),
                row.getArray("numbers"),
                row.getArray("briefed")))
        .optional();
  }

  private static StoryBasis basis(Array articles, Array stories, Array numbers, Array briefed)
      throws SQLException {
    Long[] begun = (Long[]) stories.getArray();
    Integer[] last = (Integer[]) numbers.getArray();
    Integer[] written = (Integer[]) briefed.getArray();
    var standings = new ArrayList<StoryBasis.Standing>();
    for (int i = 0; i < begun.length; i++) {
      standings.add(new StoryBasis.Standing(begun[i], last[i], written[i]));
    }
    return new StoryBasis(List.of((String[]) articles.getArray()), standings);
  }

  /** The stories as they stood: later revisions are as if they were not there. */
  StoryState state(StoryBasis basis) {
    List<StoryBasis.Standing> stories = basis.stories();
    SortedMap<String, RevisionRows> rows = new TreeMap<>();
    SortedMap<String, Long> begun = new TreeMap<>();
    jdbc.sql(
            """
            select %s, s.begun from unnest(:stories, :numbers) as given (begun, number)
            join story s on s.begun = given.begun
            join story_article a on a.story_id = s.story_id and a.number <= given.number
            order by a.story_id, a.number, a.place
            """
                .formatted(RevisionRows.COLUMNS))
        .param("stories", stories.stream().map(StoryBasis.Standing::begun).toArray(Long[]::new))
        .param("numbers", stories.stream().map(StoryBasis.Standing::number).toArray(Integer[]::new))
        .query((row, n) -> begun.put(RevisionRows.read(row, rows), row.getLong("begun")))
        .list();
    SortedMap<Long, Integer> briefed = new TreeMap<>();
    stories.forEach(story -> briefed.put(story.begun(), story.briefed()));
    List<KnownStory> known = new ArrayList<>();
    rows.forEach((id, story) -> {
      long place = begun.getOrDefault(id, 0L);
      int number = briefed.getOrDefault(place, 0);
      known.add(story.known(id, number == 0 ? null : number, place));
    });
    return new StoryState(known);
  }
}

package colophon.story;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers stored revisions of one story, row by row in their order. */
final class RevisionRows {

  private final SortedMap<String, URI> addresses = new TreeMap<>();
  private final SortedMap<String, Integer> since = new TreeMap<>();
  private final SortedMap<Integer, List<String>> articles = new TreeMap<>();
  private SortedMap<Integer, String> sourceNames = new TreeMap<>();
  private SortedMap<Integer, List<String>> sources = new TreeMap<>();

  /** What each row must bring, from an alias {@code a} of the table. */
  static final String COLUMNS =
      "a.story_id, a.number, a.article_id, a.address, a.source, a.source_name";

  /** Reads a row of {@link #COLUMNS} into the story it belongs to. */
  static String read(ResultSet row, SortedMap<String, RevisionRows> stories) throws SQLException {
    String story = row.getString(1);
    stories
        .computeIfAbsent(story, any -> new RevisionRows())
        .add(
            row.getInt(2),
            row.getString(3),
            URI.create(row.getString(4)),
            row.getInt(5),
            row.getString(6));
    return story;
  }

  /** The last revision read. */
  StoryRevision latest(String id) {
    List<Origin> origins = new ArrayList<>();
    sources.forEach(
        (source, ids) -> origins.add(new Origin(sourceNames.getOrDefault(source, ""), ids)));
    int number = articles.lastKey();
    return new StoryRevision(id, number, articles.getOrDefault(number, List.of()), origins);
  }

  private void add(int number, String article, URI address, int source, String sourceName) {
    if (!articles.containsKey(number)) {
      sourceNames = new TreeMap<>();
      sources = new TreeMap<>();
    }
    addresses.put(article, address);
    since.putIfAbsent(article, number);
    articles.computeIfAbsent(number, any -> new ArrayList<>()).add(article);
    sourceNames.put(source, sourceName);
    sources.computeIfAbsent(source, any -> new ArrayList<>()).add(article);
  }

  KnownStory known(String id, @Nullable Integer briefed, long begun) {
    SortedSet<String> read =
        briefed == null
            ? new TreeSet<>()
            : new TreeSet<>(articles.getOrDefault(briefed, List.of()));
    return new KnownStory(latest(id), addresses, since, briefed, read, begun);
  }
}

package colophon.pipeline;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.capture.Source;
import colophon.story.Assignment;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a pipeline would write about, were it to run now: from what was read already. Nothing is
 * fetched, no model writes, and no story or decision is kept.
 */
public final class SelectionPreview {

  /** What would become of a story. */
  public enum Fate {
    NEW,
    UPDATE,
    SKIP,
    NEXT_RUN
  }

  /**
   * One story.
   *
   * @param title of its first article
   * @param why a sentence; empty where nothing is to be explained
   * @param waits why its draft would wait for an editor for this alone; empty where it would not
   */
  public record Candidate(
      String storyId,
      String title,
      List<String> outlets,
      int articles,
      int origins,
      Fate fate,
      String why,
      String waits) {
    public Candidate {
      outlets = List.copyOf(outlets);
    }
  }

  /** An article that the selection does not take. */
  public record LeftOut(String title, String outlet, String why) {}

  /** All of it. */
  public record Preview(
      Instant from, Instant until, int articles, List<Candidate> stories, List<LeftOut> leftOut) {
    public Preview {
      stories = List.copyOf(stories);
      leftOut = List.copyOf(leftOut);
    }
  }

  private final ArticleStore articles;
  private final StoryDesk stories;
  private final Embedder embedder;
  private final InstantSource clock;

  SelectionPreview(
      ArticleStore articles, StoryDesk stories, Embedder embedder, InstantSource clock) {
    this.articles = articles;
    this.stories = stories;
    this.embedder = embedder;
    this.clock = clock;
  }

  /** What a run at this moment would do. */
  public Preview now(Pipeline pipeline) {
    return at(pipeline, clock.instant());
  }

  /** What a run for that moment would do, by what is known now. */
  public Preview at(Pipeline pipeline, Instant until) {
    Instant from = until.minus(pipeline.window());
    List<Article> window =
        articles.window(pipeline.sources().stream().map(Source::id).toList(), from, until);
    var taken = new ArrayList<Article>();
    var leftOut = new ArrayList<LeftOut>();
    for (Article article : window) {
      Optional<String> why = Grouping.leftOut(article, pipeline.selection());
      if (why.isPresent()) {
        leftOut.add(new LeftOut(article.title(), article.outlet(), why.get()));
      } else {
        taken.add(article);
      }
    }
    List<Assignment> decided = stories.preview(pipeline.name(), taken, embedder, until);
    List<Assignment> work = Grouping.work(decided);
    Set<String> chosen =
        work.stream()
            .limit(pipeline.briefsPerRun())
            .map(assignment -> assignment.story().storyId())
            .collect(Collectors.toSet());
    var byId = new TreeMap<String, Article>();
    taken.forEach(article -> byId.put(article.id(), article));
    var candidates = new ArrayList<Candidate>();
    work.forEach(each -> candidates.add(candidate(each, pipeline, chosen, byId)));
    decided.stream()
        .filter(each -> each instanceof Assignment.Skip)
        .forEach(each -> candidates.add(candidate(each, pipeline, chosen, byId)));
    return new Preview(from, until, window.size(), candidates, leftOut);
  }

  private static Candidate candidate(
      Assignment assignment,
      Pipeline pipeline,
      Set<String> chosen,
      TreeMap<String, Article> known) {
    var story = assignment.story();
    List<Article> members =
        story.articleIds().stream()
            .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
            .toList();
    Fate decided =
        switch (assignment) {
          case Assignment.WriteNew ignored -> Fate.NEW;
          case Assignment.Update ignored -> Fate.UPDATE;
          case Assignment.Skip ignored -> Fate.SKIP;
        };
    String reason =
        switch (assignment) {
          case Assignment.WriteNew ignored -> "The pipeline has no brief of it yet.";
          case Assignment.Update update -> update.why();
          case Assignment.Skip skip -> skip.why();
        };
    boolean full = decided != Fate.SKIP && !chosen.contains(story.storyId());
    int least = pipeline.selection().leastIndependentSources();
    return new Candidate(
        story.storyId(),
        members.isEmpty() ? story.storyId() : members.getFirst().title(),
        members.stream().map(Article::outlet).distinct().toList(),
        story.articleIds().size(),
        story.origins().size(),
        full ? Fate.NEXT_RUN : decided,
        full ? Grouping.full(pipeline) + " " + reason : reason,
        decided == Fate.SKIP || story.origins().size() >= least
            ? ""
            : story.origins().size()
                + " of "
                + least
                + " independent sources, so its draft waits for an editor.");
  }
}

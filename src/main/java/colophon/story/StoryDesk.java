package colophon.story;

import colophon.article.Article;
import colophon.text.Embedder;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a run asks which stories its window holds and what to write about them. What it answers is
 * stored first, so that a run that is started again gets the same answer.
 */
public final class StoryDesk {

  /** How often a decision is made again because another run of the pipeline came between. */
  private static final int MOST_ATTEMPTS = 5;

  private final StoryStore store;
  private final PastArticles past;
  private final TransactionTemplate transaction;

  StoryDesk(StoryStore store, PastArticles past, TransactionTemplate transaction) {
    this.store = store;
    this.past = past;
    this.transaction = transaction;
  }

  /**
   * One assignment for each story that has an article in the window, those of most independent
   * sources first. Asked again with the same run, it gives the stored answer whatever the window.
   *
   * @param runId the run that asks
   * @param pipeline the pipeline's name; each pipeline has stories of its own
   * @param window the articles in the window, in any order; of several versions of one article the
   *     newest counts
   * @param embedder gives stored embeddings and stores what it computes
   * @param at the time of the decision
   */
  public List<Assignment> decide(
      String runId, String pipeline, Collection<Article> window, Embedder embedder, Instant at) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<List<Assignment>> before = store.assignments(runId);
      if (before.isPresent()) {
        return before.orElseThrow();
      }
      long decisions = store.decisions(pipeline);
      Prepared prepared = prepare(pipeline, window, embedder, at);
      if (stored(runId, pipeline, prepared, decisions, at)) {
        return prepared.decision().assignments();
      }
    }
    throw new IllegalStateException(
        "other runs of the pipeline \"" + pipeline + "\" keep deciding at the same time");
  }

  /** Everything slow happens here, before the transaction. */
  private Prepared prepare(
      String pipeline, Collection<Article> window, Embedder embedder, Instant at) {
    SortedSet<URI> addresses = new TreeSet<>();
    window.forEach(article -> addresses.add(article.address()));
    StoryState state = store.state(pipeline, addresses, at);
    List<Article> left = left(state, window);
    SortedMap<String, URI> book = new TreeMap<>();
    window.forEach(article -> book.put(article.id(), article.address()));
    left.forEach(article -> book.put(article.id(), article.address()));
    return new Prepared(StoryKeeper.decide(pipeline, window, left, state, embedder), book);
  }

  /** Whether the decision was stored: not where another run has decided meanwhile. */
  private boolean stored(
      String runId, String pipeline, Prepared prepared, long decisions, Instant at) {
    Boolean stored =
        transaction.execute(status -> {
          store.lock(pipeline);
          if (store.decisions(pipeline) != decisions) {
            return false;
          }
          store.add(runId, pipeline, prepared.decision(), prepared.addresses()::get, at);
          return true;
        });
    return Boolean.TRUE.equals(stored);
  }

  /** The articles of known stories that are not in the window, as far as they are kept. */
  private List<Article> left(StoryState state, Collection<Article> window) {
    SortedSet<String> wanted = new TreeSet<>();
    for (KnownStory story : state.stories()) {
      wanted.addAll(story.latest().articleIds());
      wanted.addAll(story.briefedArticles());
    }
    window.forEach(article -> wanted.remove(article.id()));
    return wanted.isEmpty() ? List.of() : past.articles(wanted);
  }

  /**
   * Notes that the pipeline's brief of a story has been written from this revision: from now on
   * only what that revision lacks is news. Saying it twice changes nothing.
   */
  public void briefed(String storyId, int revision, Instant at) {
    store.briefed(storyId, revision, at);
  }

  /** A stored revision; empty where there is none of that number. */
  public Optional<StoryRevision> revision(String storyId, int number) {
    return store.revision(storyId, number);
  }

  /** The splits and merges a story took part in, the earliest first. */
  public List<StoryEvent> events(String storyId) {
    return store.events(storyId);
  }

  /**
   * The revision with its articles at hand.
   *
   * @param articles at least those of the revision
   * @throws IllegalArgumentException where one is missing
   */
  public static Dossier dossier(StoryRevision revision, Collection<Article> articles) {
    SortedMap<String, Article> byId = new TreeMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    return new Dossier(
        revision,
        revision.articleIds().stream()
            .map(id -> Optional.ofNullable(byId.get(id)).orElseThrow(() -> missing(id)))
            .toList());
  }

  /** The revision with its articles, those that have left the window included. */
  public Dossier dossier(StoryRevision revision) {
    return dossier(revision, past.articles(revision.articleIds()));
  }

  private static IllegalArgumentException missing(String id) {
    return new IllegalArgumentException(
        "The article " + id + " belongs to the story and is no longer kept.");
  }

  /** A decision not yet stored, with the address of each of its articles. */
  private record Prepared(Decision decision, SortedMap<String, URI> addresses) {}
}

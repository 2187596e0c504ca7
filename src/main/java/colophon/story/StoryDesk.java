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
  private final BasisStore bases;
  private final PastArticles past;
  private final TransactionTemplate transaction;

  StoryDesk(
      StoryStore store, BasisStore bases, PastArticles past, TransactionTemplate transaction) {
    this.store = store;
    this.bases = bases;
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

  /** What {@link #decide} would answer now. Nothing of it is stored. */
  public List<Assignment> preview(
      String pipeline, Collection<Article> window, Embedder embedder, Instant at) {
    return prepare(pipeline, window, embedder, at).decision().assignments();
  }

  /** Everything slow happens here, before the transaction. */
  private Prepared prepare(
      String pipeline, Collection<Article> window, Embedder embedder, Instant at) {
    SortedSet<URI> addresses = new TreeSet<>();
    window.forEach(article -> addresses.add(article.address()));
    StoryState state = store.state(pipeline, addresses, at);
    List<Article> left = past.articles(left(state, window));
    SortedMap<String, URI> book = new TreeMap<>();
    window.forEach(article -> book.put(article.id(), article.address()));
    left.forEach(article -> book.put(article.id(), article.address()));
    return new Prepared(
        StoryKeeper.decide(pipeline, window, left, state, embedder),
        book,
        StoryBasis.of(window, state));
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
          bases.add(runId, prepared.basis());
          return true;
        });
    return Boolean.TRUE.equals(stored);
  }

  /**
   * Makes a run's decision again from what it knew, which is kept with it. Nothing is stored.
   *
   * @param embedder gives stored embeddings and computes none
   */
  public Regrouping regroup(String runId, Embedder embedder) {
    Optional<List<Assignment>> decided = store.assignments(runId);
    Optional<StoryBasis> basis = bases.find(runId);
    if (decided.isEmpty() || basis.isEmpty()) {
      return new Regrouping.NotKept(
          "What the run "
              + runId
              + " knew when it grouped was not kept; every run since this is kept has it.");
    }
    List<String> ids = basis.get().articles();
    List<Article> window = past.articles(ids);
    StoryState state = bases.state(basis.get());
    SortedSet<String> wanted = left(state, window);
    List<Article> left = past.articles(wanted);
    int missing = ids.size() - window.size() + wanted.size() - left.size();
    if (missing > 0) {
      return new Regrouping.NotKept(
          missing + " of the articles that the run " + runId + " grouped are not kept any more.");
    }
    Decision again = StoryKeeper.decide(store.pipelineOf(runId), window, left, state, embedder);
    return new Regrouping.Made(
        window.size(),
        new Regrouping.Outcome(decided.get(), store.eventsOf(runId)),
        new Regrouping.Outcome(again.assignments(), again.events()));
  }

  /** The articles of known stories that are not in the window. */
  private static SortedSet<String> left(StoryState state, Collection<Article> window) {
    SortedSet<String> wanted = new TreeSet<>();
    for (KnownStory story : state.stories()) {
      wanted.addAll(story.latest().articleIds());
      wanted.addAll(story.briefedArticles());
    }
    window.forEach(article -> wanted.remove(article.id()));
    return wanted;
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

  /** The articles of a revision whose texts are gone, since they were erased. */
  public List<String> noLongerKept(StoryRevision revision) {
    List<String> kept = past.articles(revision.articleIds()).stream().map(Article::id).toList();
    return revision.articleIds().stream().filter(id -> !kept.contains(id)).toList();
  }

  /** By which article each of these stories is named: the first of its newest revision. */
  public SortedMap<String, String> firstArticles(Collection<String> storyIds) {
    return store.firstArticles(storyIds);
  }

  /** The articles that were ever taken to report one event with one of that address. */
  public List<String> together(URI address, int most) {
    return store.together(address, most);
  }

  /** What is embedded of an article to group it. */
  public static String lead(Article article) {
    return TraitReader.lead(article);
  }

  private static IllegalArgumentException missing(String id) {
    return new IllegalArgumentException(
        "The article " + id + " belongs to the story and is no longer kept.");
  }

  /** A decision not yet stored, with the address of each of its articles and what it rests on. */
  private record Prepared(Decision decision, SortedMap<String, URI> addresses, StoryBasis basis) {}
}

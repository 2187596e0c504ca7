package colophon.story;

import colophon.article.Article;
import colophon.text.Embedder;
import colophon.text.Embedding;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pure decision of a run: from the window's articles and what earlier runs left to the stories'
 * new revisions and what to write. Equal input gives equal output, in whatever order articles come.
 */
final class StoryKeeper {

  /** The newest articles that have left the window by which a story is recognised. */
  private static final int MOST_PAST_A_STORY = 12;

  private final String pipeline;
  private final StoryState state;
  private final Embedder embedder;
  private final SortedMap<String, Article> articles = new TreeMap<>();
  private final SortedSet<String> window = new TreeSet<>();
  private final SortedMap<String, String> known = new TreeMap<>();

  /** The stories of earlier runs that each story continues: itself, and those merged into it. */
  private final SortedMap<String, List<KnownStory>> forebears = new TreeMap<>();

  /** The story that this run gives each address to. */
  private final SortedMap<URI, String> owners = new TreeMap<>();

  private StoryKeeper(String pipeline, StoryState state, Embedder embedder) {
    this.pipeline = pipeline;
    this.state = state;
    this.embedder = embedder;
  }

  /**
   * @param window the articles in the window
   * @param past articles of the state's stories that are no longer in it, as far as they are kept
   */
  static Decision decide(
      String pipeline,
      Collection<Article> window,
      Collection<Article> past,
      StoryState state,
      Embedder embedder) {
    return new StoryKeeper(pipeline, state, embedder).decide(window, past);
  }

  private Decision decide(Collection<Article> given, Collection<Article> past) {
    List<Article> standing = Versions.newest(given, state);
    past.forEach(article -> articles.put(article.id(), article));
    given.forEach(article -> articles.put(article.id(), article));
    standing.forEach(article -> window.add(article.id()));
    List<Article> grouped = new ArrayList<>(standing);
    grouped.addAll(recognise(standing));
    Succession succession =
        Succession.of(pipeline, state, known, Clusterer.group(traits(grouped), known));
    return decide(succession);
  }

  /** Notes whose story each article continues, and gives the past ones to be grouped along. */
  private List<Article> recognise(List<Article> standing) {
    SortedMap<URI, String> storyAt = new TreeMap<>();
    for (KnownStory story : state.stories()) {
      story.currentAddresses().forEach(address -> storyAt.putIfAbsent(address, story.id()));
    }
    SortedSet<URI> inWindow = new TreeSet<>();
    for (Article article : standing) {
      inWindow.add(article.address());
      String story = storyAt.get(article.address());
      if (story != null) {
        known.put(article.id(), story);
      }
    }
    List<Article> past = new ArrayList<>();
    for (KnownStory story : state.stories()) {
      story.latest().articleIds().stream()
          .map(articles::get)
          .flatMap(article -> Optional.ofNullable(article).stream())
          .filter(article -> !inWindow.contains(article.address()))
          .filter(article -> known.putIfAbsent(article.id(), story.id()) == null)
          .sorted(PublicationOrder.EARLIEST_FIRST.reversed())
          .limit(MOST_PAST_A_STORY)
          .forEach(past::add);
    }
    return past;
  }

  private List<Traits> traits(List<Article> grouped) {
    List<Article> read =
        grouped.stream().filter(article -> TraitReader.tongue(article).equals("en")).toList();
    List<Embedding> meanings = embedder.embed(read.stream().map(TraitReader::lead).toList());
    SortedMap<String, Embedding> byId = new TreeMap<>();
    for (int i = 0; i < read.size(); i++) {
      byId.put(read.get(i).id(), meanings.get(i));
    }
    boolean bridged = grouped.stream().map(TraitReader::tongue).distinct().count() > 1;
    TermPool pool = new TermPool();
    return grouped.stream()
        .map(article -> TraitReader.read(article, byId.get(article.id()), bridged, pool))
        .toList();
  }

  private Decision decide(Succession succession) {
    for (KnownStory story : state.stories()) {
      String heir = succession.successor(story.id());
      forebears.computeIfAbsent(heir, any -> new ArrayList<>()).add(story);
    }
    succession
        .articles()
        .forEach((story, ids) -> ids.forEach(id -> owners.put(addressOf(id), story)));
    List<Assignment> assignments = new ArrayList<>();
    List<StoryRevision> revised = new ArrayList<>();
    succession
        .articles()
        .forEach((id, members) -> {
          if (members.stream().anyMatch(window::contains)) {
            decide(id, members, assignments, revised);
          }
        });
    assignments.sort(
        Comparator.<Assignment>comparingInt(one -> -one.story().origins().size())
            .thenComparing(one -> -one.story().articleIds().size())
            .thenComparing(one -> one.story().storyId()));
    return new Decision(assignments, revised, succession.events());
  }

  private void decide(
      String id,
      SortedSet<String> grouped,
      List<Assignment> assignments,
      List<StoryRevision> revised) {
    KnownStory before = state.story(id).orElse(null);
    List<Article> members = members(id, grouped);
    SortedMap<String, String> copies = Copies.among(members);
    StoryRevision now = revision(id, before, members, copies);
    if (before == null || now.number() > before.latest().number()) {
      revised.add(now);
    }
    assignments.add(
        before == null || !before.hasBrief()
            ? new Assignment.WriteNew(now)
            : Judgement.of(before, now, articles, copies, embedder));
  }

  /** What the story had, less what moved away or was replaced, and what came. */
  private List<Article> members(String id, SortedSet<String> grouped) {
    SortedMap<URI, Article> standing = new TreeMap<>();
    for (KnownStory story : forebears.getOrDefault(id, List.of())) {
      story.latest().articleIds().stream()
          .map(articles::get)
          .flatMap(article -> Optional.ofNullable(article).stream())
          .filter(article -> owners.getOrDefault(article.address(), id).equals(id))
          .forEach(article -> standing.put(article.address(), article));
    }
    for (String article : grouped) {
      Article member = articles.get(article);
      if (member != null) {
        standing.put(member.address(), member);
      }
    }
    return standing.values().stream().sorted(PublicationOrder.EARLIEST_FIRST).toList();
  }

  private URI addressOf(String id) {
    Article article = articles.get(id);
    if (article == null) {
      throw new IllegalStateException(id + " was grouped and is not at hand");
    }
    return article.address();
  }

  private static StoryRevision revision(
      String id,
      @Nullable KnownStory before,
      List<Article> members,
      SortedMap<String, String> copies) {
    List<String> ids = members.stream().map(Article::id).toList();
    if (before != null && before.latest().articleIds().equals(ids)) {
      return before.latest();
    }
    int number = before == null ? 1 : before.latest().number() + 1;
    return new StoryRevision(id, number, ids, Origins.of(members, copies));
  }
}

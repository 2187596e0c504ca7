package colophon.pipeline;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.capture.Source;
import colophon.story.Assignment;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The third stage: the window's articles become stories, and each story a decision. */
public final class Grouping {

  private final ArticleStore articles;
  private final StoryDesk stories;
  private final Embedder embedder;

  public Grouping(ArticleStore articles, StoryDesk stories, Embedder embedder) {
    this.articles = articles;
    this.stories = stories;
    this.embedder = embedder;
  }

  /** What is to be written, the most reported first, at most as many as the pipeline asks for. */
  List<Assignment> group(Run run, Pipeline pipeline, StageLog stages) {
    List<String> sources = pipeline.sources().stream().map(Source::id).toList();
    Instant until = run.slot().at();
    Instant from = until.minus(pipeline.window());
    var account = new GroupingAccount(from, until);
    List<Article> found = articles.window(sources, from, until);
    List<Article> window =
        found.stream().filter(article -> selected(article, pipeline, account)).toList();
    stages.begin(Stage.GROUP, window.size());
    List<Assignment> decided = stories.decide(run.id(), pipeline.name(), window, embedder, until);
    List<Assignment> work = work(decided);
    List<Assignment> chosen = work.stream().limit(pipeline.briefsPerRun()).toList();
    Set<String> among = new TreeSet<>(stages.articlesRead());
    found.forEach(article -> among.add(article.id()));
    for (Assignment assignment : decided) {
      boolean waits = work.contains(assignment) && !chosen.contains(assignment);
      account.story(assignment, among, waits ? full(pipeline) : "");
    }
    account.unaccounted(window.stream().map(Article::id).toList()).forEach(account::late);
    articles.dated(account.unaccounted(among), sources).forEach(account::outside);
    stages.noteAll(Stage.GROUP, account.items());
    stages.finish(Stage.GROUP, summary(decided, window, chosen, work) + account.rest());
    return chosen;
  }

  private static String summary(
      List<Assignment> decided,
      List<Article> window,
      List<Assignment> chosen,
      List<Assignment> work) {
    return decided.size()
        + (decided.size() == 1 ? " story" : " stories")
        + " from "
        + window.size()
        + (window.size() == 1 ? " article: " : " articles: ")
        + chosen.size()
        + " to write, "
        + (decided.size() - work.size())
        + " with nothing new";
  }

  private static boolean selected(Article article, Pipeline pipeline, GroupingAccount account) {
    Optional<String> reason = leftOut(article, pipeline.selection());
    reason.ifPresent(why -> account.leftOut(article.id(), why));
    return reason.isEmpty();
  }

  /** Why a pipeline does not take an article; nothing where it does. */
  static Optional<String> leftOut(Article article, Selection selection) {
    if (!selection.languages().isEmpty() && !selection.languages().contains(article.language())) {
      return Optional.of(
          "Its language (" + article.language() + ") is not one the pipeline takes.");
    }
    String text = (article.title() + "\n" + article.text()).toLowerCase(Locale.ROOT);
    for (String keyword : selection.noKeyword()) {
      if (holds(text, keyword)) {
        return Optional.of("It holds \"" + keyword + "\".");
      }
    }
    return selection.anyKeyword().isEmpty()
            || selection.anyKeyword().stream().anyMatch(keyword -> holds(text, keyword))
        ? Optional.empty()
        : Optional.of("It holds none of the keywords.");
  }

  /** What is to be written, the most reported first. */
  static List<Assignment> work(List<Assignment> decided) {
    return decided.stream()
        .filter(assignment -> !(assignment instanceof Assignment.Skip))
        .sorted(
            Comparator.comparingInt((Assignment assignment) -> -assignment.story().origins().size())
                .thenComparing(assignment -> -assignment.story().articleIds().size())
                .thenComparing(assignment -> assignment.story().storyId()))
        .toList();
  }

  /** Why a story waits where a run has written as many as it may. */
  static String full(Pipeline pipeline) {
    return "The pipeline writes at most " + pipeline.briefsPerRun() + " briefs a run.";
  }

  /** Whether a text holds a keyword as a word of its own, not as a part of another. */
  private static boolean holds(String lowerCaseText, String keyword) {
    String wanted = keyword.toLowerCase(Locale.ROOT);
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(lowerCaseText);
    for (int at = lowerCaseText.indexOf(wanted);
        at >= 0;
        at = lowerCaseText.indexOf(wanted, at + 1)) {
      if (words.isBoundary(at) && words.isBoundary(at + wanted.length())) {
        return true;
      }
    }
    return false;
  }
}

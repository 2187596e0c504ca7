package colophon.story;

import colophon.article.Article;
import colophon.text.Embedder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Decides about one story that has a brief: does anything that came since deserve a version? */
final class Judgement {

  private final KnownStory before;
  private final StoryRevision now;
  private final Map<String, Article> articles;
  private final SortedMap<String, String> copies;
  private final Novelty novelty;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> repeats = new ArrayList<>();
  private final List<String> news = new ArrayList<>();

  private Judgement(
      KnownStory before,
      StoryRevision now,
      Map<String, Article> articles,
      SortedMap<String, String> copies,
      Embedder embedder) {
    this.before = before;
    this.now = now;
    this.articles = articles;
    this.copies = copies;
    this.novelty =
        new Novelty(
            before.briefedArticles().stream()
                .flatMap(id -> Optional.ofNullable(articles.get(id)).stream())
                .toList(),
            embedder);
  }

  /**
   * @param articles by id: those of the revision and those that the brief was written from, as far
   *     as they are kept
   * @param copies what each copy among the revision's articles repeats
   */
  static Assignment of(
      KnownStory before,
      StoryRevision now,
      Map<String, Article> articles,
      SortedMap<String, String> copies,
      Embedder embedder) {
    return new Judgement(before, now, articles, copies, embedder).decide();
  }

  private Assignment decide() {
    List<String> since =
        now.articleIds().stream().filter(id -> !before.briefedArticles().contains(id)).toList();
    if (since.isEmpty()) {
      return new Assignment.Skip(now, "Nothing has come since the brief was written.");
    }
    for (Origin origin : now.origins()) {
      origin.articleIds().stream()
          .filter(since::contains)
          .forEach(id -> weigh(article(id), origin));
    }
    if (reasons.isEmpty()) {
      return new Assignment.Skip(now, "The brief has it all already: " + sentence(repeats));
    }
    List<String> ordered = now.articleIds().stream().filter(news::contains).toList();
    return new Assignment.Update(now, ordered, sentence(reasons));
  }

  private void weigh(Article article, Origin origin) {
    boolean sourceKnown = origin.articleIds().stream().anyMatch(before.briefedArticles()::contains);
    if (isVersionOfBriefed(article)) {
      add(article, article.outlet() + " changed “" + article.title() + "”");
    } else if (copies.containsKey(article.id())) {
      repeats.add(article.outlet() + " runs a copy of the text by " + origin.name());
    } else if (!sourceKnown) {
      add(article, origin.name() + " is a further independent source");
    } else {
      novelty
          .in(article)
          .ifPresentOrElse(
              what -> add(article, article.outlet() + " adds " + what),
              () -> repeats.add(article.outlet() + " repeats what was known"));
    }
  }

  private void add(Article article, String reason) {
    news.add(article.id());
    reasons.add(reason);
  }

  private boolean isVersionOfBriefed(Article article) {
    URI address = article.address();
    return before.briefedArticles().stream()
        .anyMatch(id -> address.equals(before.addresses().get(id)));
  }

  private Article article(String id) {
    Article article = articles.get(id);
    if (article == null) {
      throw new IllegalStateException(id + " stands in the revision and is not at hand");
    }
    return article;
  }

  private static String sentence(List<String> clauses) {
    return String.join("; ", new TreeSet<>(clauses)) + ".";
  }
}

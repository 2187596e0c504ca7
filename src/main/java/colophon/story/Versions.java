package colophon.story;

import colophon.article.Article;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of the versions of one article, finds the one that stands. */
final class Versions {

  private Versions() {}

  /**
   * The newest version at each address: the later publication; where that is the same, the one that
   * no earlier run has seen, else the one seen last; then the greater id.
   */
  static List<Article> newest(Collection<Article> articles, StoryState state) {
    SortedMap<String, Integer> since = new TreeMap<>();
    for (KnownStory story : state.stories()) {
      story.since().forEach((id, number) -> since.merge(id, number, Math::max));
    }
    Comparator<Article> newer =
        Comparator.comparing(PublicationOrder::instant)
            .thenComparing(article -> since.getOrDefault(article.id(), Integer.MAX_VALUE))
            .thenComparing(Article::id);
    Map<URI, Article> standing = new TreeMap<>();
    for (Article article : articles) {
      standing.merge(
          article.address(), article, (one, other) -> newer.compare(one, other) >= 0 ? one : other);
    }
    return standing.values().stream().sorted(PublicationOrder.EARLIEST_FIRST).toList();
  }
}

package colophon.story;

import colophon.article.Article;
import colophon.article.Passage;
import java.util.List;
import java.util.Optional;

/**
 * A story's revision with its articles at hand: all that a writer may use and a checker may
 * consult.
 *
 * @param articles in the revision's order; the number of a source in a draft is its place here,
 *     from 1
 */
public record Dossier(StoryRevision revision, List<Article> articles) {

  public Dossier {
    articles = List.copyOf(articles);
  }

  /** The article of that id, where it belongs to the story. */
  public Optional<Article> article(String id) {
    return articles.stream().filter(article -> article.id().equals(id)).findFirst();
  }

  /** The passage of that name, where there is one. */
  public Optional<Passage> passage(PassageId id) {
    if (id.source() > articles.size()) {
      return Optional.empty();
    }
    List<Passage> passages = articles.get(id.source() - 1).passages();
    return id.passage() > passages.size()
        ? Optional.empty()
        : Optional.of(passages.get(id.passage() - 1));
  }

  /** The independent source an article belongs to. */
  public Origin originOf(String articleId) {
    return revision.origins().stream()
        .filter(origin -> origin.articleIds().contains(articleId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(articleId + " has no origin in the story"));
  }
}

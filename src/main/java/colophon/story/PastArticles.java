package colophon.story;

import colophon.article.Article;
import java.util.Collection;
import java.util.List;

/** The port to articles that have left the window; the article store stands behind it. */
public interface PastArticles {

  /** The articles of these ids that are still kept, in any order. */
  List<Article> articles(Collection<String> ids);
}

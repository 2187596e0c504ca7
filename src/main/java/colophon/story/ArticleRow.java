package colophon.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An article of a revision as its table holds it.
 *
 * @param place in the revision, from 1
 * @param source the number of its independent source, from 1
 */
record ArticleRow(
    String storyId,
    int number,
    int place,
    String articleId,
    String address,
    int source,
    String sourceName) {

  static List<ArticleRow> of(StoryRevision revision, Function<String, URI> addresses) {
    List<ArticleRow> rows = new ArrayList<>();
    for (String article : revision.articleIds()) {
      int source = 1;
      while (!revision.origins().get(source - 1).articleIds().contains(article)) {
        source++;
      }
      rows.add(
          new ArticleRow(
              revision.storyId(),
              revision.number(),
              rows.size() + 1,
              article,
              addresses.apply(article).toString(),
              source,
              revision.origins().get(source - 1).name()));
    }
    return rows;
  }
}

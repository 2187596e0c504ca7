package colophon.story;

import colophon.article.Article;
import java.util.Collection;
import java.util.List;

/**
 * What a run knew when it decided, as far as it must be kept to decide again.
 *
 * @param articles the ids of the window's articles, sorted
 * @param stories that might grow, by the order in which they began
 */
record StoryBasis(List<String> articles, List<Standing> stories) {

  /**
   * How an earlier run had left a story.
   *
   * @param begun tells it from others, as in {@link KnownStory}
   * @param number of its last revision
   * @param briefed the revision that a brief was last written from; 0 where there was none
   */
  record Standing(long begun, int number, int briefed) {}

  StoryBasis {
    articles = List.copyOf(articles);
    stories = List.copyOf(stories);
  }

  static StoryBasis of(Collection<Article> window, StoryState state) {
    return new StoryBasis(
        window.stream().map(Article::id).sorted().distinct().toList(),
        state.stories().stream()
            .map(story -> {
              Integer briefed = story.briefedRevision();
              return new Standing(
                  story.begun(), story.latest().number(), briefed == null ? 0 : briefed);
            })
            .toList());
  }
}

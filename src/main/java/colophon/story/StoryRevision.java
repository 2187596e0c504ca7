package colophon.story;

import java.util.List;

/**
 * A story as it stood at one run: the set of articles that report one event.
 *
 * @param storyId lasting, {@code s-} and 16 hexadecimal digits, derived from the pipeline and the
 *     story's first set of articles
 * @param number from 1
 * @param articleIds sorted by publication, then id
 * @param origins the same articles by independent source, the heaviest first
 */
public record StoryRevision(
    String storyId, int number, List<String> articleIds, List<Origin> origins) {
  public StoryRevision {
    articleIds = List.copyOf(articleIds);
    origins = List.copyOf(origins);
  }
}

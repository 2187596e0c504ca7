package colophon.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pipeline knows, before a run, of its stories that may still grow. */
final class StoryState {

  static final StoryState EMPTY = new StoryState(List.of());

  private final List<KnownStory> stories;
  private final SortedMap<String, KnownStory> byId = new TreeMap<>();

  StoryState(Collection<KnownStory> stories) {
    this.stories = stories.stream().sorted(Comparator.comparingLong(KnownStory::begun)).toList();
    stories.forEach(story -> byId.put(story.id(), story));
  }

  /** By the order in which they began. */
  List<KnownStory> stories() {
    return stories;
  }

  Optional<KnownStory> story(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}

package colophon.story;

import java.util.List;

/**
 * What a run found out about the stories of its window.
 *
 * @param assignments one a story that has an article in the window, those of most independent
 *     sources first
 * @param revised the revisions that did not exist before
 * @param events splits and merges
 */
record Decision(
    List<Assignment> assignments, List<StoryRevision> revised, List<StoryEvent> events) {

  Decision {
    assignments = List.copyOf(assignments);
    revised = List.copyOf(revised);
    events = List.copyOf(events);
  }
}

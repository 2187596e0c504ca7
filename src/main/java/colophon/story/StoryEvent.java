package colophon.story;

/** Something that happened to the identity of stories; recorded, never undone. */
public sealed interface StoryEvent {

  /** The lasting id of the story it happened to. */
  String storyId();

  /** Articles of {@code storyId} turned out to report another event, now a story of its own. */
  record Split(String storyId, String newStoryId) implements StoryEvent {}

  /** {@code storyId} turned out to be the same event as {@code into} and ends here. */
  record Merged(String storyId, String into) implements StoryEvent {}
}

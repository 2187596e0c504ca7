package colophon.story;

/**
 * An assignment as its table holds it.
 *
 * @param newArticles article ids, separated by spaces
 */
record AssignmentRow(String storyId, int number, String decision, String why, String newArticles) {

  static AssignmentRow of(Assignment assignment) {
    return switch (assignment) {
      case Assignment.WriteNew any -> row(any, "new", "", "");
      case Assignment.Update update ->
          row(update, "update", update.why(), String.join(" ", update.newArticleIds()));
      case Assignment.Skip skip -> row(skip, "skip", skip.why(), "");
    };
  }

  private static AssignmentRow row(
      Assignment assignment, String decision, String why, String newArticles) {
    StoryRevision story = assignment.story();
    return new AssignmentRow(story.storyId(), story.number(), decision, why, newArticles);
  }
}

package colophon.evidence;

import colophon.brief.Draft;
import colophon.kernel.Json;
import colophon.story.Assignment;
import colophon.story.Origin;
import colophon.story.Regrouping;
import colophon.story.StoryDesk;
import colophon.story.StoryEvent;
import colophon.text.Embedder;
import java.util.List;

/** Groups the articles of a run's window into stories again, from the stored embeddings. */
final class GroupReplay {

  private static final String NAME = "group";

  private GroupReplay() {}

  /**
   * @param runId the run that wrote the draft
   * @param stored gives stored embeddings and computes none
   */
  static ReplayStage run(StoryDesk stories, String runId, Draft draft, Embedder stored) {
    return switch (stories.regroup(runId, stored)) {
      case Regrouping.NotKept not -> new ReplayStage.NotReplayed(NAME, not.why());
      case Regrouping.Made made -> compare(made, draft);
    };
  }

  private static ReplayStage compare(Regrouping.Made made, Draft draft) {
    Json ours = ours(made.again(), draft);
    Json stored = ours(made.stored(), draft);
    if (!ours.equals(stored)) {
      return new ReplayStage.Differs(
          NAME, Difference.between(ours, stored, "the story of this brief"));
    }
    Json all = json(made.again());
    Json then = json(made.stored());
    return all.equals(then)
        ? new ReplayStage.Same(
            NAME,
            made.stored().assignments().size()
                + (made.stored().assignments().size() == 1 ? " story" : " stories")
                + " from the "
                + made.articles()
                + " articles of the run's window")
        : new ReplayStage.Differs(
            NAME, Difference.between(all, then, "the stories of the run's window"));
  }

  private static Json ours(Regrouping.Outcome outcome, Draft draft) {
    return outcome.assignments().stream()
        .filter(assignment -> assignment.story().storyId().equals(draft.storyId()))
        .findFirst()
        .<Json>map(GroupReplay::json)
        .orElseGet(Json.Null::new);
  }

  private static Json json(Regrouping.Outcome outcome) {
    return Json.object(
        "stories", Json.array(outcome.assignments().stream().map(GroupReplay::json).toList()),
        "events", Json.array(outcome.events().stream().map(GroupReplay::json).toList()));
  }

  private static Json json(StoryEvent event) {
    return switch (event) {
      case StoryEvent.Split split ->
          Json.object("split", Json.of(split.storyId()), "into", Json.of(split.newStoryId()));
      case StoryEvent.Merged merged ->
          Json.object("merged", Json.of(merged.storyId()), "into", Json.of(merged.into()));
    };
  }

  private static Json.Obj json(Assignment assignment) {
    Json.Obj story =
        Json.object(
            "story", Json.of(assignment.story().storyId()),
            "revision", Json.of(assignment.story().number()),
            "articles", texts(assignment.story().articleIds()),
            "origins",
                Json.array(assignment.story().origins().stream().map(GroupReplay::json).toList()));
    return switch (assignment) {
      case Assignment.WriteNew ignored -> story.with("decision", Json.of("new"));
      case Assignment.Update update ->
          story
              .with("decision", Json.of("update"))
              .with("why", Json.of(update.why()))
              .with("new", texts(update.newArticleIds()));
      case Assignment.Skip skip ->
          story.with("decision", Json.of("skip")).with("why", Json.of(skip.why()));
    };
  }

  private static Json json(Origin origin) {
    return Json.object("name", Json.of(origin.name()), "articles", texts(origin.articleIds()));
  }

  private static Json texts(List<String> texts) {
    return Json.array(texts.stream().map(Json::of).toList());
  }
}

package colophon.evidence;

import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.brief.Rewriting;
import colophon.brief.Writing;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.llm.CallHistory;
import colophon.story.Origin;
import colophon.story.StoryRevision;
import java.util.ArrayList;
import java.util.List;

/** What the writer was given, what it was asked, what it answered, and the drafts. */
final class WritingPart {

  private static final int MOST_REQUEST_BYTES = 64 << 20;

  /** What a model was sent, and what it answered. */
  static final String REQUEST = "request.json";

  static final String ANSWER = "answer.json";

  private static final int NAME_DIGITS = 16;

  private final CallHistory calls;
  private final BriefStore briefs;

  WritingPart(CallHistory calls, BriefStore briefs) {
    this.calls = calls;
    this.briefs = briefs;
  }

  /**
   * Adds how a draft came to be.
   *
   * @param drafts every draft of the same run and story up to this one
   */
  void add(Draft draft, String runId, List<Draft> drafts, StoryRevision story, Shelf shelf) {
    shelf.put(
        "writing/story.json", "the articles that were taken to report one event", json(story));
    for (Draft each : drafts) {
      briefs
          .document(each.id())
          .ifPresent(document ->
              shelf.put(
                  "writing/drafts/" + each.id() + ".json",
                  each.id().equals(draft.id())
                      ? "the draft that was published"
                      : "an earlier state of the draft",
                  document));
    }
    List<Writing> sections =
        drafts.stream()
            .flatMap(each -> each.rewritings().stream())
            .map(Rewriting::writing)
            .distinct()
            .toList();
    var list = new ArrayList<Json>();
    for (CallHistory.Call call : calls.of(runId, draft.storyId())) {
      list.add(json(call));
      sections.forEach(section -> section(section, call, shelf));
      byte[] request = call.request();
      if (request != null && call.requestDigest().equals(draft.writing().request())) {
        request(draft, request, shelf);
      }
      byte[] answer = call.answer();
      if (answer != null && draft.writing().response().equals(call.answerDigest())) {
        put(shelf, "writing/" + ANSWER, "what the model answered", answer);
      }
    }
    shelf.put("writing/calls.json", "every call to the model for this story", new Json.Arr(list));
  }

  /** Where what a model was asked, or answered, for a section lies in a bundle. */
  static String sectionFile(Writing section, String name) {
    return "writing/sections/" + section.response().brief(NAME_DIGITS) + "/" + name;
  }

  private static void section(Writing section, CallHistory.Call call, Shelf shelf) {
    byte[] request = call.request();
    if (request != null && call.requestDigest().equals(section.request())) {
      put(
          shelf,
          sectionFile(section, REQUEST),
          "all that the model was sent where a section was wanted again",
          request);
    }
    byte[] answer = call.answer();
    if (answer != null && section.response().equals(call.answerDigest())) {
      put(shelf, sectionFile(section, ANSWER), "what the model answered to that", answer);
    }
  }

  private static void request(Draft draft, byte[] request, Shelf shelf) {
    put(shelf, "writing/" + REQUEST, "all that the model was sent", request);
    try {
      Json.Obj document = JsonReader.readObject(request, MOST_REQUEST_BYTES);
      if (document.get("system") instanceof Json.Str system && !shelf.has("writing/prompt.txt")) {
        PromptText.in(system.value(), draft.writing().prompt())
            .ifPresent(prompt ->
                shelf.put(
                    "writing/prompt.txt", "the newsroom's instructions to the model", prompt));
      }
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a kept request is damaged: " + e.getMessage(), e);
    }
  }

  /** The same request may have been sent twice. */
  private static void put(Shelf shelf, String path, String what, byte[] bytes) {
    if (!shelf.has(path)) {
      shelf.put(path, what, bytes);
    }
  }

  private static Json json(CallHistory.Call call) {
    Digest answer = call.answerDigest();
    return Json.object(
        "stage", Json.of(call.stage()),
        "number", Json.of(call.number()),
        "attempt", Json.of(call.attempt()),
        "model", Json.of(call.model()),
        "startedAt", Json.of(call.startedAt().toString()),
        "request", Json.of(call.requestDigest().toString()),
        "outcome", text(call.outcome()),
        "answer", answer == null ? new Json.Null() : Json.of(answer.toString()),
        "reason", text(call.reason()));
  }

  private static Json json(StoryRevision story) {
    var origins = new ArrayList<Json>();
    for (Origin origin : story.origins()) {
      origins.add(
          Json.object("name", Json.of(origin.name()), "articles", texts(origin.articleIds())));
    }
    return Json.object(
        "story", Json.of(story.storyId()),
        "revision", Json.of(story.number()),
        "articles", texts(story.articleIds()),
        "origins", Json.array(origins));
  }

  private static Json texts(List<String> texts) {
    return Json.array(texts.stream().map(Json::of).toList());
  }

  private static Json text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? new Json.Null() : Json.of(text);
  }
}

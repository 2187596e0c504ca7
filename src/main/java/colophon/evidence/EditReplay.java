package colophon.evidence;

import colophon.brief.Amended;
import colophon.brief.Amending;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.DraftDocument;
import colophon.brief.DraftReader;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Makes people's changes again on the draft that was written, and looks what comes of it. */
final class EditReplay {

  private static final String STAGE = "edit";
  private static final int MOST_BYTES = 64 << 20;

  private EditReplay() {}

  /** The stage from the draft that the writer delivered to the one that was published. */
  static ReplayStage replay(ReplayMaterial material, Draft written) throws JsonFormatException {
    Draft published = material.draft();
    if (written.id().equals(published.id())) {
      return new ReplayStage.Same(
          STAGE, "not edited, the draft that was written is the one published");
    }
    byte[] file = material.file(EditPart.FILE);
    if (file == null) {
      return new ReplayStage.NotReplayed(
          STAGE,
          "People made the draft "
              + published.id()
              + " of "
              + written.id()
              + "; what they changed is not at hand.");
    }
    if (!(JsonReader.read(file, MOST_BYTES) instanceof Json.Arr edits)) {
      throw new JsonFormatException("expected a list of changes in " + EditPart.FILE);
    }
    Deque<Brief> before = new ArrayDeque<>();
    Map<String, Brief> drafts = new HashMap<>();
    Brief brief = written.brief();
    drafts.put(written.id(), brief);
    int number = 0;
    for (Json item : edits.items()) {
      number++;
      Json.Obj edit = (Json.Obj) item;
      if (edit.get("amendment") instanceof Json.Obj amendment) {
        Amended amended = amended(brief, amendment, edit);
        if (!(amended instanceof Amended.Changed changed)) {
          return new ReplayStage.Differs(
              STAGE, "Change " + number + " cannot be made on what the ones before it left.");
        }
        before.push(brief);
        brief = changed.brief();
      } else if (edit.get("reopened") instanceof Json.Str taken) {
        Brief out = drafts.get(taken.value());
        if (out == null) {
          return new ReplayStage.Differs(
              STAGE, "Change " + number + " takes up a draft that none before it made.");
        }
        before.clear();
        brief = out;
      } else if (before.isEmpty()) {
        return new ReplayStage.Differs(
            STAGE, "Change " + number + " takes one back where none was made.");
      } else {
        brief = before.pop();
      }
      if (edit.get("draft") instanceof Json.Str draft) {
        drafts.put(draft.value(), brief);
      }
    }
    var again =
        new Draft(
            published.id(),
            published.storyId(),
            published.storyRevision(),
            brief,
            published.writing(),
            published.writtenAt());
    return Replay.compare(
        STAGE,
        DraftDocument.format(again),
        DraftDocument.format(published),
        "the draft with people's " + number + (number == 1 ? " change" : " changes"));
  }

  private static Amended amended(Brief brief, Json.Obj amendment, Json.Obj edit)
      throws JsonFormatException {
    if (!(edit.get("by") instanceof Json.Str by)) {
      throw new JsonFormatException("expected who made a change");
    }
    return Amending.apply(brief, DraftReader.amendment(CanonicalJson.bytes(amendment)), by.value());
  }
}

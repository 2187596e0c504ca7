package colophon.evidence;

import colophon.brief.Amended;
import colophon.brief.Amending;
import colophon.brief.Amendment;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.DraftDocument;
import colophon.brief.DraftReader;
import colophon.brief.Rewriting;
import colophon.brief.Section;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.llm.MessageFormatException;
import colophon.llm.StoredWriting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Deque<State> before = new ArrayDeque<>();
    Map<String, State> drafts = new HashMap<>();
    var state = new State(written.brief(), List.of());
    drafts.put(written.id(), state);
    int number = 0;
    for (Json item : edits.items()) {
      number++;
      Json.Obj edit = (Json.Obj) item;
      if (edit.get("amendment") instanceof Json.Obj document) {
        Amendment amendment = DraftReader.amendment(CanonicalJson.bytes(document));
        if (amendment instanceof Amendment.Renew renew) {
          Optional<ReplayStage> parted = renewed(material, state.brief(), renew, number);
          if (parted.isPresent()) {
            return parted.get();
          }
        }
        String by = by(edit);
        Amended amended = Amending.apply(state.brief(), amendment, by);
        if (!(amended instanceof Amended.Changed changed)) {
          return new ReplayStage.Differs(
              STAGE, "Change " + number + " cannot be made on what the ones before it left.");
        }
        before.push(state);
        state =
            new State(
                changed.brief(),
                Rewriting.after(state.rewritings(), amendment, changed.brief(), by));
      } else if (edit.get("reopened") instanceof Json.Str taken) {
        State out = drafts.get(taken.value());
        if (out == null) {
          return new ReplayStage.Differs(
              STAGE, "Change " + number + " takes up a draft that none before it made.");
        }
        before.clear();
        state = out;
      } else if (before.isEmpty()) {
        return new ReplayStage.Differs(
            STAGE, "Change " + number + " takes one back where none was made.");
      } else {
        state = before.pop();
      }
      if (edit.get("draft") instanceof Json.Str draft) {
        drafts.put(draft.value(), state);
      }
    }
    var again =
        new Draft(
            published.id(),
            published.storyId(),
            published.storyRevision(),
            state.brief(),
            published.writing(),
            state.rewritings(),
            published.writtenAt());
    return Replay.compare(
        STAGE,
        DraftDocument.format(again),
        DraftDocument.format(published),
        "the draft with people's " + number + (number == 1 ? " change" : " changes"));
  }

  /** The words of a draft, and which of its sections were written again. */
  private record State(Brief brief, List<Rewriting> rewritings) {}

  /** Makes a section again from the stored answer; the stage where that cannot be, or parts. */
  private static Optional<ReplayStage> renewed(
      ReplayMaterial material, Brief present, Amendment.Renew renew, int number) {
    byte[] request = material.file(WritingPart.sectionFile(renew.writing(), WritingPart.REQUEST));
    byte[] answer = material.file(WritingPart.sectionFile(renew.writing(), WritingPart.ANSWER));
    if (request == null || answer == null) {
      return Optional.of(
          material.missing(
              STAGE,
              request == null ? renew.writing().request() : renew.writing().response(),
              "What the model was sent or answered for the section of change " + number));
    }
    try {
      Section again =
          StoredWriting.section(request, answer, material.dossier(), present, renew.sentenceId());
      return again.equals(renew.section())
          ? Optional.empty()
          : Optional.of(
              new ReplayStage.Differs(
                  STAGE,
                  "The section of change "
                      + number
                      + ", "
                      + Difference.first(again.words(), renew.section().words())));
    } catch (MessageFormatException e) {
      return Optional.of(
          new ReplayStage.Differs(
              STAGE,
              "The answer for the section of change "
                  + number
                  + " does not fit: "
                  + e.getMessage()));
    }
  }

  private static String by(Json.Obj edit) throws JsonFormatException {
    if (edit.get("by") instanceof Json.Str by) {
      return by.value();
    }
    throw new JsonFormatException("expected who made a change");
  }
}

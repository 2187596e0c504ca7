package colophon.desk;

import colophon.copydesk.NewNote;
import colophon.copydesk.NoteDesk;
import colophon.copydesk.NoteResult;
import colophon.story.DeskNote;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Desk notes, for scripts to write in an editor's name. */
@RestController
@RequestMapping("/api/v1/drafts/{draft}/notes")
final class ApiNotes {

  /** A note to write; {@code source} is who knows it. */
  public record Write(
      String text, String source, Instant learntAt, String confirmed, boolean onRecord) {}

  /**
   * A note on a draft.
   *
   * @param article and passage that a sentence is bound to
   * @param source who knows it
   * @param cited whether a sentence of the draft rests on it
   */
  public record Note(
      String id,
      String article,
      int passage,
      String text,
      String source,
      Instant learntAt,
      String confirmed,
      boolean onRecord,
      String writtenBy,
      Instant writtenAt,
      boolean cited) {

    static Note of(DeskNote note, String text, boolean cited) {
      return new Note(
          note.id(),
          note.articleId(),
          DeskNote.WORDS,
          text,
          note.who(),
          note.learntAt(),
          note.confirmed(),
          note.onRecord(),
          note.writtenBy(),
          note.writtenAt(),
          cited);
    }
  }

  private final NoteDesk notes;
  private final ApiDrafts drafts;

  ApiNotes(NoteDesk notes, ApiDrafts drafts) {
    this.notes = notes;
    this.drafts = drafts;
  }

  @PostMapping
  ApiDraft write(HttpServletRequest request, @PathVariable String draft) {
    Write asked = ApiContract.body(request, Write.class);
    drafts.sheet(draft);
    var note =
        new NewNote(
            asked.text(), asked.source(), asked.learntAt(), asked.confirmed(), asked.onRecord());
    return switch (notes.write(draft, note, ApiUser.current().person())) {
      case NoteDesk.Written.Kept ignored -> drafts.of(drafts.sheet(draft));
      case NoteDesk.Written.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
    };
  }

  @PostMapping("/{note}/strike")
  ApiDraft strike(@PathVariable String draft, @PathVariable String note) {
    drafts.sheet(draft);
    return switch (notes.strike(draft, note, ApiUser.current().person())) {
      case NoteResult.Noted ignored -> drafts.of(drafts.sheet(draft));
      case NoteResult.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
    };
  }
}

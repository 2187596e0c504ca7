package colophon.desk;

import colophon.article.Article;
import colophon.brief.Amendment;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.EditResult;
import colophon.copydesk.NewNote;
import colophon.copydesk.NoteDesk;
import colophon.copydesk.Worksheet;
import colophon.story.DeskNote;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What editors know themselves: written down on a draft, and struck again. */
@RestController
@RequestMapping("/desk/review/{draft}/notes")
final class NoteActions {

  private final CopyDesk desk;
  private final NoteDesk notes;
  private final ReviewPage page;

  NoteActions(CopyDesk desk, NoteDesk notes, ReviewPage page) {
    this.desk = desk;
    this.notes = notes;
    this.page = page;
  }

  /**
   * Writes a note.
   *
   * @param before the sentence's words as they were seen
   * @param learnt a date and a time in UTC
   * @param record on or off
   * @param bind whether the sentence rests on it from now on, beside what it rests on already
   */
  @PostMapping
  ResponseEntity<String> write(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam String sentence,
      @RequestParam String before,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String learnt,
      @RequestParam(defaultValue = "") String confirmed,
      @RequestParam(defaultValue = "off") String record,
      @RequestParam(defaultValue = "false") boolean bind) {
    boolean on = record.equals("on");
    var note = new NewNote(text, who, instant(learnt), confirmed, on);
    return switch (notes.write(draft, note, Pages.user().person())) {
      case NoteDesk.Written.Refused refused ->
          page.show(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              page.sheet(draft),
              new ReviewDesk.Chosen(
                  sentence, "", new NoteView.Given(text, who, learnt, confirmed, !on, true)),
              refused.reason());
      case NoteDesk.Written.Kept kept ->
          bind
              ? bound(request, draft, seen, sentence, before, kept.note())
              : shown(request, draft, sentence, kept.note(), "The desk note is kept.");
    };
  }

  private ResponseEntity<String> bound(
      HttpServletRequest request,
      String draft,
      String seen,
      String sentence,
      String before,
      DeskNote note) {
    Worksheet sheet = page.sheet(draft);
    List<Citation> rests =
        sheet.draft().brief().sentence(sentence).map(Sentence::citations).orElse(List.of());
    Article words = desk.sources(sheet.draft()).article(note.articleId()).orElseThrow();
    var bind =
        new Amendment.Bind(
            sentence,
            before,
            QuotedWords.with(
                rests, Citation.of(words, DeskNote.WORDS, words.passage(DeskNote.WORDS).span())));
    return switch (desk.amend(seen, bind, Pages.user().person())) {
      case EditResult.Saved ignored ->
          shown(
              request,
              draft,
              sentence,
              note,
              "The desk note is kept, and the sentence rests on it; it was checked again.");
      case EditResult.Refused refused ->
          shown(
              request,
              draft,
              sentence,
              note,
              "The desk note is kept, and the sentence does not rest on it: " + refused.reason());
      case EditResult.Stale ignored ->
          shown(
              request,
              draft,
              sentence,
              note,
              "The desk note is kept. A colleague changed the sentence meanwhile, so it does not"
                  + " rest on it yet; look at its words, then bind it.");
    };
  }

  /** Strikes a note that no sentence rests on. */
  @PostMapping("/{note}/strike")
  ResponseEntity<String> strike(
      HttpServletRequest request,
      @PathVariable String draft,
      @PathVariable String note,
      @RequestParam(defaultValue = "") String sentence) {
    return page.noted(
        request,
        draft,
        sentence,
        notes.strike(draft, note, Pages.user().person()),
        "The desk note is struck.");
  }

  private ResponseEntity<String> shown(
      HttpServletRequest request, String draft, String sentence, DeskNote note, String notice) {
    return page.show(
        request,
        HttpStatus.OK,
        page.looked(page.sheet(draft), sentence, Pages.user()),
        new ReviewDesk.Chosen(sentence, note.articleId(), NoteView.Given.NOTHING),
        notice);
  }

  private static @Nullable Instant instant(String local) {
    try {
      return local.isBlank() ? null : LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}

package colophon.desk;

import colophon.access.Role;
import colophon.brief.Amendment;
import colophon.brief.Sentence;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.EditResult;
import colophon.copydesk.NoteResult;
import colophon.copydesk.Person;
import colophon.copydesk.Presence;
import colophon.copydesk.Worksheet;
import colophon.review.Copy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The screen on which a draft meets its evidence. */
@RestController
final class ReviewPage {

  /** How much evidence a page keeps at hand: of so many sentences before and after. */
  static final int AHEAD_BEFORE = 2;

  static final int AHEAD_AFTER = 5;

  private final CopyDesk desk;
  private final ReviewDesk reviews;
  private final Presence presence;
  private final Pages pages;

  ReviewPage(CopyDesk desk, ReviewDesk reviews, Presence presence, Pages pages) {
    this.presence = presence;
    this.desk = desk;
    this.reviews = reviews;
    this.pages = pages;
  }

  @GetMapping("/desk/review/{draft}")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String sentence) {
    Worksheet sheet = sheet(draft);
    DeskUser user = Pages.user();
    if (user.is(Role.EDITOR) && sheet.openedAt(user.person()).isEmpty()) {
      desk.note(draft, new DeskEvent.Opened(), user.person());
    }
    if (user.is(Role.EDITOR) && sheet.copy() instanceof Copy.Waiting) {
      presence.here(draft, user.person());
    }
    return show(request, HttpStatus.OK, looked(sheet, sentence, user), sentence, "");
  }

  @GetMapping("/desk/review/{draft}/evidence/{sentence}")
  ResponseEntity<String> evidence(
      HttpServletRequest request,
      @PathVariable String draft,
      @PathVariable String sentence,
      @RequestParam(defaultValue = "") String source) {
    Worksheet sheet = sheet(draft);
    DeskUser user = Pages.user();
    boolean editor = user.is(Role.EDITOR);
    EvidenceView view =
        reviews.evidence(sheet, sentence, editor, source).orElseThrow(() -> noSentence(sentence));
    looked(sheet, sentence, user);
    return pages.page(request, "evidence", "Evidence", "queue", view);
  }

  /**
   * The evidence of the sentences around one, for a page that keeps it at hand. Nobody has looked
   * at it yet, so nothing is noted.
   */
  @GetMapping("/desk/review/{draft}/ahead/{sentence}")
  ResponseEntity<String> ahead(
      HttpServletRequest request, @PathVariable String draft, @PathVariable String sentence) {
    Worksheet sheet = sheet(draft);
    Sentence shown = sentence(sheet, sentence);
    boolean editor = Pages.user().is(Role.EDITOR);
    return pages.page(
        request,
        "ahead",
        "Evidence",
        "queue",
        reviews.around(sheet, shown, editor, AHEAD_BEFORE, AHEAD_AFTER));
  }

  /**
   * Notes that evidence which the page had at hand was shown, where it still is what it was;
   * otherwise nothing is noted and the page has to ask for it.
   *
   * @param shown the stamp of what was shown
   */
  @PostMapping("/desk/review/{draft}/looked")
  ResponseEntity<Void> looked(
      @PathVariable String draft, @RequestParam String sentence, @RequestParam String shown) {
    Worksheet sheet = sheet(draft);
    DeskUser user = Pages.user();
    boolean same =
        reviews
            .evidence(sheet, sentence, user.is(Role.EDITOR), "")
            .filter(view -> view.stamp().equals(shown))
            .isPresent();
    if (same) {
      looked(sheet, sentence, user);
    }
    return ResponseEntity.status(same ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT).build();
  }

  /**
   * The screen after something was done, with a word about it.
   *
   * @param sentence whose evidence is shown; where the draft has none of that id, the one that was
   *     selected when the form was sent
   */
  ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      Worksheet sheet,
      String sentence,
      String notice) {
    String source = request.getParameter("source");
    var chosen =
        new ReviewDesk.Chosen(selected(request, sheet, sentence), source == null ? "" : source);
    return show(request, status, sheet, chosen, notice);
  }

  private static String selected(HttpServletRequest request, Worksheet sheet, String sentence) {
    String before = request.getParameter("current");
    return before == null || sheet.draft().brief().sentence(sentence).isPresent()
        ? sentence
        : before;
  }

  /** The screen after a change, whose evidence is looked at from then on. */
  ResponseEntity<String> changed(
      HttpServletRequest request, Worksheet sheet, String sentence, String notice) {
    return show(request, HttpStatus.OK, looked(sheet, sentence, Pages.user()), sentence, notice);
  }

  /** The same with what stands beside the sentence. */
  ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      Worksheet sheet,
      ReviewDesk.Chosen chosen,
      String notice) {
    DeskUser user = Pages.user();
    String open = PresencePage.words(presence.others(sheet.root().id(), user.person()));
    ReviewView view =
        reviews.view(sheet, user.person(), user.is(Role.EDITOR), chosen, notice, open);
    boolean part = request.getHeader("HX-Request") != null;
    return pages.page(
        request, status, part ? "reviewbody" : "review", view.headline(), "queue", view);
  }

  /** The screen after something was noted, or why it was not. */
  ResponseEntity<String> noted(
      HttpServletRequest request, String draft, String sentence, NoteResult result, String done) {
    return switch (result) {
      case NoteResult.Noted ignored -> show(request, HttpStatus.OK, sheet(draft), sentence, done);
      case NoteResult.Refused refused ->
          show(request, HttpStatus.UNPROCESSABLE_CONTENT, sheet(draft), sentence, refused.reason());
    };
  }

  /** Shows both changes of one sentence, so that neither is lost. */
  ResponseEntity<String> merge(
      HttpServletRequest request, EditResult.Stale stale, Amendment amendment, String mine) {
    var view =
        new MergeView(
            stale.worksheet().root().id(),
            stale.worksheet().draft().id(),
            amendment.sentenceId(),
            amendment.before(),
            stale.theirs(),
            stale.by().name(),
            mine);
    boolean part = request.getHeader("HX-Request") != null;
    return pages.page(
        request,
        HttpStatus.CONFLICT,
        part ? "mergebody" : "merge",
        "Changed meanwhile",
        "queue",
        view);
  }

  Worksheet sheet(String draft) {
    return desk.worksheet(draft).orElseThrow(() -> missing("There is no draft " + draft + "."));
  }

  private static Sentence sentence(Worksheet sheet, String id) {
    return sheet.draft().brief().sentence(id).orElseThrow(() -> noSentence(id));
  }

  private static ResponseStatusException noSentence(String id) {
    return missing("There is no sentence " + id + " in this draft.");
  }

  /** Notes that an editor saw a sentence beside its evidence, once for its present words. */
  Worksheet looked(Worksheet sheet, String sentence, DeskUser user) {
    Person person = user.person();
    Optional<Sentence> seen = sheet.draft().brief().sentence(sentence);
    if (!user.is(Role.EDITOR) || seen.isEmpty() || sheet.opened(person).contains(sentence)) {
      return sheet;
    }
    desk.note(sheet.draft().id(), new DeskEvent.Looked(sentence, seen.get().text()), person);
    return sheet(sheet.draft().id());
  }

  static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}

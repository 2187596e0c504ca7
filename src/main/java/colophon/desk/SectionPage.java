package colophon.desk;

import colophon.access.Role;
import colophon.brief.Amendment;
import colophon.brief.Draft;
import colophon.brief.Rewriting;
import colophon.brief.Section;
import colophon.brief.SectionOrder;
import colophon.brief.Writing;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.EditResult;
import colophon.copydesk.Rewrite;
import colophon.copydesk.Rewrites;
import colophon.copydesk.Worksheet;
import colophon.pipeline.Pipeline;
import colophon.review.Copy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A section that the writer writes again: what stands, what it proposes, and the choice. */
@RestController
final class SectionPage {

  /**
   * The page.
   *
   * @param subhead as it stands
   * @param problem why nothing was done; empty where there is none
   * @param mayAsk whether the person may have it written
   */
  public record SectionView(
      String root,
      String section,
      String subhead,
      String problem,
      int mostNote,
      boolean mayAsk,
      WrittenSide present,
      Proposal proposal) {}

  /**
   * The last thing that was asked for.
   *
   * @param id empty where nothing was asked yet
   * @param state {@code none} or the name of a {@link Rewrite.State} in small letters
   * @param words what to know of it, a sentence
   * @param stands whether the section still has the words that were to be replaced
   * @param written null where there is nothing to read
   */
  public record Proposal(
      String root,
      String section,
      String id,
      String state,
      String words,
      String note,
      boolean stands,
      boolean mayAct,
      @Nullable WrittenSide written) {}

  private final CopyDesk desk;
  private final Rewrites rewrites;
  private final ReviewPage reviews;
  private final Pages pages;
  private final LiveParts parts;
  private final InstantSource clock;

  SectionPage(
      CopyDesk desk,
      Rewrites rewrites,
      ReviewPage reviews,
      Pages pages,
      LiveParts parts,
      InstantSource clock) {
    this.desk = desk;
    this.rewrites = rewrites;
    this.reviews = reviews;
    this.pages = pages;
    this.parts = parts;
    this.clock = clock;
  }

  @GetMapping("/desk/review/{draft}/sections/{section}")
  ResponseEntity<String> page(
      HttpServletRequest request, @PathVariable String draft, @PathVariable String section) {
    return show(request, HttpStatus.OK, draft, section, "");
  }

  /** What the writer proposes, again and again while it is at work. */
  @GetMapping(
      path = "/desk/review/{draft}/sections/{section}/stream",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(
      HttpServletRequest request, @PathVariable String draft, @PathVariable String section) {
    Frame frame = pages.frame(request, "A section written again", "queue");
    boolean editor = Pages.user().is(Role.EDITOR);
    return parts.stream(
        () -> pages.part(frame, "proposal", proposal(reviews.sheet(draft), section, editor)));
  }

  @PostMapping("/desk/review/{draft}/sections/{section}")
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @PathVariable String draft,
      @PathVariable String section,
      @RequestParam(defaultValue = "") String note) {
    return switch (rewrites.ask(draft, section, note, Pages.user().person())) {
      case Rewrites.Begun ignored -> seeOther(draft, section);
      case Rewrites.Refused refused ->
          show(request, HttpStatus.UNPROCESSABLE_CONTENT, draft, section, refused.reason());
    };
  }

  @PostMapping("/desk/review/{draft}/sections/{section}/take")
  ResponseEntity<String> take(
      HttpServletRequest request,
      @PathVariable String draft,
      @PathVariable String section,
      @RequestParam String proposal) {
    return switch (rewrites.take(proposal, Pages.user().person())) {
      case EditResult.Saved saved ->
          DeskAnswers.seeOther(
              "/desk/review/" + saved.worksheet().root().id() + "?sentence=" + section);
      case EditResult.Stale stale ->
          show(
              request,
              HttpStatus.CONFLICT,
              draft,
              section,
              stale.by().name()
                  + " changed this section after it was asked for; nothing was replaced. Ask again,"
                  + " or leave it.");
      case EditResult.Refused refused ->
          show(request, HttpStatus.UNPROCESSABLE_CONTENT, draft, section, refused.reason());
    };
  }

  @PostMapping("/desk/review/{draft}/sections/{section}/leave")
  ResponseEntity<String> leave(
      HttpServletRequest request,
      @PathVariable String draft,
      @PathVariable String section,
      @RequestParam String proposal) {
    return rewrites.leave(proposal, Pages.user().person())
        ? seeOther(draft, section)
        : show(
            request,
            HttpStatus.CONFLICT,
            draft,
            section,
            "Somebody has decided on this section already.");
  }

  private static ResponseEntity<String> seeOther(String draft, String section) {
    return DeskAnswers.seeOther("/desk/review/" + draft + "/sections/" + section);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, String draft, String section, String problem) {
    Worksheet sheet = reviews.sheet(draft);
    Section present = present(sheet, section);
    boolean editor = Pages.user().is(Role.EDITOR);
    var view =
        new SectionView(
            sheet.root().id(),
            section,
            present.subhead().text(),
            problem,
            SectionOrder.MOST_NOTE,
            editor && sheet.copy() instanceof Copy.Waiting,
            WrittenSide.of(
                writing(sheet.draft(), section),
                present.sentences(),
                Optional.of(sheet.copy().report())),
            proposal(sheet, section, editor));
    return pages.page(request, status, "section", "A section written again", "queue", view);
  }

  private static Section present(Worksheet sheet, String section) {
    return sheet
        .draft()
        .brief()
        .section(section)
        .orElseThrow(() -> ReviewPage.missing("There is no section " + section + " here."));
  }

  private static Writing writing(Draft draft, String section) {
    return draft.rewritings().stream()
        .filter(each -> each.sentences().contains(section))
        .map(Rewriting::writing)
        .findFirst()
        .orElse(draft.writing());
  }

  private Proposal proposal(Worksheet sheet, String section, boolean editor) {
    Optional<Rewrite> found = rewrites.last(sheet.root().id(), section);
    if (found.isEmpty()) {
      return new Proposal(
          sheet.root().id(),
          section,
          "",
          "none",
          "Nobody has asked for it yet.",
          "",
          false,
          false,
          null);
    }
    Rewrite rewrite = found.get();
    Rewrite.State state = rewrite.state(clock.instant());
    Amendment.Renew renew = rewrite.amendment();
    boolean waits = sheet.copy() instanceof Copy.Waiting;
    Optional<Pipeline> pipeline = desk.pipeline(sheet.draft());
    return new Proposal(
        sheet.root().id(),
        section,
        rewrite.id(),
        state.name().toLowerCase(java.util.Locale.ROOT),
        words(rewrite, state),
        rewrite.note(),
        present(sheet, section).words().equals(rewrite.before()),
        editor && waits && state == Rewrite.State.READY,
        renew == null || state == Rewrite.State.TAKEN
            ? null
            : WrittenSide.of(
                renew.writing(),
                renew.section().sentences(),
                pipeline.map(each -> rewrites.check(sheet, each, renew.section()))));
  }

  private static String words(Rewrite rewrite, Rewrite.State state) {
    String asked =
        rewrite.by().name() + " asked for it " + DeskWords.moment(rewrite.askedAt()) + ". ";
    return asked
        + switch (state) {
          case WRITING ->
              "The writer is at work; this page shows what comes as soon as it is there.";
          case STOPPED ->
              "The program stopped while it was written, so nothing will come; ask again.";
          case FAILED -> "Nothing was written. " + rewrite.reason();
          case READY -> "This is what was written; nothing has changed yet.";
          case TAKEN ->
              "It was taken, and stands in the draft. Undo there brings the old one back.";
          case LEFT -> "It was left, and the section stayed as it was.";
        };
  }
}

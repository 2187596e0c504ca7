package colophon.desk;

import colophon.copydesk.CopyDecision;
import colophon.copydesk.Decider;
import colophon.copydesk.Shelf;
import colophon.publication.Publication;
import colophon.review.Tick;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a draft: approved and published, sent back, spiked. */
@RestController
@RequestMapping("/desk/review/{draft}")
final class DecisionActions {

  static final String NO_ROLE = "Say in which role you take responsibility, such as editor.";

  static final String NO_REASON = "Say why it may go out although marks stand; it goes on record.";

  static final String SENT_BACK =
      "Sent back. It stands under \"put aside\" with your reason until somebody takes it up.";

  static final String SPIKED =
      "Spiked. It stands under \"put aside\"; whoever wants it after all takes it up there.";

  private final Decider decider;
  private final Shelf shelf;
  private final ReviewPage page;

  DecisionActions(Decider decider, Shelf shelf, ReviewPage page) {
    this.decider = decider;
    this.shelf = shelf;
    this.page = page;
  }

  @PostMapping("/approve")
  ResponseEntity<String> approve(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") Set<Tick> ticked) {
    if (role.isBlank()) {
      return refused(request, draft, NO_ROLE);
    }
    String spoken = note.isBlank() ? null : note.strip();
    return released(
        request,
        draft,
        decider.approve(seen, Pages.user().person(), role.strip(), spoken, ticked),
        spoken);
  }

  @PostMapping("/override")
  ResponseEntity<String> override(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "editor") String role,
      @RequestParam(defaultValue = "") String reason) {
    if (reason.isBlank()) {
      return refused(request, draft, NO_REASON);
    }
    return released(
        request, draft, decider.override(seen, Pages.user().person(), role.strip(), reason), null);
  }

  @PostMapping("/confirm")
  ResponseEntity<String> confirm(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "editor") String role,
      @RequestParam(defaultValue = "") Set<Tick> ticked) {
    return released(
        request,
        draft,
        decider.confirm(seen, Pages.user().person(), role.strip(), null, ticked),
        null);
  }

  /** Publishes what a decision let out, and says what became of it. */
  private ResponseEntity<String> released(
      HttpServletRequest request, String draft, CopyDecision decision, @Nullable String note) {
    return switch (decision) {
      case CopyDecision.Refused refused -> refused(request, draft, refused.reason());
      case CopyDecision.Done ignored -> done(request, draft, "Done.");
      case CopyDecision.Noted noted -> done(request, draft, noted.next());
      case CopyDecision.Approve approve ->
          done(
              request,
              draft,
              switch (decider.publish(approve.approved(), note)) {
                case Publication.Released released -> published(released);
                case Publication.Refused refused ->
                    "Not published: " + String.join(" ", refused.reasons());
                case Publication.Delayed delayed ->
                    "Approved. It goes out later: " + delayed.reason();
              });
    };
  }

  static String published(Publication.Released released) {
    return "Approved and published as version "
        + released.plan().version()
        + ": /briefs/"
        + released.plan().slug().value()
        + "/";
  }

  @PostMapping("/send-back")
  ResponseEntity<String> sendBack(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason) {
    return answer(request, draft, decider.sendBack(seen, Pages.user().person(), reason), SENT_BACK);
  }

  @PostMapping("/spike")
  ResponseEntity<String> spike(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason) {
    return answer(request, draft, decider.spike(seen, Pages.user().person(), reason), SPIKED);
  }

  /** Lets a draft wait again that was sent back or spiked. */
  @PostMapping("/take-up")
  ResponseEntity<String> takeUp(HttpServletRequest request, @PathVariable String draft) {
    return answer(
        request,
        draft,
        shelf.takeUp(draft, Pages.user().person()),
        "It waits again, with all that was done with it.");
  }

  private ResponseEntity<String> answer(
      HttpServletRequest request, String draft, CopyDecision decision, String done) {
    return decision instanceof CopyDecision.Refused refused
        ? refused(request, draft, refused.reason())
        : done(request, draft, done);
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, String draft, String sentence) {
    return page.show(request, HttpStatus.UNPROCESSABLE_CONTENT, page.sheet(draft), "", sentence);
  }

  private ResponseEntity<String> done(HttpServletRequest request, String draft, String sentence) {
    return page.show(request, HttpStatus.OK, page.sheet(draft), "", sentence);
  }
}

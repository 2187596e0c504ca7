package colophon.desk;

import colophon.copydesk.CopyDecision;
import colophon.copydesk.Decider;
import colophon.publication.Publication;
import jakarta.servlet.http.HttpServletRequest;
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

  private final Decider decider;
  private final ReviewPage page;

  DecisionActions(Decider decider, ReviewPage page) {
    this.decider = decider;
    this.page = page;
  }

  @PostMapping("/approve")
  ResponseEntity<String> approve(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String note) {
    if (role.isBlank()) {
      return refused(request, draft, "Say in which role you take responsibility, such as editor.");
    }
    String spoken = note.isBlank() ? null : note.strip();
    return switch (decider.approve(seen, Pages.user().person(), role.strip(), spoken)) {
      case CopyDecision.Refused refused -> refused(request, draft, refused.reason());
      case CopyDecision.Done ignored -> done(request, draft, "Done.");
      case CopyDecision.Approve approve ->
          switch (decider.publish(approve.approved(), spoken)) {
            case Publication.Released released ->
                done(
                    request,
                    draft,
                    "Approved and published as version "
                        + released.plan().version()
                        + ": /briefs/"
                        + released.plan().slug().value()
                        + "/");
            case Publication.Refused refused ->
                done(request, draft, "Not published: " + String.join(" ", refused.reasons()));
            case Publication.Delayed delayed ->
                done(request, draft, "Approved. It goes out later: " + delayed.reason());
          };
    };
  }

  @PostMapping("/send-back")
  ResponseEntity<String> sendBack(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason) {
    return answer(
        request, draft, decider.sendBack(seen, Pages.user().person(), reason), "Sent back.");
  }

  @PostMapping("/spike")
  ResponseEntity<String> spike(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason) {
    return answer(request, draft, decider.spike(seen, Pages.user().person(), reason), "Spiked.");
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

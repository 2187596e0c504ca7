package colophon.desk;

import colophon.access.Role;
import colophon.brief.BriefStore;
import colophon.copydesk.CopyDecision;
import colophon.copydesk.Decider;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is out, and the way to take it back. */
@RestController
final class PublishedPage {

  /** The briefs that are out. */
  public record View(List<Line> lines, boolean mayWithdraw, String notice) {
    public View {
      lines = List.copyOf(lines);
    }
  }

  /** One brief in its present version. */
  public record Line(String slug, String headline, String version, String when, String pipeline) {}

  private final PublicationStore publications;
  private final BriefStore briefs;
  private final Decider decider;
  private final Pages pages;

  PublishedPage(PublicationStore publications, BriefStore briefs, Decider decider, Pages pages) {
    this.publications = publications;
    this.briefs = briefs;
    this.decider = decider;
    this.pages = pages;
  }

  @GetMapping("/desk/published")
  ResponseEntity<String> page(HttpServletRequest request) {
    return page(request, HttpStatus.OK, "");
  }

  @PostMapping("/desk/published/{slug}/withdraw")
  ResponseEntity<String> withdraw(
      HttpServletRequest request,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String reason) {
    return switch (decider.withdraw(slug, Pages.user().person(), reason)) {
      case CopyDecision.Refused refused ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, refused.reason());
      case CopyDecision.Done ignored ->
          page(request, HttpStatus.OK, "Withdrawn. A notice stands in its place.");
      case CopyDecision.Approve ignored -> throw new IllegalStateException("not a withdrawal");
      case CopyDecision.Noted ignored -> throw new IllegalStateException("not a withdrawal");
    };
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, String notice) {
    DeskUser user = Pages.user();
    boolean may = user.is(Role.EDITOR) || user.is(Role.OPERATOR);
    var lines =
        publications.current().stream()
            .filter(plan -> publications.withdrawal(plan.briefId()).isEmpty())
            .map(this::line)
            .toList();
    return pages.page(
        request, status, "published", "Published", "published", new View(lines, may, notice));
  }

  private Line line(VersionPlan plan) {
    return new Line(
        plan.slug().value(),
        publications
            .draftOf(plan.briefId(), plan.version())
            .flatMap(briefs::draft)
            .map(draft -> draft.brief().headline().text())
            .orElse(plan.slug().value()),
        "version " + plan.version(),
        DeskWords.moment(plan.publishedAt()),
        plan.pipeline());
  }
}

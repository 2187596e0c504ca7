package colophon.desk;

import colophon.access.Role;
import colophon.brief.BriefStore;
import colophon.copydesk.CopyDecision;
import colophon.copydesk.Decider;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.DraftEdit;
import colophon.copydesk.RevisionResult;
import colophon.copydesk.Revisions;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

  /**
   * The briefs that are out.
   *
   * @param draft the id of a draft that the notice is about; empty where it is about none
   */
  public record View(
      List<Line> lines, boolean mayWithdraw, boolean mayRevise, String notice, String draft) {
    public View {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One brief in its present version.
   *
   * @param open who has taken it up, and when; empty where nobody has
   * @param draft that takes it up; empty where none does
   */
  public record Line(
      String slug,
      String headline,
      int version,
      String when,
      String pipeline,
      String open,
      String draft) {}

  private final PublicationStore publications;
  private final BriefStore briefs;
  private final Decider decider;
  private final Revisions revisions;
  private final Pages pages;

  PublishedPage(
      PublicationStore publications,
      BriefStore briefs,
      Decider decider,
      Revisions revisions,
      Pages pages) {
    this.revisions = revisions;
    this.publications = publications;
    this.briefs = briefs;
    this.decider = decider;
    this.pages = pages;
  }

  @GetMapping("/desk/published")
  ResponseEntity<String> page(HttpServletRequest request) {
    return page(request, HttpStatus.OK, "", "");
  }

  /** Takes up a brief, to correct or update it, and leads to the draft. */
  @PostMapping("/desk/published/{slug}/revise")
  ResponseEntity<String> revise(
      HttpServletRequest request,
      @PathVariable String slug,
      @RequestParam(defaultValue = "correction") String kind,
      @RequestParam(defaultValue = "") String note) {
    var told = new DeskEvent.Told(!kind.equals("update"), note);
    return switch (revisions.open(slug, told, Pages.user().person())) {
      case RevisionResult.Opened opened ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .header(HttpHeaders.LOCATION, "/desk/review/" + opened.worksheet().draft().id())
              .build();
      case RevisionResult.Refused refused ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, refused.reason(), refused.draftId());
    };
  }

  @PostMapping("/desk/published/{slug}/withdraw")
  ResponseEntity<String> withdraw(
      HttpServletRequest request,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String reason) {
    return switch (decider.withdraw(slug, Pages.user().person(), reason)) {
      case CopyDecision.Refused refused ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, refused.reason(), "");
      case CopyDecision.Done ignored ->
          page(request, HttpStatus.OK, "Withdrawn. A notice stands in its place.", "");
      case CopyDecision.Approve ignored -> throw new IllegalStateException("not a withdrawal");
      case CopyDecision.Noted ignored -> throw new IllegalStateException("not a withdrawal");
    };
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, String notice, String draft) {
    DeskUser user = Pages.user();
    boolean may = user.is(Role.EDITOR) || user.is(Role.OPERATOR);
    Map<String, DraftEdit> open = revisions.open();
    var lines =
        publications.current().stream()
            .filter(plan -> publications.withdrawal(plan.briefId()).isEmpty())
            .map(plan -> line(plan, open.get(plan.briefId())))
            .toList();
    return pages.page(
        request,
        status,
        "published",
        "Published",
        "published",
        new View(lines, may, user.is(Role.EDITOR), notice, draft));
  }

  private Line line(VersionPlan plan, @Nullable DraftEdit open) {
    return new Line(
        plan.slug().value(),
        publications
            .draftOf(plan.briefId(), plan.version())
            .flatMap(briefs::draft)
            .map(draft -> draft.brief().headline().text())
            .orElse(plan.slug().value()),
        plan.version(),
        DeskWords.moment(plan.publishedAt()),
        plan.pipeline(),
        open == null ? "" : open.by().name() + ", " + DeskWords.moment(open.at()),
        open == null ? "" : open.draftId());
  }
}

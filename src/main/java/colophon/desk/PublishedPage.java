package colophon.desk;

import colophon.access.Role;
import colophon.copydesk.CopyDecision;
import colophon.copydesk.Decider;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.DraftEdit;
import colophon.copydesk.RevisionResult;
import colophon.copydesk.Revisions;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import colophon.publication.ReleasedVersions;
import colophon.publication.Withdrawal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
   * @param taken those that were taken back, the latest first
   * @param more whether more were taken back than are listed
   * @param draft the id of a draft that the notice is about; empty where it is about none
   */
  public record View(
      List<Line> lines,
      List<Taken> taken,
      boolean more,
      boolean mayWithdraw,
      boolean mayRevise,
      String notice,
      String draft) {
    public View {
      taken = List.copyOf(taken);
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

  /** A brief that was taken back; its notice stands where it stood. */
  public record Taken(String slug, String headline, String when, String by, String why) {}

  /** The most briefs taken back that are listed. */
  private static final int MOST_TAKEN = 200;

  private static final String WITHDRAWN = "Withdrawn. A notice stands in its place.";

  private final PublicationStore publications;
  private final ReleasedVersions released;
  private final Headlines headlines;
  private final Decider decider;
  private final Revisions revisions;
  private final Pages pages;

  PublishedPage(
      PublicationStore publications,
      ReleasedVersions released,
      Headlines headlines,
      Decider decider,
      Revisions revisions,
      Pages pages) {
    this.revisions = revisions;
    this.publications = publications;
    this.released = released;
    this.headlines = headlines;
    this.decider = decider;
    this.pages = pages;
  }

  @GetMapping("/desk/published")
  ResponseEntity<String> page(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String withdrawn) {
    return page(request, HttpStatus.OK, withdrawn == null ? "" : WITHDRAWN, "");
  }

  /** What is done at these addresses is done once; opened again, they show what is out. */
  @GetMapping({"/desk/published/{slug}/withdraw", "/desk/published/{slug}/revise"})
  ResponseEntity<String> again() {
    return DeskAnswers.seeOther("/desk/published");
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
          DeskAnswers.seeOther("/desk/review/" + opened.worksheet().draft().id());
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
      case CopyDecision.Done ignored -> DeskAnswers.seeOther("/desk/published?withdrawn");
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
    List<Withdrawal> taken = released.withdrawals(Instant.EPOCH, Instant.MAX);
    return pages.page(
        request,
        status,
        "published",
        "Published",
        "published",
        new View(
            lines,
            taken.reversed().stream().limit(MOST_TAKEN).flatMap(this::taken).toList(),
            taken.size() > MOST_TAKEN,
            may,
            user.is(Role.EDITOR),
            notice,
            draft));
  }

  /** None of a brief that no reader was ever shown. */
  private Stream<Taken> taken(Withdrawal withdrawal) {
    return publications.released(withdrawal.briefId()).reversed().stream()
        .limit(1)
        .map(last ->
            new Taken(
                last.slug().value(),
                headlines.of(last),
                DeskWords.day(withdrawal.at()),
                withdrawal.by(),
                withdrawal.reason()));
  }

  private Line line(VersionPlan plan, @Nullable DraftEdit open) {
    return new Line(
        plan.slug().value(),
        headlines.of(plan),
        plan.version(),
        DeskWords.moment(plan.publishedAt()),
        plan.pipeline(),
        open == null ? "" : open.by().name() + ", " + DeskWords.moment(open.at()),
        open == null ? "" : open.draftId());
  }
}

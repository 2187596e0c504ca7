package colophon.desk;

import colophon.copydesk.CopyDesk;
import colophon.copydesk.Worksheet;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Drafts, for scripts to read. Reading notes nothing: only a person who sees a draft and its
 * evidence at the desk has looked at it.
 */
@RestController
final class ApiDrafts {

  /** What one sentence rests on. */
  public record Evidence(
      String draft,
      String sentence,
      String text,
      String state,
      List<EvidenceView.Card> sources,
      List<EvidenceView.CheckLine> checks,
      List<EvidenceView.Difference> differences,
      List<EvidenceView.Cut> hidden) {
    public Evidence {
      sources = List.copyOf(sources);
      checks = List.copyOf(checks);
      differences = List.copyOf(differences);
      hidden = List.copyOf(hidden);
    }
  }

  private final CopyDesk desk;
  private final ReviewDesk reviews;
  private final InstantSource clock;

  ApiDrafts(CopyDesk desk, InstantSource clock) {
    this.desk = desk;
    this.reviews = new ReviewDesk(desk, clock);
    this.clock = clock;
  }

  @GetMapping("/api/v1/drafts/{draft}")
  ApiDraft draft(@PathVariable String draft) {
    return of(sheet(draft));
  }

  @GetMapping("/api/v1/drafts/{draft}/evidence/{sentence}")
  Evidence evidence(@PathVariable String draft, @PathVariable String sentence) {
    Worksheet sheet = sheet(draft);
    EvidenceView view =
        reviews
            .evidence(sheet, sentence, false, "")
            .orElseThrow(
                () -> ApiProblem.missing("There is no sentence " + sentence + " in this draft."));
    return new Evidence(
        view.draft(),
        view.sentence(),
        view.text(),
        view.state(),
        view.cards(),
        view.checks(),
        view.differences(),
        view.cut());
  }

  Worksheet sheet(String draft) {
    return desk.worksheet(draft)
        .orElseThrow(() -> ApiProblem.missing("There is no draft " + draft + "."));
  }

  ApiDraft of(Worksheet sheet) {
    return ApiDraft.of(sheet, desk.sources(sheet.draft()), clock.instant());
  }
}

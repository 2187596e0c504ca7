package colophon.desk;

import colophon.access.AccountStore;
import colophon.edition.VersionPlan;
import colophon.evidence.EvidenceBundle;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one brief came to be, version by version, and whether that holds. */
@RestController
final class HistoryPage {

  /** The history, with findings or a receipt where they were asked for. */
  public record View(
      HistoryView history, int asked, @Nullable FindingsView findings, boolean receipt) {}

  private final HistoryDesk desk;
  private final colophon.evidence.EvidenceDesk evidence;
  private final AccountStore accounts;
  private final VersionCheck checks;
  private final Pages pages;

  HistoryPage(
      HistoryDesk desk,
      colophon.evidence.EvidenceDesk evidence,
      AccountStore accounts,
      VersionCheck checks,
      Pages pages) {
    this.desk = desk;
    this.evidence = evidence;
    this.accounts = accounts;
    this.checks = checks;
    this.pages = pages;
  }

  @GetMapping("/desk/audit/{slug}")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable String slug) {
    return page(request, new View(desk.history(slug), 0, null, false));
  }

  /** The brief's provenance as a picture whose parts open, and as a list. */
  @GetMapping("/desk/audit/{slug}/picture")
  ResponseEntity<String> picture(HttpServletRequest request, @PathVariable String slug) {
    ProvenanceView view = desk.provenance(slug);
    return pages.page(request, "provenance", "Where it comes from", "audit", view);
  }

  /** What is asked at these addresses is asked by a form; opened again, they show the version. */
  @GetMapping("/desk/audit/{slug}/{version}/{act:verify|receipt|bundle}")
  ResponseEntity<String> again(@PathVariable String slug, @PathVariable String version) {
    return DeskAnswers.seeOther(
        "/desk/audit/" + slug + "#v" + desk.version(slug, version).version());
  }

  /** Verifies the version's folder on the site as anybody would. */
  @PostMapping("/desk/audit/{slug}/{version}/verify")
  ResponseEntity<String> verify(
      HttpServletRequest request, @PathVariable String slug, @PathVariable String version) {
    VersionPlan plan = desk.version(slug, version);
    return page(request, new View(desk.history(slug), plan.version(), checks.of(plan), false));
  }

  /** Shows what is kept of a person's review; who looked is noted. */
  @PostMapping("/desk/audit/{slug}/{version}/receipt")
  ResponseEntity<String> receipt(
      HttpServletRequest request, @PathVariable String slug, @PathVariable String version) {
    VersionPlan plan = desk.version(slug, version);
    note("looked at a review receipt", plan);
    return page(request, new View(desk.history(slug), plan.version(), null, true));
  }

  /** Hands the evidence bundle out; who took it is noted. */
  @PostMapping("/desk/audit/{slug}/{version}/bundle")
  ResponseEntity<byte[]> bundle(@PathVariable String slug, @PathVariable String version) {
    VersionPlan plan = desk.version(slug, version);
    EvidenceBundle bundle = evidence.bundle(plan);
    note("took an evidence bundle", plan);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + bundle.fileName() + "\"")
        .body(bundle.zip());
  }

  private void note(String act, VersionPlan plan) {
    accounts.act(Pages.user().account().login(), act, plan.briefId(), "version " + plan.version());
  }

  private ResponseEntity<String> page(HttpServletRequest request, View view) {
    return pages.page(request, "history", view.history().headline(), "audit", view);
  }
}

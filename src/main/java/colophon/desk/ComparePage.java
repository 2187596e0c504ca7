package colophon.desk;

import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.brief.Role;
import colophon.copydesk.BriefDifference;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Revision;
import colophon.copydesk.Worksheet;
import colophon.edition.VersionPlan;
import colophon.excerpt.Stretch;
import colophon.pipeline.Pipeline;
import colophon.publication.PublicationStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two versions of a brief, or a draft and what is out, sentence by sentence. */
@RestController
final class ComparePage {

  private static final Map<Role, String> PLACES =
      new EnumMap<>(
          Map.of(
              Role.HEADLINE, "headline",
              Role.STANDFIRST, "standfirst",
              Role.LEDE, "lede",
              Role.SUBHEAD, "subhead",
              Role.BODY, "text"));

  private final PublicationStore publications;
  private final BriefStore briefs;
  private final CopyDesk desk;
  private final Pages pages;

  ComparePage(PublicationStore publications, BriefStore briefs, CopyDesk desk, Pages pages) {
    this.publications = publications;
    this.briefs = briefs;
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * Two versions that are or were out.
   *
   * @param from the earlier one; 0 for the one before {@code to}
   * @param to the later one; 0 for the newest
   */
  @GetMapping("/desk/published/{slug}/compare")
  ResponseEntity<String> versions(
      HttpServletRequest request,
      @PathVariable String slug,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "0") int to) {
    List<VersionPlan> released =
        publications.briefId(slug).map(publications::released).orElse(List.of());
    if (released.isEmpty()) {
      throw ReviewPage.missing("The brief \"" + slug + "\" was never out.");
    }
    int last = to == 0 ? released.getLast().version() : to;
    int first = from == 0 ? Math.max(1, last - 1) : from;
    VersionPlan later = plan(released, last);
    Brief before = words(plan(released, first));
    Brief after = words(later);
    String note = later.note();
    return show(
        request,
        new CompareView(
            after.headline().text(),
            slug,
            "version " + first,
            "version " + last,
            note == null ? "" : note,
            "",
            List.of(),
            released.stream().map(VersionPlan::version).toList(),
            first,
            last,
            new CompareView.Back("/desk/published", "Published")),
        BriefDifference.between(before, after));
  }

  /** A draft beside what is out, or beside what the writer delivered where nothing is. */
  @GetMapping("/desk/review/{draft}/compare")
  ResponseEntity<String> draft(HttpServletRequest request, @PathVariable String draft) {
    Worksheet sheet =
        desk.worksheet(draft)
            .orElseThrow(() -> ReviewPage.missing("There is no draft " + draft + "."));
    Brief after = sheet.draft().brief();
    Other other = other(sheet);
    return show(
        request,
        new CompareView(
            after.headline().text(),
            "",
            other.words(),
            "this draft",
            "",
            "",
            List.of(),
            List.of(),
            0,
            0,
            new CompareView.Back("/desk/review/" + sheet.root().id(), "The draft")),
        BriefDifference.between(other.brief(), after));
  }

  private record Other(String words, Brief brief) {}

  private Other other(Worksheet sheet) {
    Revision revision = sheet.revision();
    Brief taken = revision == null ? null : revision.published();
    if (revision != null && taken != null) {
      return new Other("version " + revision.version() + ", which is out", taken);
    }
    Draft draft = sheet.draft();
    Optional<VersionPlan> out =
        desk.pipeline(draft)
            .map(Pipeline::name)
            .map(name -> publications.released(BriefStore.idOf(name, draft.storyId())))
            .filter(released -> !released.isEmpty())
            .map(List::getLast);
    return out.flatMap(plan ->
            publications
                .draftOf(plan.briefId(), plan.version())
                .filter(id -> !id.equals(draft.id()))
                .flatMap(briefs::draft)
                .map(each ->
                    new Other("version " + plan.version() + ", which is out", each.brief())))
        .orElseGet(() -> new Other("what the writer delivered", sheet.root().brief()));
  }

  private static VersionPlan plan(List<VersionPlan> released, int version) {
    return released.stream()
        .filter(plan -> plan.version() == version)
        .findFirst()
        .orElseThrow(
            () -> ReviewPage.missing("Version " + version + " of this brief was never out."));
  }

  private Brief words(VersionPlan plan) {
    return publications
        .draftOf(plan.briefId(), plan.version())
        .flatMap(briefs::draft)
        .map(Draft::brief)
        .orElseThrow(() ->
            ReviewPage.missing("The words of version " + plan.version() + " were erased here."));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, CompareView view, BriefDifference difference) {
    var whole =
        new CompareView(
            view.headline(),
            view.slug(),
            view.before(),
            view.after(),
            view.note(),
            counts(difference),
            difference.rows().stream().map(ComparePage::row).toList(),
            view.versions(),
            view.from(),
            view.to(),
            view.back());
    return pages.page(request, "compare", "Compared", "published", whole);
  }

  private static String counts(BriefDifference difference) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String word : List.of("changed", "new", "cut", "unchanged")) {
      counts.put(word, 0);
    }
    difference.rows().forEach(row -> counts.merge(word(row), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String word(BriefDifference.Row row) {
    return switch (row) {
      case BriefDifference.Row.Same ignored -> "unchanged";
      case BriefDifference.Row.Changed ignored -> "changed";
      case BriefDifference.Row.Added ignored -> "new";
      case BriefDifference.Row.Cut ignored -> "cut";
    };
  }

  private static CompareView.Row row(BriefDifference.Row row) {
    String place = PLACES.getOrDefault(row.role(), "");
    return switch (row) {
      case BriefDifference.Row.Same same ->
          new CompareView.Row(
              "same", word(row), place, List.of(piece("kept", same.text())), same.rebound());
      case BriefDifference.Row.Changed changed ->
          new CompareView.Row("changed", word(row), place, pieces(changed), changed.rebound());
      case BriefDifference.Row.Added added ->
          new CompareView.Row(
              "added", word(row), place, List.of(piece("added", added.text())), false);
      case BriefDifference.Row.Cut cut ->
          new CompareView.Row(
              "cut", word(row), place, List.of(piece("left-out", cut.text())), false);
    };
  }

  private static List<ExcerptView.Piece> pieces(BriefDifference.Row.Changed changed) {
    if (!changed.inWords()) {
      return List.of(piece("left-out", changed.before()), piece("added", changed.after()));
    }
    var pieces = new ArrayList<ExcerptView.Piece>();
    for (Stretch stretch : changed.difference().stretches()) {
      pieces.add(
          switch (stretch.kind()) {
            case KEPT -> piece("kept", stretch.text());
            case LEFT_OUT -> piece("left-out", stretch.text());
            case ADDED -> piece("added", stretch.text());
          });
    }
    return pieces;
  }

  private static ExcerptView.Piece piece(String kind, String text) {
    return new ExcerptView.Piece(kind, text);
  }
}

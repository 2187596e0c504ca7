package colophon.desk;

import colophon.brief.Amendment;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.brief.Writing;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Rewrite;
import colophon.copydesk.Rewrites;
import colophon.copydesk.Worksheet;
import colophon.grounding.GroundingReport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sections that a script has written again; the same as at the desk. */
@RestController
@RequestMapping("/api/v1/drafts/{draft}/sections/{section}")
final class ApiSections {

  /** What is wanted otherwise; may be empty. */
  public record Ask(String note) {}

  /** The one that is meant. */
  public record Choose(String proposal) {}

  /**
   * What the writer proposes.
   *
   * @param state such as {@code writing} or {@code ready}
   * @param reason why nothing was written; null where something was, or is to come
   * @param sentences the subhead first; empty while there are none
   */
  public record Proposal(
      String proposal,
      String draft,
      String section,
      String state,
      String note,
      String by,
      Instant askedAt,
      @Nullable String reason,
      @Nullable String model,
      List<Line> sentences) {
    public Proposal {
      sentences = List.copyOf(sentences);
    }
  }

  /** One sentence, its paragraph from 1 (0 for the subhead), and how it stands. */
  public record Line(String id, int paragraph, String text, String state, String why) {}

  private final Rewrites rewrites;
  private final CopyDesk desk;
  private final ApiDrafts drafts;
  private final ApiDraftActions actions;
  private final InstantSource clock;

  ApiSections(
      Rewrites rewrites,
      CopyDesk desk,
      ApiDrafts drafts,
      ApiDraftActions actions,
      InstantSource clock) {
    this.rewrites = rewrites;
    this.desk = desk;
    this.drafts = drafts;
    this.actions = actions;
    this.clock = clock;
  }

  @PostMapping("/write-again")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Proposal ask(
      HttpServletRequest request, @PathVariable String draft, @PathVariable String section) {
    Ask asked = ApiContract.body(request, Ask.class);
    Worksheet sheet = drafts.sheet(draft);
    return switch (rewrites.ask(draft, section, asked.note(), ApiUser.current().person())) {
      case Rewrites.Begun begun -> proposal(sheet, begun.rewrite());
      case Rewrites.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
    };
  }

  @GetMapping("/proposal")
  Proposal proposal(@PathVariable String draft, @PathVariable String section) {
    Worksheet sheet = drafts.sheet(draft);
    return rewrites
        .last(sheet.root().id(), section)
        .map(rewrite -> proposal(sheet, rewrite))
        .orElseThrow(
            () -> ApiProblem.missing("Nobody has asked for section " + section + " again."));
  }

  @PostMapping("/take")
  ApiDraftActions.Saved take(
      HttpServletRequest request, @PathVariable String draft, @PathVariable String section) {
    Choose asked = ApiContract.body(request, Choose.class);
    Rewrite meant = meant(draft, section, asked.proposal());
    return actions.saved(rewrites.take(meant.id(), ApiUser.current().person()), null);
  }

  @PostMapping("/leave")
  Proposal leave(
      HttpServletRequest request, @PathVariable String draft, @PathVariable String section) {
    Choose asked = ApiContract.body(request, Choose.class);
    Rewrite meant = meant(draft, section, asked.proposal());
    if (!rewrites.leave(meant.id(), ApiUser.current().person())) {
      throw new ApiProblem(
          ApiProblem.Kind.REFUSED, "Somebody has decided on this section already.");
    }
    return proposal(draft, section);
  }

  private Rewrite meant(String draft, String section, String proposal) {
    String root = drafts.sheet(draft).root().id();
    return rewrites
        .find(proposal)
        .filter(each -> each.root().equals(root) && each.section().equals(section))
        .orElseThrow(
            () -> ApiProblem.missing("There is no proposal " + proposal + " for this section."));
  }

  private Proposal proposal(Worksheet sheet, Rewrite rewrite) {
    Amendment.Renew renew = rewrite.amendment();
    Writing writing = renew == null ? null : renew.writing();
    return new Proposal(
        rewrite.id(),
        sheet.draft().id(),
        rewrite.section(),
        rewrite.state(clock.instant()).name().toLowerCase(Locale.ROOT),
        rewrite.note(),
        rewrite.by().name(),
        rewrite.askedAt(),
        rewrite.reason().isEmpty() ? null : rewrite.reason(),
        writing == null ? null : writing.provider() + ":" + writing.model(),
        renew == null ? List.of() : lines(sheet, renew.section()));
  }

  private List<Line> lines(Worksheet sheet, Section section) {
    Optional<GroundingReport> report =
        sheet.draft().brief().section(section.subhead().id()).isEmpty()
            ? Optional.empty()
            : desk.pipeline(sheet.draft()).map(each -> rewrites.check(sheet, each, section));
    return section.sentences().stream()
        .map(sentence -> line(sentence, paragraph(section, sentence), report))
        .toList();
  }

  private static Line line(Sentence sentence, int paragraph, Optional<GroundingReport> report) {
    WrittenSide.Line checked =
        WrittenSide.line(sentence, report.flatMap(found -> WrittenSide.finding(found, sentence)));
    return new Line(sentence.id(), paragraph, sentence.text(), checked.state(), checked.why());
  }

  private static int paragraph(Section section, Sentence sentence) {
    for (int i = 0; i < section.paragraphs().size(); i++) {
      if (section.paragraphs().get(i).contains(sentence)) {
        return i + 1;
      }
    }
    return 0;
  }
}

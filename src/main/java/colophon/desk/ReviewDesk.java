package colophon.desk;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Sentence;
import colophon.brief.Writing;
import colophon.copydesk.Comment;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Decider;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.Mark;
import colophon.copydesk.Person;
import colophon.copydesk.Revision;
import colophon.copydesk.Worksheet;
import colophon.pipeline.Pipeline;
import colophon.review.Copy;
import colophon.review.FirstApproval;
import colophon.review.Reviewer;
import colophon.story.Dossier;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what the review screen shows of a draft to a person. */
final class ReviewDesk {

  private final CopyDesk desk;
  private final InstantSource clock;

  ReviewDesk(CopyDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What the evidence shows.
   *
   * @param sentence the id of a sentence; of the first where it is none
   * @param source the id of another article to choose words from; empty for none
   * @param given a desk note that was refused
   */
  record Chosen(String sentence, String source, NoteView.Given given) {
    Chosen(String sentence, String source) {
      this(sentence, source, NoteView.Given.NOTHING);
    }
  }

  /**
   * The whole screen.
   *
   * @param selected whose evidence is shown
   * @param notice what just happened, a sentence; may be empty
   * @param open who else has it open, a sentence; empty where nobody has
   */
  ReviewView view(
      Worksheet sheet, Person person, boolean editor, Chosen selected, String notice, String open) {
    Dossier dossier = desk.sources(sheet.draft());
    Optional<Pipeline> pipeline = desk.pipeline(sheet.draft());
    boolean mayEdit = editor && sheet.copy() instanceof Copy.Waiting;
    Brief brief = sheet.draft().brief();
    Sentence shown = brief.sentence(selected.sentence()).orElse(brief.headline());
    var opened = List.copyOf(sheet.opened(person));
    var line = new Lines(sheet, opened, shown.id());
    return new ReviewView(
        sheet.root().id(),
        sheet.draft().id(),
        brief.headline().text(),
        sheet.placed().slug(),
        origin(sheet, pipeline),
        sources(dossier.withoutNotes()) + notes(dossier),
        chips(sheet),
        line.of(brief.headline()),
        line.of(brief.standfirst()),
        line.of(brief.lede()),
        brief.sections().stream()
            .map(section ->
                new ReviewView.Section(
                    line.of(section.subhead()),
                    section.paragraphs().stream().map(line::of).toList()))
            .toList(),
        sheet.wholeMarks().stream().map(DeskWords::line).toList(),
        sheet.comments().stream()
            .filter(comment -> brief.sentence(comment.sentenceId()).isEmpty())
            .map(comment -> DeskWords.line(comment, sheet))
            .toList(),
        DeskWords.history(sheet),
        Decider.closed(sheet, clock.instant()).orElse(""),
        place(sheet.copy()),
        editor && putAside(sheet.copy()),
        mayEdit,
        opened.size(),
        sheet.sentences().size(),
        sheet.assigned().name(),
        placing(sheet, person),
        first(sheet.copy(), person),
        notice,
        open,
        taken(sheet),
        new EvidenceDesk(sheet, dossier, pipeline, mayEdit).of(shown, selected));
  }

  /**
   * The evidence of one sentence; empty where the draft has none of that id.
   *
   * @param source the id of another article to choose words from; empty for none
   */
  Optional<EvidenceView> evidence(
      Worksheet sheet, String sentenceId, boolean editor, String source) {
    return sheet
        .draft()
        .brief()
        .sentence(sentenceId)
        .map(sentence ->
            new EvidenceDesk(
                    sheet,
                    desk.sources(sheet.draft()),
                    desk.pipeline(sheet.draft()),
                    editor && sheet.copy() instanceof Copy.Waiting)
                .of(sentence, new Chosen(sentenceId, source)));
  }

  /**
   * The evidence of the sentences before and after one, in reading order, without its own.
   *
   * @param before how many before it at most
   * @param after how many after it at most
   */
  List<EvidenceView> around(
      Worksheet sheet, Sentence sentence, boolean editor, int before, int after) {
    List<Sentence> all = sheet.sentences();
    int at = all.indexOf(sentence);
    var evidence =
        new EvidenceDesk(
            sheet,
            desk.dossier(sheet.draft()),
            desk.pipeline(sheet.draft()),
            editor && sheet.copy() instanceof Copy.Waiting);
    return all.subList(Math.max(0, at - before), Math.min(all.size(), at + after + 1)).stream()
        .filter(each -> !each.equals(sentence))
        .map(evidence::of)
        .toList();
  }

  /** Makes the lines of sentences. */
  private record Lines(Worksheet sheet, List<String> opened, String selected) {

    ReviewView.Sentence of(Sentence sentence) {
      SentenceState state = SentenceState.of(sentence, sheet);
      List<Mark> marks = sheet.marks(sentence.id());
      return new ReviewView.Sentence(
          sentence.id(),
          sentence.text(),
          state.style(),
          state.word(),
          !marks.isEmpty() && marks.stream().noneMatch(Mark::blocks),
          opened.contains(sentence.id()),
          (int)
              sheet.comments().stream()
                  .filter(comment -> comment.sentenceId().equals(sentence.id()))
                  .filter(comment -> !comment.resolved())
                  .map(Comment::number)
                  .count(),
          sentence.id().equals(selected));
    }

    List<ReviewView.Sentence> of(List<Sentence> sentences) {
      return sentences.stream().map(this::of).toList();
    }
  }

  private static ReviewView.Placing placing(Worksheet sheet, Person person) {
    DeskEvent.Placed placed = sheet.placed();
    return new ReviewView.Placing(
        placed.slug(),
        placed.urgency(),
        placed.note(),
        local(placed.deadline()),
        local(placed.heldUntil()),
        local(placed.embargo()),
        sheet.assigned().login().equals(person.login()));
  }

  private static ReviewView.Taken taken(Worksheet sheet) {
    Revision revision = sheet.revision();
    if (revision == null) {
      return ReviewView.Taken.NOTHING;
    }
    Brief published = revision.published();
    return new ReviewView.Taken(
        revision.slug(),
        published == null ? revision.slug() : published.headline().text(),
        revision.version(),
        revision.told().correction(),
        revision.told().note());
  }

  private static String local(@Nullable Instant at) {
    return at == null
        ? ""
        : at.atOffset(ZoneOffset.UTC).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static ReviewView.First first(Copy copy, Person person) {
    if (!(copy instanceof Copy.Waiting waiting)) {
      return new ReviewView.First("", false, false, 1);
    }
    FirstApproval first = waiting.first();
    if (first == null) {
      return new ReviewView.First("", false, false, waiting.people());
    }
    boolean override = !first.override().isEmpty();
    return new ReviewView.First(
        first.by()
            + (override ? " would let its marks stand: " + first.override() : " has approved it."),
        override,
        first.login().equals(person.login()),
        waiting.people());
  }

  private String origin(Worksheet sheet, Optional<Pipeline> pipeline) {
    Writing writing = sheet.draft().writing();
    Long cost = writing.costMicros();
    return pipeline.map(Pipeline::title).orElse("A pipeline without a file")
        + " · "
        + writing.model()
        + " · prompt "
        + writing.promptId()
        + "@"
        + writing.prompt().brief(6)
        + " · "
        + (cost == null
            ? "cost unknown"
            : String.format(java.util.Locale.ROOT, "$%.2f", cost / 1_000_000.0))
        + (sheet.copy() instanceof Copy.Waiting waiting
            ? " · waiting " + DeskWords.ago(waiting.since(), clock.instant())
            : "");
  }

  private static String sources(Dossier dossier) {
    long outlets = dossier.articles().stream().map(Article::outlet).distinct().count();
    int origins = dossier.revision().origins().size();
    return outlets
        + (outlets == 1 ? " outlet, " : " outlets, ")
        + origins
        + (origins == 1 ? " independent source" : " independent sources");
  }

  private static String notes(Dossier dossier) {
    int notes = dossier.notes().size();
    return notes == 0 ? "" : ", " + notes + (notes == 1 ? " desk note" : " desk notes");
  }

  private static List<ReviewView.Chip> chips(Worksheet sheet) {
    Map<SentenceState, Integer> counts = new EnumMap<>(SentenceState.class);
    sheet
        .sentences()
        .forEach(sentence -> counts.merge(SentenceState.of(sentence, sheet), 1, Integer::sum));
    var chips = new ArrayList<ReviewView.Chip>();
    counts.forEach((state, count) ->
        chips.add(new ReviewView.Chip(state.style(), count + " " + state.word())));
    return chips;
  }

  private static boolean putAside(Copy copy) {
    return copy instanceof Copy.SentBack || copy instanceof Copy.Spiked;
  }

  /** Where the copy is, in a sentence; empty where it waits. */
  private static String place(Copy copy) {
    return switch (copy) {
      case Copy.Waiting ignored -> "";
      case Copy.Released released ->
          switch (released.approved().reviewer()) {
            case Reviewer.Person person ->
                "Approved by "
                    + person.name()
                    + ", "
                    + DeskWords.moment(released.approved().decidedAt())
                    + ".";
            case Reviewer.Policy policy ->
                "Let out by the pipeline " + policy.pipeline() + "; nobody reviewed it.";
          };
      case Copy.SentBack back -> "Sent back by " + back.by() + ": " + back.reason();
      case Copy.Spiked spiked -> "Spiked by " + spiked.by() + ": " + spiked.reason();
    };
  }
}

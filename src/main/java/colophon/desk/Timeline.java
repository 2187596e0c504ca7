package colophon.desk;

import colophon.copydesk.DeskLog;
import colophon.copydesk.DraftEdit;
import colophon.copydesk.EditStore;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedReviewer;
import colophon.publication.Withdrawal;
import colophon.review.Edits;
import colophon.review.ReviewHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what happened to a brief in the order of time: the runs that wrote it, what people did with
 * its drafts at the desk, what they decided, what was published and what was taken back.
 */
final class Timeline {

  /** What comes first of what happened at the same moment. */
  private enum Step {
    RUN,
    WORK,
    DECISION,
    PUBLICATION,
    WITHDRAWAL
  }

  private record Moment(Instant at, Step step, String what) {}

  /**
   * A released version.
   *
   * @param draftId that became it; empty where it is not known
   */
  record Version(VersionPlan plan, ProvenanceRecord record, String draftId) {

    /**
     * A version's own time is a whole second, which may begin before the decision it followed from.
     */
    Instant out() {
      Instant decided = record.review().decidedAt();
      return decided.isAfter(plan.publishedAt()) ? decided : plan.publishedAt();
    }
  }

  private final EditStore edits;
  private final DeskLog log;
  private final ReviewHistory decisions;

  Timeline(EditStore edits, DeskLog log, ReviewHistory decisions) {
    this.edits = edits;
    this.log = log;
    this.decisions = decisions;
  }

  /** What happened, the earliest first. */
  List<HistoryView.Event> of(List<Version> versions, Optional<Withdrawal> taken) {
    var told = new ArrayList<Moment>();
    var runs = new HashSet<String>();
    versions.forEach(version -> published(version, runs, told));
    Set<String> roots = new LinkedHashSet<>();
    versions.stream()
        .map(Version::draftId)
        .filter(draft -> !draft.isEmpty())
        .forEach(draft -> roots.add(edits.root(draft)));
    roots.forEach(root -> worked(root, told));
    taken.ifPresent(withdrawal -> told.add(withdrawn(withdrawal, versions)));
    return told.stream()
        .sorted(Comparator.comparing(Moment::at).thenComparing(Moment::step))
        .map(each -> new HistoryView.Event(DeskWords.day(each.at()), each.what()))
        .toList();
  }

  private static void published(Version version, Set<String> runs, List<Moment> told) {
    VersionPlan plan = version.plan();
    ProvenanceRecord record = version.record();
    String named = "version " + plan.version();
    // A version that people made of the one before it names that one's run; it began once.
    if (runs.add(record.run().id())) {
      told.add(
          new Moment(
              record.run().startedAt(),
              Step.RUN,
              "A run of " + record.run().pipeline() + " began that made " + named + "."));
    }
    told.add(
        new Moment(
            record.review().decidedAt(), Step.DECISION, decided(record.review(), named) + "."));
    String note = plan.note();
    told.add(
        new Moment(
            version.out(),
            Step.PUBLICATION,
            "Published: "
                + named
                + ", "
                + DeskWords.kind(plan.kind())
                + (note == null ? "." : ". " + note)));
  }

  /** What people did with a draft and those that came from it. */
  private void worked(String root, List<Moment> told) {
    List<DraftEdit> made = edits.since(root);
    made.forEach(edit -> told.add(new Moment(edit.at(), Step.WORK, DeskWords.words(edit))));
    for (DeskLog.Entry entry : log.of(root)) {
      String words = DeskWords.words(entry);
      if (!words.isEmpty()) {
        told.add(new Moment(entry.at(), Step.WORK, words));
      }
    }
    Set<String> drafts = new LinkedHashSet<>();
    drafts.add(root);
    made.forEach(edit -> drafts.add(edit.draftId()));
    for (ReviewHistory.Decided decision : decisions.decided(drafts)) {
      String words = words(decision);
      if (!words.isEmpty()) {
        told.add(new Moment(decision.at(), Step.DECISION, words));
      }
    }
  }

  private static Moment withdrawn(Withdrawal taken, List<Version> versions) {
    Instant last = versions.getLast().out();
    return new Moment(
        taken.at().isBefore(last) ? last : taken.at(),
        Step.WITHDRAWAL,
        taken.by() + " withdrew the brief, all its versions: " + taken.reason());
  }

  /** A decision that let nothing out; empty of one that did, which the version's record tells. */
  private static String words(ReviewHistory.Decided decision) {
    String who = decision.by() + (decision.role().isEmpty() ? "" : ", " + decision.role() + ",");
    return switch (decision.state()) {
      case "approved once" ->
          decision.override().isEmpty()
              ? who + " approved it as the first of two."
              : who
                  + " asked to publish it in spite of open marks"
                  + DeskWords.because(decision.override());
      case "sent back" ->
          Edits.isReplacement(decision.reason())
              ? ""
              : who + " sent it back" + DeskWords.because(decision.reason());
      case "spiked" -> who + " put it aside" + DeskWords.because(decision.reason());
      default -> "";
    };
  }

  private static String decided(RecordedReview review, String version) {
    RecordedReview.First first = review.first();
    return switch (review.reviewer()) {
      case RecordedReviewer.Policy policy ->
          "Nobody read it: the rule of " + policy.pipeline() + " let " + version + " out";
      case RecordedReviewer.Person person -> {
        String who = person.name() + ", " + person.role() + ",";
        yield first == null
            ? who + " approved " + version
            : first.override() == null
                ? who + " approved " + version + " as the second, after " + first.name()
                : who
                    + " confirmed: "
                    + first.name()
                    + " published "
                    + version
                    + " in spite of open marks";
      }
    };
  }

  /** Who let a version out. */
  static String approvers(RecordedReview review) {
    RecordedReview.First first = review.first();
    return switch (review.reviewer()) {
      case RecordedReviewer.Policy policy ->
          "nobody read it: the rule of " + policy.pipeline() + " let it out";
      case RecordedReviewer.Person person -> {
        String last = person.name() + ", " + person.role();
        if (first == null) {
          yield "by " + last;
        }
        String before = first.name() + ", " + first.role() + ",";
        String override = first.override();
        yield override == null
            ? "by " + first.name() + ", " + first.role() + ", and then by " + last
            : before
                + " published it in spite of open marks: "
                + override
                + "; "
                + last
                + ", confirmed";
      }
    };
  }
}

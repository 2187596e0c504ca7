package colophon.pipeline;

import colophon.brief.Draft;
import colophon.edition.VersionPlan;
import colophon.publication.Publication;
import colophon.publication.PublicationOrder;
import colophon.publication.Publisher;
import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.Flags;
import colophon.review.ReviewStore;
import colophon.review.Triage;
import colophon.story.DeskNote;
import colophon.story.DeskNotes;
import colophon.story.Dossier;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The last stages: each draft is decided on, and what may go out goes out. */
public final class Releasing {

  private final ReviewStore reviews;
  private final Orders orders;
  private final Publisher publisher;
  private final StoryDesk stories;
  private final DeskNotes notes;
  private final InstantSource clock;

  public Releasing(
      ReviewStore reviews,
      Orders orders,
      Publisher publisher,
      StoryDesk stories,
      DeskNotes notes,
      InstantSource clock) {
    this.stories = stories;
    this.notes = notes;
    this.reviews = reviews;
    this.orders = orders;
    this.publisher = publisher;
    this.clock = clock;
  }

  RunResult release(
      Run run,
      Pipeline pipeline,
      Newsroom newsroom,
      List<Drafting.Checked> drafts,
      StageLog stages) {
    var held = new ArrayList<RunResult.HeldDraft>();
    List<Cleared> cleared = review(pipeline, drafts, held, stages);
    stages.begin(Stage.PUBLISH, cleared.size());
    var published = new ArrayList<RunResult.PublishedBrief>();
    for (int i = 0; i < cleared.size(); i++) {
      Cleared each = cleared.get(i);
      try {
        publish(
            orders.order(each.approved(), each.dossier(), run, pipeline, newsroom, null),
            stages,
            published);
      } catch (SourceErasedException e) {
        stages.problem(
            Stage.PUBLISH,
            each.approved().draft().id(),
            "refused",
            "The draft " + each.approved().draft().id() + " was not published: " + e.getMessage());
      }
      stages.progress(Stage.PUBLISH, i + 1, cleared.size());
    }
    stages.finish(Stage.PUBLISH, published.size() + (published.size() == 1 ? " brief" : " briefs"));
    return new RunResult(run, published, held, stages.problems());
  }

  /**
   * Publishes what an editor approved.
   *
   * @param note what readers are told; null to have it said where the brief is out already
   */
  public Publication publish(
      Approved approved, Run run, Pipeline pipeline, Newsroom newsroom, @Nullable PublicNote note) {
    return publisher.publish(order(approved, run, pipeline, newsroom, note));
  }

  /**
   * Decides which version an editor's approval makes of the brief, with its public note. Done in
   * one transaction with the approval, a crash after it loses neither.
   */
  public void plan(
      Approved approved, Run run, Pipeline pipeline, Newsroom newsroom, @Nullable PublicNote note) {
    publisher.plan(order(approved, run, pipeline, newsroom, note));
  }

  private PublicationOrder order(
      Approved approved, Run run, Pipeline pipeline, Newsroom newsroom, @Nullable PublicNote note) {
    Draft draft = approved.draft();
    StoryRevision story = stories.revision(draft.storyId(), draft.storyRevision()).orElseThrow();
    List<String> erased = stories.noLongerKept(story);
    if (!erased.isEmpty()) {
      throw new SourceErasedException(
          "The text of the article " + erased.getFirst() + ", which it rests on, was erased.");
    }
    Dossier reports = stories.dossier(story);
    List<String> cited = draft.brief().citedArticleIds();
    List<DeskNote> gone = notes.noLongerKept(reports, cited);
    if (!gone.isEmpty()) {
      throw new SourceErasedException(
          "The words of the desk note "
              + gone.getFirst().id()
              + ", which it rests on, were erased.");
    }
    Dossier dossier = notes.withCited(reports, cited);
    return orders.order(approved, dossier, run, pipeline, newsroom, note);
  }

  private record Cleared(Approved approved, Dossier dossier) {}

  private List<Cleared> review(
      Pipeline pipeline,
      List<Drafting.Checked> drafts,
      List<RunResult.HeldDraft> held,
      StageLog stages) {
    stages.begin(Stage.REVIEW, drafts.size());
    var cleared = new ArrayList<Cleared>();
    for (int i = 0; i < drafts.size(); i++) {
      Drafting.Checked checked = drafts.get(i);
      Draft draft = checked.draft();
      String headline = draft.brief().headline().text();
      Copy copy = decide(pipeline, checked);
      switch (copy) {
        case Copy.Released released -> {
          cleared.add(new Cleared(released.approved(), checked.dossier()));
          stages.note(Stage.REVIEW, draft.id(), "may go out", "");
        }
        case Copy.Waiting waiting -> {
          List<String> reasons = waiting.flags().stream().map(Flag::reason).toList();
          held.add(new RunResult.HeldDraft(draft.id(), headline, reasons));
          stages.note(Stage.REVIEW, draft.id(), "held", String.join(" ", reasons));
        }
        case Copy.SentBack back ->
            stages.note(Stage.REVIEW, draft.id(), "sent back", back.reason());
        case Copy.Spiked spiked -> stages.note(Stage.REVIEW, draft.id(), "spiked", spiked.reason());
      }
      stages.progress(Stage.REVIEW, i + 1, drafts.size());
    }
    stages.finish(
        Stage.REVIEW,
        cleared.size()
            + " may go out, "
            + held.size()
            + (held.size() == 1 ? " waits for an editor" : " wait for an editor"));
    return cleared;
  }

  /** The decision on a draft: the one that was made before, or one made now. */
  private Copy decide(Pipeline pipeline, Drafting.Checked checked) {
    Draft draft = checked.draft();
    return reviews
        .find(draft.id())
        .orElseGet(() -> {
          List<Flag> flags =
              Flags.of(
                  draft,
                  checked.dossier(),
                  checked.report(),
                  pipeline.review(),
                  pipeline.selection().leastIndependentSources());
          Copy copy =
              Triage.decide(
                  draft,
                  checked.report(),
                  flags,
                  pipeline.review(),
                  pipeline.reviewers(),
                  pipeline.name(),
                  clock.instant());
          reviews.keep(copy);
          return copy;
        });
  }

  /** Publishes one order and writes down what became of it. */
  private void publish(
      PublicationOrder order, StageLog stages, List<RunResult.PublishedBrief> published) {
    Draft draft = order.approved().draft();
    String headline = draft.brief().headline().text();
    switch (publisher.publish(order)) {
      case Publication.Released released -> {
        VersionPlan plan = released.plan();
        stages.note(Stage.PUBLISH, draft.id(), "published", plan.slug().value());
        published.add(
            new RunResult.PublishedBrief(
                plan.slug().value(),
                plan.version(),
                headline,
                plan.kind().name().toLowerCase(Locale.ROOT)));
        if (!released.notes().isEmpty()) {
          stages.remark(
              Stage.PUBLISH,
              draft.id() + " witnesses",
              "not cosigned",
              String.join(" ", released.notes()));
        }
      }
      case Publication.Refused refused ->
          stages.problem(
              Stage.PUBLISH,
              draft.id(),
              "refused",
              "\"" + headline + "\" was not published: " + String.join(" ", refused.reasons()));
      case Publication.Delayed delayed ->
          stages.problem(Stage.PUBLISH, draft.id(), "delayed", delayed.reason());
    }
  }
}

package colophon.copydesk;

import colophon.attest.KeysUnusableException;
import colophon.brief.BriefStore;
import colophon.edition.Imprint;
import colophon.edition.VersionPlan;
import colophon.pipeline.Definitions;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PublicNote;
import colophon.pipeline.Releasing;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.publication.Publication;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.publication.SiteNotWritableException;
import colophon.publication.Withdrawal;
import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Decision;
import colophon.review.Decisions;
import colophon.review.ReviewStore;
import colophon.review.Tick;
import colophon.text.Moments;
import colophon.text.NormalText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what an editor decides at the desk, with the receipt of what the editor did. */
public final class Decider {

  private final CopyDesk desk;
  private final EditStore edits;
  private final PlaceStore places;
  private final ReviewStore reviews;
  private final BriefStore briefs;
  private final RunLog runs;
  private final Releasing releasing;
  private final Publisher publisher;
  private final PublicationStore publications;
  private final PipelineBook pipelines;
  private final Definitions definitions;
  private final Newsroom newsroom;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Decider(
      CopyDesk desk,
      EditStore edits,
      PlaceStore places,
      ReviewStore reviews,
      BriefStore briefs,
      RunLog runs,
      Releasing releasing,
      Publisher publisher,
      PublicationStore publications,
      PipelineBook pipelines,
      Definitions definitions,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.desk = desk;
    this.edits = edits;
    this.places = places;
    this.reviews = reviews;
    this.briefs = briefs;
    this.runs = runs;
    this.releasing = releasing;
    this.publisher = publisher;
    this.publications = publications;
    this.pipelines = pipelines;
    this.definitions = definitions;
    this.newsroom = definitions.newsroom();
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Why a draft cannot be approved as it stands, as a sentence; empty where it can. */
  public static Optional<String> closed(Worksheet sheet, Instant now) {
    Optional<String> away = away(sheet, now);
    List<Mark> blocking = sheet.blocking();
    if (away.isPresent() || blocking.isEmpty()) {
      return away;
    }
    return Optional.of(
        (blocking.size() == 1 ? "1 mark stands: " : blocking.size() + " marks stand: ")
            + blocking.stream()
                .map(mark -> mark.flag().kind().name().toLowerCase(Locale.ROOT))
                .map(kind -> kind.replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "))
            + ". Settle each, change the sentence, or cut it.");
  }

  /** Why a draft cannot be decided on now, whatever its marks; empty where it can. */
  private static Optional<String> away(Worksheet sheet, Instant now) {
    if (!(sheet.copy() instanceof Copy.Waiting)) {
      return Optional.of("It waits no more.");
    }
    Instant held = sheet.placed().heldUntil();
    return held != null && held.isAfter(now)
        ? Optional.of("It is held until " + Moments.utc(held) + ".")
        : unready(sheet, now);
  }

  /**
   * Why a draft cannot go out yet, whoever decides on it and wherever: it is under embargo, or it
   * takes up what is out and does not differ from it, or lacks its note. Empty where it can.
   */
  public static Optional<String> unready(Worksheet sheet, Instant now) {
    Instant embargo = sheet.placed().embargo();
    if (embargo != null && embargo.isAfter(now)) {
      return Optional.of(
          "It is under embargo until "
              + Moments.utc(embargo)
              + " and can be approved from then on.");
    }
    return Optional.ofNullable(sheet.revision()).flatMap(each -> each.open(sheet.draft().brief()));
  }

  /**
   * What readers are told of the version that a draft becomes; null to have it said in the
   * program's own words.
   *
   * @param note of a correction, given with the decision; what was noted on the draft comes first
   */
  public static @Nullable PublicNote note(Worksheet sheet, @Nullable String note) {
    Revision revision = sheet.revision();
    return revision == null || revision.told().note().isEmpty()
        ? PublicNote.correction(note)
        : new PublicNote(
            revision.told().correction() ? VersionPlan.Kind.CORRECTION : VersionPlan.Kind.UPDATE,
            revision.told().note());
  }

  /**
   * Approves a draft in a person's name and decides which version it becomes, both or neither.
   * Where two people must approve it, the first one's approval is noted and the draft still waits.
   *
   * @param draftId the very draft that the person saw; another one in its place asks for another
   *     look
   * @param role in which the person takes responsibility
   * @param note public, for a correction of what is out; null where there is none
   */
  public CopyDecision approve(String draftId, Person by, String role, @Nullable String note) {
    return approve(draftId, by, role, note, Set.of());
  }

  /**
   * The same by a person who says what was checked.
   *
   * @param ticked by that person, and by no program
   */
  public CopyDecision approve(
      String draftId, Person by, String role, @Nullable String note, Set<Tick> ticked) {
    return decided(
        draftId,
        by,
        note,
        sheet -> closed(sheet, clock.instant()),
        sheet -> approval(sheet, by, role, ticked));
  }

  /**
   * Asks to let a draft out although marks stand; a second person must confirm it.
   *
   * @param reason why, in the person's words; it stands in the record
   */
  public CopyDecision override(String draftId, Person by, String role, String reason) {
    return decided(
        draftId,
        by,
        null,
        sheet -> away(sheet, clock.instant()),
        sheet ->
            new Decision.Override(approval(sheet, by, role, Set.of()), NormalText.line(reason)));
  }

  /**
   * Confirms as the second person that a draft may go out although marks stand.
   *
   * @param note public, for a correction of what is out; null where there is none
   */
  public CopyDecision confirm(String draftId, Person by, String role, @Nullable String note) {
    return confirm(draftId, by, role, note, Set.of());
  }

  /**
   * The same by a person who says what was checked.
   *
   * @param ticked by that person, and by no program
   */
  public CopyDecision confirm(
      String draftId, Person by, String role, @Nullable String note, Set<Tick> ticked) {
    return decided(
        draftId,
        by,
        note,
        sheet -> away(sheet, clock.instant()),
        sheet -> new Decision.Confirm(approval(sheet, by, role, ticked)));
  }

  private static Decision.Approve approval(
      Worksheet sheet, Person by, String role, Set<Tick> ticked) {
    return new Decision.Approve(
        by.name(),
        role,
        "",
        sheet.settledKinds(),
        sheet.openedAt(by).orElse(null),
        sheet.opened(by),
        sheet.changes(),
        by.login(),
        ticked.stream().collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Nobody notes or changes anything on the draft between the look at its marks and the end. */
  private CopyDecision decided(
      String draftId,
      Person by,
      @Nullable String note,
      Function<Worksheet, Optional<String>> closed,
      Function<Worksheet, Decision> decision) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          places.hold(edits.root(draftId));
          Optional<Worksheet> found = desk.worksheet(draftId);
          Optional<String> refusal =
              found
                  .map(sheet -> unfit(sheet, draftId, by).or(() -> closed.apply(sheet)))
                  .orElseGet(() -> Optional.of("There is no draft " + draftId + " at the desk."));
          Optional<Origin> origin = origin(draftId);
          if (refusal.isEmpty() && origin.isEmpty()) {
            refusal =
                Optional.of(
                    "The pipeline that made this draft has no file any more; ask an operator to"
                        + " put it back.");
          }
          return refusal
              .<CopyDecision>map(CopyDecision.Refused::new)
              .orElseGet(() ->
                  decided(
                      draftId,
                      decision.apply(found.orElseThrow()),
                      origin.orElseThrow(),
                      note(found.orElseThrow(), note)));
        }));
  }

  private CopyDecision decided(
      String draftId, Decision decision, Origin from, @Nullable PublicNote note) {
    return switch (reviews.decide(
        draftId, decision, from.pipeline().reviewers(), clock.instant())) {
      case Decisions.Outcome.Refused refused -> new CopyDecision.Refused(refused.reason());
      case Decisions.Outcome.Decided decided ->
          switch (decided.copy()) {
            case Copy.Released released -> {
              releasing.plan(released.approved(), from.run(), from.pipeline(), newsroom, note);
              yield new CopyDecision.Approve(released.approved());
            }
            case Copy.Waiting ignored ->
                new CopyDecision.Noted(
                    decision instanceof Decision.Override
                        ? "Noted with your reason. A second person must confirm it."
                        : "Noted. A second person must approve it too.");
            case Copy.SentBack ignored -> throw new IllegalStateException("not an approval");
            case Copy.Spiked ignored -> throw new IllegalStateException("not an approval");
          };
    };
  }

  /** Why that person cannot approve that draft, whatever its marks; empty where it can be. */
  private Optional<String> unfit(Worksheet sheet, String draftId, Person by) {
    if (!sheet.draft().id().equals(draftId)) {
      return Optional.of(
          "It was changed since you opened it. Look at what changed, then approve it.");
    }
    if (sheet.openedAt(by).isEmpty()) {
      return Optional.of("You have not opened this draft; read it before you answer for it.");
    }
    if (sheet.opened(by).isEmpty()) {
      return Optional.of(
          "You have opened no sentence beside its source; see what it rests on before you answer"
              + " for it.");
    }
    return reviews.overtakenBy(draftId).isPresent()
        ? Optional.of("A newer draft of this story has taken its place; decide on that one.")
        : Optional.empty();
  }

  /** Publishes what was approved; asked again, it goes on where it was. */
  public Publication publish(Approved approved, @Nullable String note) {
    Origin from = origin(approved.draft().id()).orElseThrow();
    return releasing.publish(
        approved, from.run(), from.pipeline(), newsroom, PublicNote.correction(note));
  }

  /** Sends a draft back: it leaves the queue and stands on the shelf with what is wanted. */
  public CopyDecision sendBack(String draftId, Person by, String reason) {
    return reason.isBlank()
        ? new CopyDecision.Refused("Say what should be different, for whoever takes it up again.")
        : decide(draftId, new Decision.SendBack(by.name(), reason.strip()));
  }

  /** Puts a draft aside that is not wanted. */
  public CopyDecision spike(String draftId, Person by, String reason) {
    return reason.isBlank()
        ? new CopyDecision.Refused("Say why it is not wanted; colleagues will ask.")
        : decide(draftId, new Decision.Spike(by.name(), reason.strip()));
  }

  private CopyDecision decide(String draftId, Decision decision) {
    Optional<Worksheet> found = desk.worksheet(draftId);
    if (found.isPresent() && !found.get().draft().id().equals(draftId)) {
      return new CopyDecision.Refused(
          "It was changed since you opened it. Look at what changed, then decide.");
    }
    return switch (reviews.decide(draftId, decision, clock.instant())) {
      case Decisions.Outcome.Refused refused -> new CopyDecision.Refused(refused.reason());
      case Decisions.Outcome.Decided ignored -> new CopyDecision.Done();
    };
  }

  /**
   * Takes a published brief back at once, with a reason that readers see, also where its own
   * pipeline has no file any more. Asked again, it finishes what a crash left of the first time.
   * What could not be signed or written is said and done at the next start.
   */
  public CopyDecision withdraw(String idOrSlug, Person by, String reason) {
    if (reason.isBlank()) {
      return new CopyDecision.Refused("Say why in a sentence; readers will see it.");
    }
    Optional<String> id = publications.briefId(idOrSlug);
    List<VersionPlan> versions = id.map(publications::outOrOnItsWay).orElse(List.of());
    if (id.isEmpty() || versions.isEmpty()) {
      return new CopyDecision.Refused(
          "The brief \"" + idOrSlug + "\" is not out; nothing was withdrawn.");
    }
    Optional<Withdrawal> before = publications.withdrawal(id.get());
    Optional<Imprint> imprint =
        pipelines
            .find(versions.getLast().pipeline())
            .or(() -> definitions.pipelines().values().stream().findFirst())
            .map(newsroom::imprint);
    if (imprint.isEmpty()) {
      return new CopyDecision.Refused(
          "There is no pipeline file to take the imprint of the notice from; ask an operator to put"
              + " one back.");
    }
    try {
      publisher.withdraw(id.get(), by.name(), reason.strip(), imprint.get());
      return before
          .<CopyDecision>map(
              first -> new CopyDecision.Refused("It was withdrawn before, by " + first.by() + "."))
          .orElseGet(CopyDecision.Done::new);
    } catch (SiteNotWritableException | KeysUnusableException e) {
      return new CopyDecision.Refused("Withdrawn, and not finished: " + e.getMessage());
    }
  }

  private record Origin(Run run, Pipeline pipeline) {}

  private Optional<Origin> origin(String draftId) {
    return briefs
        .runOf(draftId)
        .flatMap(runs::find)
        .flatMap(run -> pipelines.find(run.pipeline()).map(found -> new Origin(run, found)));
  }
}

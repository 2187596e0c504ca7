package colophon.copydesk;

import colophon.attest.KeysUnusableException;
import colophon.brief.BriefStore;
import colophon.edition.Imprint;
import colophon.edition.VersionPlan;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.Releasing;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.publication.Publication;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.publication.SiteNotWritableException;
import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Decision;
import colophon.review.Decisions;
import colophon.review.ReviewStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what an editor decides at the desk, with the receipt of what the editor did. */
public final class Decider {

  private final CopyDesk desk;
  private final ReviewStore reviews;
  private final BriefStore briefs;
  private final RunLog runs;
  private final Releasing releasing;
  private final Publisher publisher;
  private final PublicationStore publications;
  private final PipelineBook pipelines;
  private final Newsroom newsroom;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Decider(
      CopyDesk desk,
      ReviewStore reviews,
      BriefStore briefs,
      RunLog runs,
      Releasing releasing,
      Publisher publisher,
      PublicationStore publications,
      PipelineBook pipelines,
      Newsroom newsroom,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.desk = desk;
    this.reviews = reviews;
    this.briefs = briefs;
    this.runs = runs;
    this.releasing = releasing;
    this.publisher = publisher;
    this.publications = publications;
    this.pipelines = pipelines;
    this.newsroom = newsroom;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Why a draft cannot be approved as it stands, as a sentence; empty where it can. */
  public static Optional<String> closed(Worksheet sheet, Instant now) {
    if (!(sheet.copy() instanceof Copy.Waiting)) {
      return Optional.of("It waits no more.");
    }
    Instant held = sheet.placed().heldUntil();
    if (held != null && held.isAfter(now)) {
      return Optional.of("It is held until " + held + ".");
    }
    List<Mark> blocking = sheet.blocking();
    if (blocking.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        (blocking.size() == 1 ? "1 mark stands: " : blocking.size() + " marks stand: ")
            + blocking.stream()
                .map(mark -> mark.flag().kind().name().toLowerCase(java.util.Locale.ROOT))
                .map(kind -> kind.replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "))
            + ". Settle each, change the sentence, or cut it.");
  }

  /**
   * Approves a draft in a person's name and decides which version it becomes, both or neither.
   *
   * @param draftId the very draft that the person saw; another one in its place asks for another
   *     look
   * @param role in which the person takes responsibility
   * @param note public, for a correction of what is out; null where there is none
   */
  public CopyDecision approve(String draftId, Person by, String role, @Nullable String note) {
    Optional<Worksheet> found = desk.worksheet(draftId);
    if (found.isEmpty()) {
      return new CopyDecision.Refused("There is no draft " + draftId + " at the desk.");
    }
    Worksheet sheet = found.get();
    if (!sheet.draft().id().equals(draftId)) {
      return new CopyDecision.Refused(
          "It was changed since you opened it. Look at what changed, then approve it.");
    }
    Instant now = clock.instant();
    Optional<String> closed = closed(sheet, now);
    if (closed.isPresent()) {
      return new CopyDecision.Refused(closed.get());
    }
    Optional<Origin> origin = origin(sheet.draft().id());
    if (origin.isEmpty()) {
      return new CopyDecision.Refused(
          "The pipeline that made this draft has no file any more; ask an operator to put it"
              + " back.");
    }
    var decision =
        new Decision.Approve(
            by.name(),
            role,
            "",
            sheet.settledKinds(),
            sheet.openedAt(by).orElse(null),
            sheet.opened(by),
            sheet.changes());
    return Objects.requireNonNull(
        transaction.execute(status ->
            switch (reviews.decide(draftId, decision, now)) {
              case Decisions.Outcome.Refused refused -> new CopyDecision.Refused(refused.reason());
              case Decisions.Outcome.Decided decided -> {
                if (!(decided.copy() instanceof Copy.Released released)) {
                  throw new IllegalStateException("an approval released nothing");
                }
                Origin from = origin.get();
                releasing.plan(released.approved(), from.run(), from.pipeline(), newsroom, note);
                yield new CopyDecision.Approve(released.approved());
              }
            }));
  }

  /** Publishes what was approved; asked again, it goes on where it was. */
  public Publication publish(Approved approved, @Nullable String note) {
    Origin from = origin(approved.draft().id()).orElseThrow();
    return releasing.publish(approved, from.run(), from.pipeline(), newsroom, note);
  }

  /** Sends a draft back to the writer. */
  public CopyDecision sendBack(String draftId, Person by, String reason) {
    return reason.isBlank()
        ? new CopyDecision.Refused("Say what should be different; the writer is told.")
        : decide(draftId, new Decision.SendBack(by.name(), reason.strip()));
  }

  /** Puts a draft aside for good. */
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
   * Takes a published brief back at once, with a reason that readers see. What could not be signed
   * or written is said and done at the next start.
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
    if (publications.withdrawal(id.get()).isPresent()) {
      return new CopyDecision.Refused("It was withdrawn before.");
    }
    Optional<Imprint> imprint =
        pipelines.find(versions.getLast().pipeline()).map(newsroom::imprint);
    if (imprint.isEmpty()) {
      return new CopyDecision.Refused(
          "The pipeline that made it has no file any more; withdraw it with the command"
              + " colophon review withdraw.");
    }
    try {
      publisher.withdraw(id.get(), by.name(), reason.strip(), imprint.get());
      return new CopyDecision.Done();
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

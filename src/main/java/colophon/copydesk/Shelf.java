package colophon.copydesk;

import colophon.review.Copy;
import colophon.review.Decisions;
import colophon.review.ReviewStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts that somebody sent back or spiked. They stay here with their reason, and anybody may take
 * one up again; a newer draft of the same story takes the place of an older one.
 */
public final class Shelf {

  /** The most drafts that are listed. */
  public static final int MOST_LINES = 200;

  /**
   * A draft that was put aside.
   *
   * @param spiked otherwise it was sent back
   */
  public record Line(
      String draftId, String headline, boolean spiked, String by, String reason, Instant at) {}

  private final CopyDesk desk;
  private final ReviewStore reviews;
  private final EditStore edits;
  private final DeskLog log;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Shelf(
      CopyDesk desk,
      ReviewStore reviews,
      EditStore edits,
      DeskLog log,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.desk = desk;
    this.reviews = reviews;
    this.edits = edits;
    this.log = log;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What was put aside, the latest first. */
  public List<Line> lines() {
    return reviews.putAside(MOST_LINES).stream().map(Shelf::line).toList();
  }

  private static Line line(Copy copy) {
    String headline = copy.draft().brief().headline().text();
    return switch (copy) {
      case Copy.SentBack back ->
          new Line(back.draft().id(), headline, false, back.by(), back.reason(), back.at());
      case Copy.Spiked spiked ->
          new Line(spiked.draft().id(), headline, true, spiked.by(), spiked.reason(), spiked.at());
      case Copy.Waiting waiting -> throw new IllegalStateException("waits: " + waiting.draft());
      case Copy.Released out -> throw new IllegalStateException("may go out: " + out.draft());
    };
  }

  /** Lets a draft wait again, with all that people did with it. */
  public CopyDecision takeUp(String draftId, Person by) {
    Optional<Worksheet> found = desk.worksheet(draftId);
    if (found.isEmpty()) {
      return new CopyDecision.Refused("There is no draft " + draftId + " at the desk.");
    }
    Copy before = found.get().copy();
    return Objects.requireNonNull(
        transaction.execute(status ->
            switch (reviews.takeUp(before.draft().id(), clock.instant())) {
              case Decisions.Outcome.Refused refused -> new CopyDecision.Refused(refused.reason());
              case Decisions.Outcome.Decided ignored -> {
                Line line = line(before);
                log.note(
                    edits.root(before.draft().id()),
                    before.draft().id(),
                    new DeskEvent.TakenUp(line.spiked(), line.reason()),
                    by,
                    clock.instant());
                yield new CopyDecision.Done();
              }
            }));
  }
}

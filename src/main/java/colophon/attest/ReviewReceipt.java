package colophon.attest;

import colophon.brief.Author;
import colophon.brief.Draft;
import colophon.edition.Imprint;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedReviewer;
import colophon.review.Approved;
import colophon.review.FirstApproval;
import colophon.review.Receipt;
import colophon.review.Reviewer;
import colophon.review.Tick;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk knows of a review, as a record tells it. */
final class ReviewReceipt {

  private ReviewReceipt() {}

  static RecordedReview of(Approved approved, Imprint imprint) {
    Optional<Receipt> receipt = approved.receipt();
    return new RecordedReview(
        switch (approved.reviewer()) {
          case Reviewer.Person person -> new RecordedReviewer.Person(person.name(), person.role());
          case Reviewer.Policy policy -> new RecordedReviewer.Policy(policy.pipeline());
        },
        receipt.map(ReviewReceipt::openedAt).orElse(null),
        approved.decidedAt(),
        approved.override().isPresent() ? "overridden" : "approved",
        receipt.map(Receipt::opened).orElse(List.of()),
        receipt.map(ReviewReceipt::ticked).orElse(List.of()),
        changes(approved.draft(), receipt.map(Receipt::changes).orElse(List.of())),
        approvedCopy(approved.draft()),
        imprint.responsibleEditor(),
        approved.flags().stream()
            .map(flag -> new RecordedReview.Flag(RecordAssembler.word(flag.kind()), flag.reason()))
            .toList(),
        approved.first().map(ReviewReceipt::first).orElse(null));
  }

  private static RecordedReview.First first(FirstApproval first) {
    return new RecordedReview.First(
        first.by(),
        first.role(),
        first.receipt().decidedAt(),
        first.receipt().opened(),
        first.override().isEmpty() ? null : first.override());
  }

  private static List<String> ticked(Receipt receipt) {
    return receipt.ticked().stream().map(Tick::word).toList();
  }

  /**
   * Where nothing recorded the opening, a receipt gives the decision's own time; that says nothing.
   */
  private static @Nullable Instant openedAt(Receipt receipt) {
    return receipt.openedAt().isBefore(receipt.decidedAt()) ? receipt.openedAt() : null;
  }

  /**
   * How much people changed. A receipt lists the changes of one sitting; where it lists none, the
   * sentences that bear a person's name still tell how many were changed or written before.
   */
  private static RecordedReview.Changes changes(Draft draft, List<Receipt.Change> changes) {
    if (changes.isEmpty()) {
      long persons =
          draft.brief().sentences().stream()
              .filter(sentence -> sentence.author() instanceof Author.Person)
              .count();
      return new RecordedReview.Changes((int) persons, 0, 0, null);
    }
    int written = (int) changes.stream().filter(change -> change.before().isEmpty()).count();
    int removed = (int) changes.stream().filter(change -> change.after().isEmpty()).count();
    return new RecordedReview.Changes(
        changes.size() - written - removed, written, removed, difference(changes));
  }

  /** The digest of the changes as canonical JSON: sentence, before and after, in reading order. */
  private static Digest difference(List<Receipt.Change> changes) {
    return Digest.of(
        CanonicalJson.bytes(
            Json.array(
                changes.stream()
                    .map(change ->
                        Json.object(
                            "sentence",
                            Json.of(change.sentenceId()),
                            "before",
                            Json.of(change.before()),
                            "after",
                            Json.of(change.after())))
                    .toList())));
  }

  /** The digest of the copy as approved: its sentences, one a line. */
  private static Digest approvedCopy(Draft draft) {
    var copy = new StringBuilder();
    draft
        .brief()
        .sentences()
        .forEach(sentence ->
            copy.append(sentence.id()).append('\t').append(sentence.text()).append('\n'));
    return Digest.ofText(copy.toString());
  }
}

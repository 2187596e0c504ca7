package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.edition.PublishableBriefs;
import colophon.kernel.Digest;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedReviewer;
import colophon.review.Approved;
import colophon.review.ApprovedCopies;
import colophon.review.FirstApproval;
import colophon.review.Receipt;
import colophon.review.Tick;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReviewReceiptTest {

  private static final Instant DECIDED = Instant.parse("2026-05-07T12:36:00Z");

  private final Approved unread =
      PublishableBriefs.piece("d-1", "Harbour: Open to Boats").approved();

  @Test
  void tellsWhatThePersonOpenedAndWhatWasChanged() {
    RecordedReview review =
        recorded(
            receipt(
                DECIDED.minusSeconds(600),
                List.of("h", "l1"),
                new Receipt.Change("l1", "It opened.", "It opened to boats on Monday."),
                new Receipt.Change("l2", "", "A new sentence."),
                new Receipt.Change("l3", "An old sentence.", "")));
    assertThat(review.reviewer())
        .isEqualTo(new RecordedReviewer.Person("Ida Quist", "night editor"));
    assertThat(review.openedAt()).isEqualTo(DECIDED.minusSeconds(600));
    assertThat(review.decidedAt()).isEqualTo(DECIDED);
    assertThat(review.sentencesOpened()).containsExactly("h", "l1");
    assertThat(review.checksTicked()).containsExactly("plausibility", "sources");
    assertThat(review.changes().changed()).isEqualTo(1);
    assertThat(review.changes().written()).isEqualTo(1);
    assertThat(review.changes().removed()).isEqualTo(1);
    assertThat(review.changes().difference())
        .isEqualTo(
            Digest.ofText(
                "[{\"after\":\"It opened to boats on Monday.\",\"before\":\"It opened.\","
                    + "\"sentence\":\"l1\"},{\"after\":\"A new sentence.\",\"before\":\"\","
                    + "\"sentence\":\"l2\"},{\"after\":\"\",\"before\":\"An old sentence.\","
                    + "\"sentence\":\"l3\"}]"));
  }

  @Test
  void saysNothingOfATimeThatNothingRecorded() {
    assertThat(recorded(receipt(DECIDED, List.of())).openedAt()).isNull();
    assertThat(recorded(receipt(DECIDED, List.of())).changes())
        .isEqualTo(RecordedReview.Changes.NONE);
  }

  @Test
  void saysThatNobodyReadWhatThePolicyReleased() {
    RecordedReview review = ReviewReceipt.of(unread, PublishableBriefs.imprint());
    assertThat(review.reviewer()).isInstanceOf(RecordedReviewer.Policy.class);
    assertThat(review.openedAt()).isNull();
    assertThat(review.sentencesOpened()).isEmpty();
    assertThat(review.checksTicked()).isEmpty();
  }

  @Test
  void namesBothWhereTwoApproved() {
    Receipt firsts =
        new Receipt(
            "Kim Seo-yeon",
            DECIDED.minusSeconds(90),
            DECIDED.minusSeconds(60),
            List.of("l1"),
            Collections.unmodifiableSortedSet(new TreeSet<>()),
            List.of());
    var kim = new FirstApproval("Kim Seo-yeon", "kim", "editor", "", "We saw it.", firsts);
    Approved approved =
        ApprovedCopies.readByTwo(
            unread.draft(), unread.grounding(), "chief", receipt(DECIDED, List.of()), kim);
    RecordedReview review = ReviewReceipt.of(approved, PublishableBriefs.imprint());
    assertThat(review.decision()).isEqualTo("overridden");
    assertThat(review.reviewer()).isEqualTo(new RecordedReviewer.Person("Ida Quist", "chief"));
    assertThat(review.first())
        .isEqualTo(
            new RecordedReview.First(
                "Kim Seo-yeon", "editor", DECIDED.minusSeconds(60), List.of("l1"), "We saw it."));
    assertThat(recorded(receipt(DECIDED, List.of())).first()).isNull();
  }

  private RecordedReview recorded(Receipt receipt) {
    Approved read =
        ApprovedCopies.read(unread.draft(), unread.grounding(), "night editor", receipt);
    return ReviewReceipt.of(read, PublishableBriefs.imprint());
  }

  private static Receipt receipt(Instant openedAt, List<String> opened, Receipt.Change... changes) {
    return new Receipt(
        "Ida Quist",
        openedAt,
        DECIDED,
        opened,
        Collections.unmodifiableSortedSet(new TreeSet<>()),
        List.of(changes),
        new TreeSet<>(List.of(Tick.SOURCES, Tick.PLAUSIBILITY)));
  }
}

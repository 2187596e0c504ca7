package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The review receipt.
 *
 * @param openedAt when a person first opened the draft; null where nobody did, or where the
 *     newsroom does not publish it
 * @param decision one word, such as {@code approved}, or {@code overridden} where marks stood
 * @param sentencesOpened the ids of the sentences opened against their evidence
 * @param checksTicked such as {@code accuracy}, {@code plausibility}, {@code sources}
 * @param changes what people changed in the draft
 * @param approved the digest of the copy as approved
 * @param responsible who holds editorial responsibility
 * @param flags what had been flagged and was settled
 * @param first the first of two people who approved it; null where one decided
 */
public record RecordedReview(
    RecordedReviewer reviewer,
    @Nullable Instant openedAt,
    Instant decidedAt,
    String decision,
    List<String> sentencesOpened,
    List<String> checksTicked,
    Changes changes,
    Digest approved,
    String responsible,
    List<Flag> flags,
    @Nullable First first)
    implements Recorded {

  /** A review by one person, or by none. */
  public RecordedReview(
      RecordedReviewer reviewer,
      @Nullable Instant openedAt,
      Instant decidedAt,
      String decision,
      List<String> sentencesOpened,
      List<String> checksTicked,
      Changes changes,
      Digest approved,
      String responsible,
      List<Flag> flags) {
    this(
        reviewer,
        openedAt,
        decidedAt,
        decision,
        sentencesOpened,
        checksTicked,
        changes,
        approved,
        responsible,
        flags,
        null);
  }

  /**
   * The first of two people who approved it; the reviewer is the second.
   *
   * @param override why it went out although marks stood, in this person's words; null where every
   *     mark was settled
   */
  public record First(
      String name,
      String role,
      Instant decidedAt,
      List<String> sentencesOpened,
      @Nullable String override)
      implements Recorded {
    public First {
      sentencesOpened = List.copyOf(sentencesOpened);
    }

    @Override
    public Json.Obj json() {
      return new ObjectBuilder()
          .put("name", name)
          .put("role", role)
          .putText("decidedAt", decidedAt)
          .putTexts("sentencesOpened", sentencesOpened)
          .put("override", override)
          .build();
    }

    private static First read(Members members) throws ProvenanceFormatException {
      return new First(
          members.text("name"),
          members.text("role"),
          members.time("decidedAt"),
          members.texts("sentencesOpened"),
          members.textOrNull("override"));
    }
  }

  public RecordedReview {
    sentencesOpened = List.copyOf(sentencesOpened);
    checksTicked = List.copyOf(checksTicked);
    flags = List.copyOf(flags);
  }

  /**
   * How many sentences people changed, wrote and took out.
   *
   * @param difference the digest of the difference between draft and approved copy; null where
   *     there is none
   */
  public record Changes(int changed, int written, int removed, @Nullable Digest difference)
      implements Recorded {

    /** A draft that went out as it was written. */
    public static final Changes NONE = new Changes(0, 0, 0, null);

    @Override
    public Json.Obj json() {
      return new ObjectBuilder()
          .put("changed", changed)
          .put("written", written)
          .put("removed", removed)
          .put("difference", difference)
          .build();
    }
  }

  /** Something a person was asked to look at, and why. */
  public record Flag(String kind, String reason) implements Recorded {
    @Override
    public Json.Obj json() {
      return new ObjectBuilder().put("kind", kind).put("reason", reason).build();
    }
  }

  @Override
  public Json.Obj json() {
    var review =
        new ObjectBuilder()
            .put("reviewer", reviewer.json())
            .putText("openedAt", openedAt)
            .putText("decidedAt", decidedAt)
            .put("decision", decision)
            .putTexts("sentencesOpened", sentencesOpened)
            .putTexts("checksTicked", checksTicked)
            .put("changes", changes.json())
            .put("approved", approved)
            .put("responsible", responsible)
            .putAll("flags", flags);
    return first == null ? review.build() : review.put("first", first.json()).build();
  }

  static RecordedReview read(Members members) throws ProvenanceFormatException {
    Members changes = members.object("changes");
    Members first = members.objectOrNull("first");
    var flags = new ArrayList<Flag>();
    for (Members flag : members.objects("flags")) {
      flags.add(new Flag(flag.text("kind"), flag.text("reason")));
    }
    return new RecordedReview(
        RecordedReviewer.read(members.object("reviewer")),
        members.timeOrNull("openedAt"),
        members.time("decidedAt"),
        members.text("decision"),
        members.texts("sentencesOpened"),
        members.texts("checksTicked"),
        new Changes(
            changes.count("changed"),
            changes.count("written"),
            changes.count("removed"),
            changes.digestOrNull("difference")),
        members.digest("approved"),
        members.text("responsible"),
        flags,
        first == null ? null : First.read(first));
  }
}

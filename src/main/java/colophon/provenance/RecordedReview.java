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
 * @param decision one word, such as {@code approved}
 * @param sentencesOpened the ids of the sentences opened against their evidence
 * @param checksTicked such as {@code accuracy}, {@code plausibility}, {@code sources}
 * @param changes what people changed in the draft
 * @param approved the digest of the copy as approved
 * @param responsible who holds editorial responsibility
 * @param flags what had been flagged and was settled
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
    List<Flag> flags)
    implements Recorded {

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
    return new ObjectBuilder()
        .put("reviewer", reviewer.json())
        .putText("openedAt", openedAt)
        .putText("decidedAt", decidedAt)
        .put("decision", decision)
        .putTexts("sentencesOpened", sentencesOpened)
        .putTexts("checksTicked", checksTicked)
        .put("changes", changes.json())
        .put("approved", approved)
        .put("responsible", responsible)
        .putAll("flags", flags)
        .build();
  }

  static RecordedReview read(Members members) throws ProvenanceFormatException {
    Members changes = members.object("changes");
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
        flags);
  }
}

package colophon.review;

import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edit does to a decision: it voids it. A changed brief is a draft of its own, with its own
 * id, report and flags, and waits; the one it was made from never goes out.
 */
public final class Edits {

  /** How an edit ended. */
  public sealed interface Outcome {

    /** The edited draft waits, and the earlier one stands back for it. */
    record Waits(Copy.SentBack before, Copy.Waiting edited) implements Outcome {}

    /** It cannot be made; the reason is a sentence. */
    record Refused(String reason) implements Outcome {}
  }

  private static final String REPLACED = "Edited; draft ";

  private Edits() {}

  /** Whether a draft was sent back only since an edited one took its place. */
  public static boolean isReplacement(String reason) {
    return reason.startsWith(REPLACED);
  }

  /**
   * Puts an edited draft in the place of another.
   *
   * @param edited of the same story, with an id of its own
   * @param report of the edited draft
   * @param flags of the edited draft
   */
  public static Outcome apply(
      Copy copy, String by, Draft edited, GroundingReport report, List<Flag> flags, Instant now) {
    return apply(copy, by, edited, report, flags, 1, now);
  }

  /**
   * The same where a draft that waits asks for more than one person.
   *
   * @param people who must approve the edited draft
   */
  public static Outcome apply(
      Copy copy,
      String by,
      Draft edited,
      GroundingReport report,
      List<Flag> flags,
      int people,
      Instant now) {
    Optional<String> nobody = People.refuse(by);
    if (nobody.isPresent()) {
      return new Outcome.Refused(nobody.get());
    }
    Draft draft = copy.draft();
    if (edited.id().equals(draft.id()) || !edited.storyId().equals(draft.storyId())) {
      throw new IllegalStateException("an edit is a new draft of the same story");
    }
    return switch (copy) {
      case Copy.Spiked spiked ->
          new Outcome.Refused("This draft was spiked by " + spiked.by() + ": " + spiked.reason());
      case Copy.SentBack back ->
          new Outcome.Refused("This draft was sent back by " + back.by() + ": " + back.reason());
      case Copy.Waiting waiting -> waits(waiting, by, edited, report, flags, people, now);
      case Copy.Released released -> waits(released, by, edited, report, flags, people, now);
    };
  }

  /** The marks of an edited draft: whatever its pipeline asks for, it waits for a decision. */
  public static List<Flag> flags(List<Flag> found) {
    var standing = new ArrayList<>(found);
    if (standing.stream().noneMatch(flag -> flag.kind() == Flag.Kind.POLICY)) {
      standing.add(new Flag(Flag.Kind.POLICY, "It was edited, which asks for a new decision."));
    }
    return List.copyOf(standing);
  }

  private static Outcome waits(
      Copy copy,
      String by,
      Draft edited,
      GroundingReport report,
      List<Flag> flags,
      int people,
      Instant now) {
    List<Flag> standing = flags(flags);
    return new Outcome.Waits(
        new Copy.SentBack(
            copy.draft(), copy.report(), by, REPLACED + edited.id() + " takes its place.", now),
        new Copy.Waiting(
            edited,
            report,
            standing,
            copy instanceof Copy.Waiting waiting ? waiting.since() : now,
            people,
            null));
  }
}

package colophon.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Applies what an editor decides. */
public final class Decisions {

  /** How a decision ended. */
  public sealed interface Outcome {

    /** It stands. */
    record Decided(Copy copy) implements Outcome {}

    /** It cannot be made; the reason is a sentence. */
    record Refused(String reason) implements Outcome {}
  }

  private Decisions() {}

  /** The copy as it stands after the decision. Only waiting copy can be decided on. */
  public static Outcome apply(Copy copy, Decision decision, Instant now) {
    Optional<String> nobody = People.refuse(decision.by());
    if (nobody.isPresent()) {
      return new Outcome.Refused(nobody.get());
    }
    return switch (copy) {
      case Copy.Waiting waiting -> decide(waiting, decision, now);
      case Copy.Released released ->
          new Outcome.Refused("This draft may go out already; withdraw the brief to take it back.");
      case Copy.SentBack back ->
          new Outcome.Refused("This draft was sent back by " + back.by() + ": " + back.reason());
      case Copy.Spiked spiked ->
          new Outcome.Refused("This draft was spiked by " + spiked.by() + ": " + spiked.reason());
    };
  }

  private static Outcome decide(Copy.Waiting waiting, Decision decision, Instant now) {
    return switch (decision) {
      case Decision.Approve approve -> approve(waiting, approve, now);
      case Decision.SendBack back ->
          back.reason().isBlank()
              ? unreasoned("Sending a draft back")
              : new Outcome.Decided(
                  new Copy.SentBack(
                      waiting.draft(), waiting.report(), back.by(), back.reason(), now));
      case Decision.Spike spike ->
          spike.reason().isBlank()
              ? unreasoned("Spiking a draft")
              : new Outcome.Decided(
                  new Copy.Spiked(
                      waiting.draft(), waiting.report(), spike.by(), spike.reason(), now));
    };
  }

  private static Outcome unreasoned(String what) {
    return new Outcome.Refused(what + " needs a reason; give it with --reason.");
  }

  private static Outcome approve(Copy.Waiting waiting, Decision.Approve approve, Instant now) {
    if (approve.role().isBlank()) {
      return new Outcome.Refused(
          "An approval names the role of the person who answers for it; give it with --role.");
    }
    SortedSet<Flag.Kind> open = unsettled(waiting.flags(), approve.settled());
    if (!open.isEmpty()) {
      return new Outcome.Refused(
          "These marks still stand: "
              + names(open)
              + ". Look at each and settle it, or send the"
              + " draft back.");
    }
    Instant openedAt = approve.openedAt() == null ? now : approve.openedAt();
    if (openedAt.isAfter(now)) {
      return new Outcome.Refused("The draft cannot be approved before it was opened.");
    }
    var receipt =
        new Receipt(
            approve.by(),
            openedAt,
            now,
            approve.opened(),
            settled(waiting.flags(), approve.settled()),
            approve.changes());
    var person = new Reviewer.Person(approve.by().strip(), approve.role().strip());
    return new Outcome.Decided(
        new Copy.Released(
            new Approved(
                waiting.draft(),
                waiting.report(),
                waiting.flags(),
                person,
                now,
                approve.note(),
                receipt)));
  }

  /**
   * The marks that nobody has settled; a pipeline's own wish for review is settled by reviewing.
   */
  static SortedSet<Flag.Kind> unsettled(List<Flag> flags, SortedSet<Flag.Kind> settled) {
    return flags.stream()
        .map(Flag::kind)
        .filter(kind -> kind != Flag.Kind.POLICY && !settled.contains(kind))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of what a person let pass, the marks that stood. */
  private static SortedSet<Flag.Kind> settled(List<Flag> flags, SortedSet<Flag.Kind> settled) {
    return flags.stream()
        .map(Flag::kind)
        .filter(settled::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String names(SortedSet<Flag.Kind> kinds) {
    return kinds.stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}

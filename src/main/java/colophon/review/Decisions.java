package colophon.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
      case Decision.Override override -> override(waiting, override, now);
      case Decision.Confirm confirm -> confirm(waiting, confirm, now);
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
    SortedSet<Flag.Kind> open = unsettled(waiting.flags(), approve.settled());
    if (!open.isEmpty()) {
      return new Outcome.Refused(
          "These marks still stand: "
              + names(open)
              + ". Look at each and settle it, or send the"
              + " draft back.");
    }
    return vote(approve, now)
        .orElseGet(() -> {
          FirstApproval first = waiting.first();
          if (waiting.people() == 1) {
            return released(waiting, approve, null, now);
          }
          if (first == null) {
            return new Outcome.Decided(waiting.approvedBy(first(waiting, approve, "", now)));
          }
          return first.isBy(approve.by(), approve.login())
              ? new Outcome.Refused(
                  "You have approved it already; it asks for a second person, who is not you.")
              : released(waiting, approve, withoutOverride(first), now);
        });
  }

  /** Where every mark has been settled since, nothing is overridden any more. */
  private static FirstApproval withoutOverride(FirstApproval first) {
    return new FirstApproval(
        first.by(), first.login(), first.role(), first.note(), "", first.receipt());
  }

  private static Outcome override(Copy.Waiting waiting, Decision.Override override, Instant now) {
    Decision.Approve approval = override.approval();
    if (override.reason().isBlank()) {
      return new Outcome.Refused(
          "Say why it may go out although marks stand; the reason stands in the record.");
    }
    if (unsettled(waiting.flags(), approval.settled()).isEmpty()) {
      return new Outcome.Refused("No mark stands, so there is nothing to override; approve it.");
    }
    return vote(approval, now)
        .orElseGet(() ->
            new Outcome.Decided(
                waiting.approvedBy(first(waiting, approval, override.reason().strip(), now))));
  }

  private static Outcome confirm(Copy.Waiting waiting, Decision.Confirm confirm, Instant now) {
    FirstApproval first = waiting.first();
    if (first == null || first.override().isEmpty()) {
      return new Outcome.Refused(
          "Nobody has asked to let it out although marks stand, so there is nothing to confirm.");
    }
    if (first.isBy(confirm.by(), confirm.approval().login())) {
      return new Outcome.Refused(
          "You asked for it yourself; a second person must confirm it, who is not you.");
    }
    return vote(confirm.approval(), now)
        .orElseGet(() -> released(waiting, confirm.approval(), first, now));
  }

  /** Why nobody can approve anything like this; empty where it can be counted. */
  private static Optional<Outcome> vote(Decision.Approve approve, Instant now) {
    if (approve.role().isBlank()) {
      return Optional.of(
          new Outcome.Refused(
              "An approval names the role of the person who answers for it; give it with"
                  + " --role."));
    }
    Instant openedAt = approve.openedAt();
    return openedAt != null && openedAt.isAfter(now)
        ? Optional.of(new Outcome.Refused("The draft cannot be approved before it was opened."))
        : Optional.empty();
  }

  private static FirstApproval first(
      Copy.Waiting waiting, Decision.Approve approve, String override, Instant now) {
    return new FirstApproval(
        approve.by().strip(),
        approve.login(),
        approve.role().strip(),
        approve.note(),
        override,
        receipt(waiting, approve, now));
  }

  private static Outcome released(
      Copy.Waiting waiting, Decision.Approve approve, @Nullable FirstApproval first, Instant now) {
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
                receipt(waiting, approve, now),
                first,
                approve.login())));
  }

  private static Receipt receipt(Copy.Waiting waiting, Decision.Approve approve, Instant now) {
    return new Receipt(
        approve.by(),
        approve.openedAt() == null ? now : approve.openedAt(),
        now,
        approve.opened(),
        settled(waiting.flags(), approve.settled()),
        approve.changes(),
        approve.ticked());
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

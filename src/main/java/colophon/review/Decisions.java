package colophon.review;

import java.time.Instant;

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
    if (decision.by().isBlank()) {
      return new Outcome.Refused(
          "A decision needs the name of the person who makes it; give it with --by.");
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
      case Decision.Approve approve ->
          approve.role().isBlank()
              ? new Outcome.Refused(
                  "An approval names the role of the person who answers for it; give it with"
                      + " --role.")
              : new Outcome.Decided(
                  new Copy.Released(
                      new Approved(
                          waiting.draft(),
                          waiting.report(),
                          waiting.flags(),
                          new Reviewer.Person(approve.by(), approve.role()),
                          now)));
      case Decision.SendBack back ->
          new Outcome.Decided(
              new Copy.SentBack(
                  waiting.draft(), waiting.report(), back.by(), back.reason(), now));
      case Decision.Spike spike ->
          new Outcome.Decided(
              new Copy.Spiked(
                  waiting.draft(), waiting.report(), spike.by(), spike.reason(), now));
    };
  }
}

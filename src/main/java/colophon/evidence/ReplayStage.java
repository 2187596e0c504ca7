package colophon.evidence;

/** How one stage of a replay ended. */
public sealed interface ReplayStage {

  /** What the stage makes, such as {@code read} or {@code print}. */
  String name();

  /** It came to the same bytes. */
  record Same(String name, String what) implements ReplayStage {}

  /** It came to others; the sentence says where they part first. */
  record Differs(String name, String where) implements ReplayStage {}

  /** The bundle does not hold what it takes; the sentence says what is missing. */
  record NotReplayed(String name, String why) implements ReplayStage {}
}

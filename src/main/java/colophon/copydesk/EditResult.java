package colophon.copydesk;

/** How a change to a draft ended. */
public sealed interface EditResult {

  /**
   * It stands.
   *
   * @param sentenceId the sentence that is new or has changed; empty where one was cut
   * @param rebased whether a colleague had changed something else meanwhile, which stands too
   */
  record Saved(Worksheet worksheet, String sentenceId, boolean rebased) implements EditResult {}

  /**
   * A colleague changed the same sentence first; nothing was lost and nothing saved.
   *
   * @param theirs the words as they stand now; empty where the sentence was cut
   */
  record Stale(Worksheet worksheet, String theirs, Person by) implements EditResult {}

  /** It cannot be made; the reason is a sentence. */
  record Refused(String reason) implements EditResult {}
}

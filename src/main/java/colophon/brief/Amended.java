package colophon.brief;

/** How an amendment ended. */
public sealed interface Amended {

  /**
   * It was made.
   *
   * @param sentenceId the sentence that is new or has changed; empty where one was cut
   */
  record Changed(Brief brief, String sentenceId) implements Amended {}

  /** It cannot be made; the reason is a sentence. */
  record Refused(String reason) implements Amended {}

  /**
   * Somebody else has changed the sentence meanwhile.
   *
   * @param now its words as they stand; empty where it was cut
   */
  record Stale(String now) implements Amended {}
}

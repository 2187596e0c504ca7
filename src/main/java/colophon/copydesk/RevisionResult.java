package colophon.copydesk;

/** How the wish to correct or update a brief that is out ended. */
public sealed interface RevisionResult {

  /** A draft with its words waits for changes. */
  record Opened(Worksheet worksheet) implements RevisionResult {}

  /**
   * There is none.
   *
   * @param reason a sentence
   * @param draftId the draft that is in the way; empty where none is
   */
  record Refused(String reason, String draftId) implements RevisionResult {}
}

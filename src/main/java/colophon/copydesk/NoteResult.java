package colophon.copydesk;

/** How something that a person wanted to note on a draft ended. */
public sealed interface NoteResult {

  /** It stands. */
  record Noted(Worksheet worksheet) implements NoteResult {}

  /** It cannot be; the reason is a sentence. */
  record Refused(String reason) implements NoteResult {}
}

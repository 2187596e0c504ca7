package colophon.brief;

/** How a writing order ended. */
public sealed interface WritingOutcome {

  /** There is a draft; it has the form asked for and cites only passages that exist. */
  record Written(Draft draft) implements WritingOutcome {}

  /** There is none; the reason is a sentence for an editor. */
  record SetAside(String reason) implements WritingOutcome {}
}

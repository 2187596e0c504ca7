package colophon.grounding;

/** What the checks together say of a sentence. None of them says that it is true. */
public sealed interface Verdict {

  /** No mismatch was found. */
  record NoMismatch() implements Verdict {}

  /** It rests on its passages only loosely; an editor must look. */
  record Weak(Check decidedBy, String why) implements Verdict {}

  /** Something in it does not stand in its passages. */
  record Unsupported(Check decidedBy, String why) implements Verdict {}
}

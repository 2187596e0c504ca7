package colophon.brief;

/** Who wrote a sentence as it stands. */
public sealed interface Author {

  /** The model of the draft. */
  record Model() implements Author {}

  /** A person at the desk, who wrote or changed it. */
  record Person(String name) implements Author {}
}

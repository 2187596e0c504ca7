package colophon.review;

/** Who let a brief out. */
public sealed interface Reviewer {

  /**
   * A person who read it and takes responsibility, with the role held then. Never made from
   * anything but a name that a person gave.
   */
  record Person(String name, String role) implements Reviewer {
    public Person {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a reviewer has a name");
      }
    }
  }

  /** Nobody read it: the pipeline's policy allowed it and every check passed. */
  record Policy(String pipeline) implements Reviewer {}
}

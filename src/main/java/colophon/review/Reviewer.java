package colophon.review;

/** Who let a brief out. */
public sealed interface Reviewer {

  /** A person who read it and takes responsibility, with the role held then. */
  record Person(String name, String role) implements Reviewer {}

  /** Nobody read it: the pipeline's policy allowed it and every check passed. */
  record Policy(String pipeline) implements Reviewer {}
}

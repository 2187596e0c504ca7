package colophon.verify;

/** How much of a version is looked at. */
sealed interface Scope {

  /** The whole folder: nothing may be missing, and nothing may stand beside. */
  record Whole() implements Scope {}

  /** One artefact, with what proves it. */
  record One(String name) implements Scope {}

  /** What proves the version, and whichever artefacts are there. */
  record Proofs() implements Scope {}
}

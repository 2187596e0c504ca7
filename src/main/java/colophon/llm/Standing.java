package colophon.llm;

/** Whether a sentence can be read away from its article. */
enum Standing {
  /** By itself. */
  ALONE,
  /** Only right after the sentence before it, which says of whom or what it speaks. */
  FOLLOWING,
  /** Not at all: a question, a notice, a fragment, a call to the reader. */
  NEVER
}

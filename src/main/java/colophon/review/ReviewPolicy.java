package colophon.review;

/** When a person must look before a brief goes out. */
public enum ReviewPolicy {
  ALWAYS,
  WHEN_FLAGGED,
  /** Publishes by itself, and still only with every check passed and no flag that forbids it. */
  NEVER
}

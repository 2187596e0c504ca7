package colophon.c2pa;

/** How a validation ends (section 14.3). */
public enum ManifestState {
  /** Something is wrong; nothing may be built on it. */
  INVALID,
  /** Signed, unchanged, and about this very file; who signed it is not known to you. */
  VALID,
  /** Valid, and signed by somebody whose root you trust. */
  TRUSTED
}

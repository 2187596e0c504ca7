package colophon.c2pa;

/**
 * What a validation found, in the codes of the specification (section 15.2.2, A.7 and A.8). A code
 * is never given another meaning.
 */
public enum StatusCode {
  ASSERTION_HASHED_URI_MATCH("assertion.hashedURI.match", Kind.SUCCESS),
  ASSERTION_DATA_HASH_MATCH("assertion.dataHash.match", Kind.SUCCESS),
  CLAIM_SIGNATURE_VALIDATED("claimSignature.validated", Kind.SUCCESS),
  CLAIM_SIGNATURE_INSIDE_VALIDITY("claimSignature.insideValidity", Kind.SUCCESS),
  SIGNING_CREDENTIAL_TRUSTED("signingCredential.trusted", Kind.SUCCESS),
  TIME_STAMP_VALIDATED("timeStamp.validated", Kind.SUCCESS),
  TIME_STAMP_TRUSTED("timeStamp.trusted", Kind.SUCCESS),

  TIME_STAMP_MALFORMED("timeStamp.malformed", Kind.INFORMATIONAL),
  TIME_STAMP_MISMATCH("timeStamp.mismatch", Kind.INFORMATIONAL),
  TIME_STAMP_OUTSIDE_VALIDITY("timeStamp.outsideValidity", Kind.INFORMATIONAL),
  TIME_STAMP_UNTRUSTED("timeStamp.untrusted", Kind.INFORMATIONAL),

  GENERAL_ERROR("general.error", Kind.FAILURE),
  ALGORITHM_UNSUPPORTED("algorithm.unsupported", Kind.FAILURE),
  CLAIM_MISSING("claim.missing", Kind.FAILURE),
  CLAIM_MULTIPLE("claim.multiple", Kind.FAILURE),
  CLAIM_CBOR_INVALID("claim.cbor.invalid", Kind.FAILURE),
  CLAIM_MALFORMED("claim.malformed", Kind.FAILURE),
  CLAIM_HARD_BINDINGS_MISSING("claim.hardBindings.missing", Kind.FAILURE),
  CLAIM_SIGNATURE_MISSING("claimSignature.missing", Kind.FAILURE),
  CLAIM_SIGNATURE_MISMATCH("claimSignature.mismatch", Kind.FAILURE),
  CLAIM_SIGNATURE_OUTSIDE_VALIDITY("claimSignature.outsideValidity", Kind.FAILURE),
  SIGNING_CREDENTIAL_INVALID("signingCredential.invalid", Kind.FAILURE),
  SIGNING_CREDENTIAL_UNTRUSTED("signingCredential.untrusted", Kind.FAILURE),
  ASSERTION_MISSING("assertion.missing", Kind.FAILURE),
  ASSERTION_OUTSIDE_MANIFEST("assertion.outsideManifest", Kind.FAILURE),
  ASSERTION_UNDECLARED("assertion.undeclared", Kind.FAILURE),
  ASSERTION_HASHED_URI_MISMATCH("assertion.hashedURI.mismatch", Kind.FAILURE),
  ASSERTION_CBOR_INVALID("assertion.cbor.invalid", Kind.FAILURE),
  ASSERTION_MULTIPLE_HARD_BINDINGS("assertion.multipleHardBindings", Kind.FAILURE),
  ASSERTION_DATA_HASH_MALFORMED("assertion.dataHash.malformed", Kind.FAILURE),
  ASSERTION_DATA_HASH_MISMATCH("assertion.dataHash.mismatch", Kind.FAILURE),
  ASSERTION_ACTION_MALFORMED("assertion.action.malformed", Kind.FAILURE),
  ASSERTION_ACTION_INGREDIENT_MISMATCH("assertion.action.ingredientMismatch", Kind.FAILURE),
  ASSERTION_INGREDIENT_MALFORMED("assertion.ingredient.malformed", Kind.FAILURE),
  MANIFEST_HTML_MULTIPLE_MANIFESTS("manifest.html.multipleManifests", Kind.FAILURE),
  MANIFEST_TEXT_CORRUPTED_WRAPPER("manifest.text.corruptedWrapper", Kind.FAILURE),
  MANIFEST_TEXT_MULTIPLE_WRAPPERS("manifest.text.multipleWrappers", Kind.FAILURE);

  /** What a code means for the manifest. */
  public enum Kind {
    SUCCESS,
    INFORMATIONAL,
    FAILURE
  }

  private final String text;
  private final Kind kind;

  StatusCode(String text, Kind kind) {
    this.text = text;
    this.kind = kind;
  }

  /** The code as the specification writes it. */
  public String text() {
    return text;
  }

  /** What it means for the manifest. */
  public Kind kind() {
    return kind;
  }
}

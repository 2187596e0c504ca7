package colophon.c2pa;

import java.time.Instant;
import java.util.List;

/** Checks the claim of a manifest, its signature, and what it lists (sections 15.6 and 15.7). */
final class ClaimCheck {

  private final ManifestStore store;
  private final Asset asset;
  private final Findings findings;

  ClaimCheck(ManifestStore store, Asset asset, Findings findings) {
    this.store = store;
    this.asset = asset;
    this.findings = findings;
  }

  CredentialReport run(Chains chains, Instant now) {
    Jumbf.Superbox box = store.claims().getFirst();
    byte[] bytes = box.cbor();
    if (bytes == null || !box.label().equals(Claim.LABEL)) {
      fail(
          StatusCode.CLAIM_MALFORMED,
          "The claim is not one box of CBOR named " + Claim.LABEL + ".");
      return findings.report(List.of());
    }
    Cbor item;
    try {
      item = CborReader.read(bytes, Claim.LABEL);
    } catch (C2paFormatException e) {
      fail(StatusCode.CLAIM_CBOR_INVALID, "The claim cannot be read: " + e.getMessage() + ".");
      return findings.report(List.of());
    }
    Claim claim;
    try {
      claim = Claim.read(item);
    } catch (C2paFormatException e) {
      fail(StatusCode.CLAIM_MALFORMED, "The claim is not complete: " + e.getMessage() + ".");
      return findings.report(List.of());
    }
    if (claim.redacts()) {
      fail(StatusCode.CLAIM_MALFORMED, "The claim redacts assertions of others, and holds none.");
    }
    signature(claim, bytes, chains, now);
    return findings.report(new AssertionCheck(store, claim, asset, findings).run());
  }

  private void signature(Claim claim, byte[] bytes, Chains chains, Instant now) {
    String absolute =
        HashedUri.SELF
            + "/"
            + ManifestStore.LABEL
            + "/"
            + store.manifestLabel()
            + "/"
            + CoseSignature.LABEL;
    String relative = HashedUri.SELF + CoseSignature.LABEL;
    Jumbf.Superbox box = store.signatureBox();
    if (box == null
        || !(claim.signature().equals(absolute) || claim.signature().equals(relative))) {
      findings.add(
          StatusCode.CLAIM_SIGNATURE_MISSING,
          CoseSignature.LABEL,
          "The signature that the claim names is not in its manifest.");
      return;
    }
    byte[] cbor = box.cbor();
    try {
      if (cbor == null) {
        throw new C2paFormatException("expected one box of CBOR, found another content");
      }
      new SignatureCheck(CoseSignature.read(cbor), findings).run(bytes, chains, now);
    } catch (C2paFormatException e) {
      findings.add(
          StatusCode.CLAIM_SIGNATURE_MISMATCH,
          CoseSignature.LABEL,
          "The signature cannot be read: " + e.getMessage() + ".");
    }
  }

  private void fail(StatusCode code, String sentence) {
    findings.add(code, Claim.LABEL, sentence);
  }
}

package colophon.c2pa;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks the signature of a claim and the certificates it brings (sections 14.5, 15.7, 15.8). */
final class SignatureCheck {

  private final CoseSignature signature;
  private final Findings findings;

  SignatureCheck(CoseSignature signature, Findings findings) {
    this.signature = signature;
    this.findings = findings;
  }

  void run(byte[] claim, Chains chains, Instant now) {
    List<X509Certificate> chain;
    try {
      chain = Certificates.readAll(signature.chain(), CoseSignature.LABEL);
    } catch (C2paFormatException e) {
      add(
          StatusCode.SIGNING_CREDENTIAL_INVALID,
          "The signer's certificates cannot be read: " + e.getMessage() + ".");
      return;
    }
    X509Certificate signer = chain.getFirst();
    credential(chain, chains);
    Optional<CoseAlgorithm> algorithm = CoseAlgorithm.numbered(signature.algorithm());
    if (algorithm.isEmpty()) {
      add(
          StatusCode.ALGORITHM_UNSUPPORTED,
          "The signature's algorithm (" + signature.algorithm() + ") is not allowed.");
      return;
    }
    if (!algorithm
        .get()
        .verifies(signer.getPublicKey(), signature.message(claim), signature.signature())) {
      add(
          StatusCode.CLAIM_SIGNATURE_MISMATCH,
          "The claim is not what the owner of the certificate signed.");
      return;
    }
    add(
        StatusCode.CLAIM_SIGNATURE_VALIDATED,
        "The claim is signed by the key of " + signer.getSubjectX500Principal() + ".");
    findings.signedBy(signer);
    Optional<Instant> stamped =
        new TimeStampCheck(signature, chains.anchors(), findings).trustedTime();
    stamped.ifPresent(findings::stampedAt);
    validity(chain, stamped.orElse(now), stamped.isPresent());
  }

  private void credential(List<X509Certificate> chain, Chains chains) {
    X509Certificate signer = chain.getFirst();
    Optional<String> fault = CertificateProfile.claimSigner(signer);
    if (fault.isPresent()) {
      add(
          StatusCode.SIGNING_CREDENTIAL_INVALID,
          "The signer's certificate may not sign content credentials: " + fault.get() + ".");
    } else if (chains.lead(chain)) {
      add(
          StatusCode.SIGNING_CREDENTIAL_TRUSTED,
          "The signer's certificate leads to a root that you trust.");
    } else {
      add(
          StatusCode.SIGNING_CREDENTIAL_UNTRUSTED,
          "The signer's certificate leads to no root that you trust.");
    }
  }

  private void validity(List<X509Certificate> chain, Instant time, boolean stamped) {
    String when =
        stamped ? "when the signature was stamped" : "now, and no trusted time is stamped";
    if (Certificates.validAt(chain, time)) {
      add(
          StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY,
          "The signer's certificates were valid "
              + (stamped ? when : "when this was checked")
              + ".");
    } else {
      add(
          StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY,
          "The signer's certificates are not valid " + when + ".");
    }
  }

  private void add(StatusCode code, String sentence) {
    findings.add(code, CoseSignature.LABEL, sentence);
  }
}

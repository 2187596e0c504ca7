package colophon.verify;

import colophon.provenance.AttestationLeaf;
import colophon.provenance.SigstoreBundle;
import colophon.tlog.LogFormatException;
import colophon.tlog.TlogProof;
import java.util.Arrays;
import java.util.Map;

/**
 * Whether the bundle in sigstore's form says what envelope and proof beside it say: it follows from
 * them to the byte.
 */
final class SigstoreCheck {

  private SigstoreCheck() {}

  static void check(Map<String, byte[]> files, Attestation attestation, Findings findings) {
    byte[] bundle = files.get(Bundle.SIGSTORE);
    byte[] proof = files.get(Bundle.PROOF);
    // Without signer or proof the failure is said already, and there is nothing to compare with.
    if (bundle == null || proof == null || attestation.signer() == null) {
      return;
    }
    try {
      byte[] expected =
          SigstoreBundle.bytes(
              attestation.envelope(),
              AttestationLeaf.of(attestation.envelope(), attestation.signer().key().key()),
              TlogProof.parse(proof));
      if (Arrays.equals(bundle, expected)) {
        findings.add(
            Code.SIGSTORE_MATCHES,
            Bundle.SIGSTORE,
            "The bundle for sigstore's verifiers says what statement and log proof say.");
      } else {
        findings.add(
            Code.SIGSTORE_DIFFERS,
            Bundle.SIGSTORE,
            "The bundle for sigstore's verifiers is not the one that follows from statement and log"
                + " proof.");
      }
    } catch (LogFormatException e) {
      // The proof cannot be read: the log check says so.
    }
  }
}

package colophon.verify;

import colophon.provenance.Envelope;
import org.jspecify.annotations.Nullable;

/** Looks for the key that signed an envelope. */
sealed interface Signer {

  /** This key signed it. */
  record Found(KnownKeys.Known known) implements Signer {}

  /** The envelope names a key we have, and that key did not sign it. */
  record Forged(KnownKeys.Known known) implements Signer {}

  /** No key we have signed it, nor does it name one. */
  record Unknown() implements Signer {}

  static Signer of(Envelope envelope, KnownKeys keys) {
    KnownKeys.@Nullable Known named = null;
    for (KnownKeys.Known known : keys.of(PublishedKey.Use.MANIFEST)) {
      // The hint may only narrow the search; without one every key is tried.
      boolean hinted = known.key().keyId().equals(envelope.keyId());
      if (hinted || envelope.keyId().isEmpty()) {
        if (envelope.signedBy(known.key().key())) {
          return new Found(known);
        }
        if (hinted && named == null) {
          named = known;
        }
      }
    }
    return named == null ? new Unknown() : new Forged(named);
  }
}

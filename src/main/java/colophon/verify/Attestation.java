package colophon.verify;

import colophon.provenance.Envelope;
import colophon.provenance.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a version's envelope says.
 *
 * @param signer the key that signed it; null where none of ours did
 */
record Attestation(Envelope envelope, Statement statement, KnownKeys.@Nullable Known signer) {

  boolean trusted() {
    return signer != null && signer.trusted();
  }
}

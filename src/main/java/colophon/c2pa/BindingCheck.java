package colophon.c2pa;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Checks the hash that binds a manifest to the bytes of a file (section 15.12.1). */
final class BindingCheck {

  private final DataHash binding;
  private final Claim claim;
  private final Asset asset;
  private final Findings findings;
  private final String place;

  BindingCheck(DataHash binding, Claim claim, Asset asset, Findings findings, String place) {
    this.binding = binding;
    this.claim = claim;
    this.asset = asset;
    this.findings = findings;
    this.place = place;
  }

  void run() {
    String name = binding.algorithm() == null ? claim.algorithm() : binding.algorithm();
    Optional<MessageDigest> digest = name == null ? Optional.empty() : Hashes.named(name);
    ByteRange carrier = asset.carrier();
    List<ByteRange> allowed = carrier == null ? List.of() : List.of(carrier);
    if (digest.isEmpty()) {
      add(
          StatusCode.ALGORITHM_UNSUPPORTED,
          "The hash of the file names no algorithm that is allowed.");
    } else if (!binding.exclusions().equals(allowed)) {
      // Anything else that is left out of the hash could be changed without notice.
      add(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH,
          carrier == null
              ? "The hash leaves out parts of the file."
              : "The hash leaves out other parts of the file than the manifest.");
    } else if (!binding.matches(asset.bytes(), digest.get())) {
      add(StatusCode.ASSERTION_DATA_HASH_MISMATCH, "The file is not the one that was signed.");
    } else {
      add(StatusCode.ASSERTION_DATA_HASH_MATCH, "The file is the one that was signed.");
    }
  }

  private void add(StatusCode code, String sentence) {
    findings.add(code, place, sentence);
  }
}

package colophon.evidence;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.edition.VersionPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** The version as published, what became of it, and the records before it. */
final class VersionPart {

  private static final List<String> PROOFS =
      List.of("record.json", "attestation.dsse.json", "record.tlog-proof");

  private final Attestor attestor;

  VersionPart(Attestor attestor) {
    this.attestor = attestor;
  }

  /** The folder of a version, as on the site. */
  static String folder(VersionPlan plan) {
    return "briefs/" + plan.slug() + "/v" + plan.version() + "/";
  }

  /**
   * Adds the files of a version.
   *
   * @param earlier the logged versions before it
   */
  void add(Attested attested, List<VersionPlan> earlier, Shelf shelf) {
    VersionPlan plan = attested.plan();
    attestor
        .files(attested)
        .forEach((name, bytes) -> shelf.put(folder(plan) + name, what(name), bytes));
    attestor
        .latestStatus(plan.briefId())
        .ifPresent(status ->
            shelf.put(
                "briefs/" + plan.slug() + "/status.dsse.json",
                "what the publisher has signed about this brief's versions since: current,"
                    + " corrected, withdrawn",
                status));
    for (VersionPlan before : earlier) {
      Optional<Attested> kept = attestor.find(before);
      if (kept.isPresent()) {
        SortedMap<String, byte[]> files = attestor.files(kept.get());
        for (String name : PROOFS) {
          shelf.put(
              "earlier/v" + before.version() + "/" + name,
              "version " + before.version() + ": " + what(name),
              Objects.requireNonNull(files.get(name), name));
        }
      }
    }
    attestor
        .trust()
        .forEach((name, file) ->
            shelf.put(
                "trust/" + name,
                "of the publisher's public keys and roots; they came along, so they make it VALID"
                    + " at most: compare them with keys from elsewhere",
                file));
  }

  private static String what(String name) {
    return switch (name) {
      case "record.json" -> "the record of how it came to be (RFC 8785 JSON)";
      case "attestation.dsse.json" -> "the signed statement about the record and the files (DSSE)";
      case "record.tlog-proof" -> "the proof that the statement stands in the public log";
      default -> "as published";
    };
  }
}

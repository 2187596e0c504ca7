package colophon.verify;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a brief's versions, as the publisher signed it: {@code status.dsse.json}
 * beside the versions' folders.
 *
 * @param versions each version's state by its number
 * @param trusted whether the key that signed it was obtained elsewhere
 */
record SignedStatus(
    String brief, String since, SortedMap<Integer, VersionState> versions, boolean trusted) {

  /** The file, in the brief's folder. */
  static final String FILE = "status.dsse.json";

  private static final String PAYLOAD_TYPE = "application/vnd.colophon.brief-status.v0+json";
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** One version, the digest of its record and one word. */
  record VersionState(Digest record, String state) {}

  /** Reads and checks a status; null, after a finding, where there is nothing to rely on. */
  static @Nullable SignedStatus read(byte[] file, KnownKeys keys, Findings findings) {
    try {
      Envelope envelope = Envelope.parse(file);
      if (!envelope.payloadType().equals(PAYLOAD_TYPE)) {
        throw new ProvenanceFormatException(
            "expected " + PAYLOAD_TYPE + ", found \"" + envelope.payloadType() + "\"");
      }
      if (Signer.of(envelope, keys) instanceof Signer.Found found) {
        Revocation revocation = keys.revocation(found.known().key().keyId());
        if (revocation != null) {
          findings.add(
              Code.STATUS_FORGED,
              FILE,
              "The status is signed with a key that was revoked as of "
                  + revocation.at()
                  + " ("
                  + revocation.reason()
                  + ").");
          return null;
        }
        return parse(envelope.payload(), found.known().trusted());
      }
      findings.add(
          Code.STATUS_FORGED, FILE, "None of the keys at hand signed the status as it stands.");
    } catch (ProvenanceFormatException | JsonFormatException | IllegalArgumentException e) {
      findings.add(
          Code.STATUS_MALFORMED, FILE, "The status cannot be read: " + e.getMessage() + ".");
    }
    return null;
  }

  private static SignedStatus parse(byte[] payload, boolean trusted)
      throws JsonFormatException, ProvenanceFormatException {
    Json.Obj status = JsonReader.readObject(payload, MOST_BYTES);
    var versions = new TreeMap<Integer, VersionState>();
    if (!(status.get("versions") instanceof Json.Arr list)) {
      throw new ProvenanceFormatException("versions: expected a list");
    }
    for (Json item : list.items()) {
      if (!(item instanceof Json.Obj version)
          || !(version.get("version") instanceof Json.Num number)) {
        throw new ProvenanceFormatException("versions: expected objects with a version");
      }
      versions.put(
          number(number),
          new VersionState(Digest.parse(text(version, "record")), text(version, "state")));
    }
    return new SignedStatus(text(status, "brief"), text(status, "since"), versions, trusted);
  }

  private static int number(Json.Num number) throws ProvenanceFormatException {
    try {
      return Math.toIntExact(number.whole());
    } catch (ArithmeticException e) {
      throw new ProvenanceFormatException(
          "version: expected a whole number, found " + number.literal());
    }
  }

  private static String text(Json.Obj object, String name) throws ProvenanceFormatException {
    if (object.get(name) instanceof Json.Str string) {
      return string.value();
    }
    throw new ProvenanceFormatException(name + ": expected a string");
  }

  /** The state of a version by its record, as findings; whether it was withdrawn. */
  boolean withdrawn(int version, Digest record, boolean trustedRecord, Findings findings) {
    VersionState state = versions.get(version);
    if (trustedRecord && !trusted) {
      findings.add(
          Code.STATUS_FORGED,
          FILE,
          "The status is signed with a key that is not among those you trust, though the record"
              + " is.");
      return false;
    }
    if (state == null || !state.record().equals(record)) {
      findings.add(
          Code.STATUS_DIFFERS,
          FILE,
          "The signed status does not know version " + version + " with this record.");
      return false;
    }
    if (state.state().equals("withdrawn")) {
      findings.add(
          Code.STATUS_WITHDRAWN, FILE, "The publisher withdrew this version; since " + since + ".");
      return true;
    }
    if (state.state().equals("current")) {
      findings.add(
          Code.STATUS_CURRENT,
          FILE,
          "This is the current version of the brief since " + since + ".");
    } else {
      findings.add(
          Code.STATUS_SUPERSEDED,
          FILE,
          "A later version stands in its place (" + state.state() + "); since " + since + ".");
    }
    return false;
  }
}

package colophon.verify;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.ProvenanceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether every file of a bundle is the one that its manifest lists, and none stands beside. */
final class ManifestCheck {

  /** The manifest, at the root of the bundle. */
  static final String MANIFEST = "manifest.json";

  private static final int MOST_BYTES = 2 << 20;

  private final EvidenceZip zip;
  private final Findings findings;

  ManifestCheck(EvidenceZip zip, Findings findings) {
    this.zip = zip;
    this.findings = findings;
  }

  /**
   * Checks every file.
   *
   * @param record of the version in the bundle; null where none can be read
   */
  void check(@Nullable ProvenanceRecord record) throws IOException {
    ZipItem item = zip.items().get(MANIFEST);
    if (item == null) {
      findings.add(
          Code.MANIFEST_MISSING, MANIFEST, "The bundle has no manifest of what belongs into it.");
      return;
    }
    SortedMap<String, String> listed;
    try {
      Json.Obj manifest = JsonReader.readObject(zip.bytes(item, MOST_BYTES), MOST_BYTES);
      listed = listed(manifest);
      boolean other =
          record != null
              && !(manifest.get("record") instanceof Json.Str named
                  && named.value().equals(record.digest().toString()));
      if (other) {
        differs(MANIFEST, "The manifest is of another record than the one in the bundle.");
      }
    } catch (JsonFormatException e) {
      findings.add(
          Code.MANIFEST_MALFORMED,
          MANIFEST,
          "The manifest cannot be read: " + e.getMessage() + ".");
      return;
    }
    int before = findings.all().size();
    compare(listed);
    if (findings.all().size() == before) {
      findings.add(
          Code.MANIFEST_MATCHES,
          MANIFEST,
          "Each of the bundle's "
              + listed.size()
              + " files has the digest that the manifest lists.");
    }
    findings.add(
        Code.BUNDLE_UNSIGNED,
        MANIFEST,
        "The manifest is not signed: drafts, reviews and the source check are the publisher's own"
            + " papers, as far as the signed record does not name their digests.");
  }

  private void compare(SortedMap<String, String> listed) throws IOException {
    for (ZipItem item : zip.items().values()) {
      String stated = listed.get(item.name());
      if (item.name().equals(MANIFEST)) {
        continue;
      }
      if (stated == null) {
        differs(item.name(), "The manifest does not list this file.");
      } else if (!stated.equals(digest(item).hex())) {
        differs(item.name(), "The file is not the one that the manifest lists.");
      }
    }
    for (String name : listed.keySet()) {
      if (!zip.items().containsKey(name)) {
        differs(name, "The manifest lists this file, and it is not here.");
      }
    }
  }

  private void differs(String name, String sentence) {
    findings.add(Code.MANIFEST_DIFFERS, name, sentence);
  }

  private static SortedMap<String, String> listed(Json.Obj manifest) throws JsonFormatException {
    if (!(manifest.get("entries") instanceof Json.Arr entries)) {
      throw new JsonFormatException("expected a list of entries");
    }
    var listed = new TreeMap<String, String>();
    for (Json entry : entries.items()) {
      if (!(entry instanceof Json.Obj object
          && object.get("path") instanceof Json.Str path
          && object.get("sha256") instanceof Json.Str digest)) {
        throw new JsonFormatException("expected entries with a path and a sha256");
      }
      if (listed.put(path.value(), digest.value()) != null) {
        throw new JsonFormatException("expected each file once, found " + path.value() + " twice");
      }
    }
    return listed;
  }

  private Digest digest(ZipItem item) throws IOException {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(zip.stream(item), sha256)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Digest.ofRaw(sha256.digest());
  }
}

package colophon.verify;

import colophon.c2pa.CredentialValidator;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An evidence bundle: the version in it as a folder would be checked, the manifest's digests, the
 * records before it, and what the record says of archived copies, texts, request and answer.
 */
final class BundleCheck {

  private static final Pattern VERSION =
      Pattern.compile("briefs/([a-z0-9-]+)/(v[1-9][0-9]{0,5})/([^/]+)");
  private static final String TRUST = "trust/" + Bundle.KEYS;

  private final EvidenceZip zip;
  private final KnownKeys given;
  private final CredentialValidator credentials;
  private final Findings findings;
  private final List<KeyUsed> used = new ArrayList<>();

  BundleCheck(
      EvidenceZip zip, KnownKeys given, CredentialValidator credentials, Findings findings) {
    this.zip = zip;
    this.given = given;
    this.credentials = credentials;
    this.findings = findings;
  }

  List<KeyUsed> used() {
    return used;
  }

  /** What came of the version in the bundle. */
  VersionResult check() throws IOException {
    SortedSet<String> folders = new TreeSet<>();
    for (String name : zip.items().keySet()) {
      Matcher version = VERSION.matcher(name);
      if (version.matches()) {
        folders.add("briefs/" + version.group(1) + "/" + version.group(2) + "/");
      }
    }
    if (folders.isEmpty()) {
      findings.add(
          Code.TARGET_NOTHING,
          "briefs",
          "This zip holds no version of a brief (briefs/SLUG/v1/…), so it is no evidence bundle.");
      return VersionResult.NOTHING;
    }
    if (folders.size() > 1) {
      findings.add(
          Code.BUNDLE_MALFORMED,
          folders.last(),
          "An evidence bundle is of one version, and this one holds " + folders.size() + ".");
      return VersionResult.NOTHING;
    }
    return check(folders.first());
  }

  private VersionResult check(String folder) throws IOException {
    String[] parts = folder.split("/");
    int number = VersionFolder.version(parts[2]);
    var here = new Findings(folder.substring(0, folder.length() - 1));
    SortedMap<String, byte[]> files = files(folder, here);
    KnownKeys keys = given.and(keys());
    var status = new Findings("briefs/" + parts[1]);
    SignedStatus signed = status("briefs/" + parts[1] + "/" + SignedStatus.FILE, keys, status);
    findings.addAll(status.all());
    byte @Nullable [] before = find("earlier/v" + (number - 1) + "/" + Bundle.RECORD);
    VersionResult result =
        new VersionCheck(
                files,
                new VersionCheck.Surroundings(keys, credentials, signed, parts[1], number, before),
                used,
                here)
            .check(new Scope.Whole());
    findings.addAll(here.all());
    ProvenanceRecord record = result.record();
    new ManifestCheck(zip, findings).check(record);
    if (record != null) {
      earlier(number - 1, keys);
      ErasedThings erased = ErasedThings.read(zip, keys, result.trusted(), findings);
      new SourcesCheck(zip, record, erased, findings).check();
      erased.others();
    }
    return result;
  }

  private SortedMap<String, byte[]> files(String folder, Findings here) throws IOException {
    var files = new TreeMap<String, byte[]>();
    long left = VersionFolder.MOST_FOLDER_BYTES;
    for (ZipItem item : zip.items().tailMap(folder).values()) {
      if (!item.name().startsWith(folder)) {
        break;
      }
      left -= item.size();
      if (left < 0 || files.size() == VersionFolder.MOST_FILES) {
        here.add(
            Code.FOLDER_TOO_LARGE, item.name(), "The version has more files than one can have.");
        break;
      }
      files.put(
          item.name().substring(folder.length()), zip.bytes(item, VersionFolder.MOST_FILE_BYTES));
    }
    return files;
  }

  private TrustRoot keys() throws IOException {
    byte[] file = find(TRUST);
    if (file == null) {
      return TrustRoot.NONE;
    }
    try {
      return TrustRoot.parse(file);
    } catch (ProvenanceFormatException e) {
      findings.add(
          Code.KEYS_MALFORMED,
          TRUST,
          "The keys in the bundle cannot be read: " + e.getMessage() + ".");
      return TrustRoot.NONE;
    }
  }

  private @Nullable SignedStatus status(String name, KnownKeys keys, Findings here)
      throws IOException {
    byte[] file = find(name);
    return file == null ? null : SignedStatus.read(file, keys, here);
  }

  /** The versions before: their statements, their log proofs, and how each follows the last. */
  private void earlier(int newest, KnownKeys keys) throws IOException {
    for (int number = newest; number > 0; number--) {
      String folder = "earlier/v" + number + "/";
      if (find(folder + Bundle.RECORD) == null) {
        return;
      }
      var here = new Findings(folder.substring(0, folder.length() - 1));
      var surroundings =
          new VersionCheck.Surroundings(
              keys,
              credentials,
              null,
              null,
              number,
              find("earlier/v" + (number - 1) + "/" + Bundle.RECORD));
      new VersionCheck(files(folder, here), surroundings, new ArrayList<>(), here)
          .check(new Scope.Proofs());
      for (Finding finding : here.all()) {
        if (finding.severity() == Severity.FAILED || finding.code() == Code.CHAIN_FOLLOWS) {
          findings.addAll(List.of(finding));
        }
      }
    }
  }

  private byte @Nullable [] find(String name) throws IOException {
    ZipItem item = zip.items().get(name);
    return item == null ? null : zip.bytes(item, VersionFolder.MOST_FILE_BYTES);
  }
}

package colophon.verify;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceRecord;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the versions of a published site for whoever goes on to work with them: each file is read
 * once, and what is handed on is what was verified.
 */
public final class VerifiedSite {

  private final KnownKeys keys;
  private final Instant now;
  private final Consumer<VerifiedVersion> reader;
  private final Findings findings;

  private VerifiedSite(
      KnownKeys keys, Instant now, Consumer<VerifiedVersion> reader, Findings findings) {
    this.keys = keys;
    this.now = now;
    this.reader = reader;
    this.findings = findings;
  }

  /**
   * Hands every version of a site on, one after the other, the faulty ones too.
   *
   * @param trust a key file, or a folder of public keys, obtained elsewhere; null for none
   * @param now by which certificates are judged
   * @return what was wrong with the site as a whole, such as unusable keys
   */
  public static List<Finding> read(
      Path site, @Nullable Path trust, Instant now, Consumer<VerifiedVersion> reader) {
    var findings = new Findings("");
    Path root = site.toAbsolutePath().normalize();
    Path briefs = root.resolve("briefs");
    if (!Files.isDirectory(briefs, LinkOption.NOFOLLOW_LINKS)) {
      findings.add(
          Code.TARGET_NOTHING,
          site.toString(),
          "There is no folder \"briefs\" here; give a site, which holds briefs/SLUG/v1.");
      return findings.all();
    }
    TrustRoot given = trust == null ? TrustRoot.NONE : TrustFiles.read(trust, findings);
    boolean inside = trust != null && trust.toAbsolutePath().normalize().startsWith(root);
    var keys =
        inside
            ? new KnownKeys(TrustRoot.NONE, new TrustRoot(given.keys()))
            : new KnownKeys(given, TrustRoot.NONE);
    new VerifiedSite(keys.and(SiteCheck.keysOf(root, findings)), now, reader, findings)
        .briefs(briefs);
    return findings.all();
  }

  private void briefs(Path folder) {
    for (Path brief : VersionFolder.list(folder, SiteCheck.MOST_BRIEFS, findings)) {
      if (Files.isDirectory(brief, LinkOption.NOFOLLOW_LINKS)) {
        brief(brief, VersionFolder.name(brief));
      }
    }
  }

  private void brief(Path folder, String slug) {
    var here = new Findings("briefs/" + slug);
    byte[] file =
        VersionFolder.readIfThere(folder.resolve(SignedStatus.FILE), SignedStatus.FILE, here);
    SignedStatus status = file == null ? null : SignedStatus.read(file, keys, here);
    var numbers = new TreeMap<Integer, Path>();
    for (Path path : VersionFolder.list(folder, SiteCheck.MOST_VERSIONS, here)) {
      int number = VersionFolder.version(VersionFolder.name(path));
      if (number > 0 && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        numbers.put(number, path);
      }
    }
    findings.addAll(here.all());
    byte[] previous = null;
    for (var version : numbers.entrySet()) {
      var around =
          new VersionCheck.Surroundings(keys, now, status, slug, version.getKey(), previous);
      previous = version(version.getValue(), "briefs/" + slug + "/v" + version.getKey(), around);
    }
  }

  private byte @Nullable [] version(Path folder, String place, VersionCheck.Surroundings around) {
    var here = new Findings(place);
    SortedMap<String, byte[]> files = VersionFolder.read(folder, here);
    VersionResult result = VersionResult.NOTHING;
    try {
      result = new VersionCheck(files, around, new ArrayList<>(), here).check(new Scope.Whole());
    } catch (RuntimeException e) {
      here.add(
          Code.VERIFIER_FAULT,
          Bundle.RECORD,
          "The verifier itself failed (" + e.getClass().getSimpleName() + "); please report this.");
    }
    ProvenanceRecord record = here.failed() ? null : result.record();
    Outcome outcome =
        record == null ? Outcome.INVALID : result.trusted() ? Outcome.TRUSTED : Outcome.VALID;
    var faults =
        here.all().stream().filter(finding -> finding.severity() == Severity.FAILED).toList();
    String state = record == null ? "" : state(record, around.status());
    reader.accept(new VerifiedVersion(place, outcome, record, state, files, faults));
    return files.get(Bundle.RECORD);
  }

  private static String state(ProvenanceRecord record, @Nullable SignedStatus status) {
    SignedStatus.VersionState state =
        status == null ? null : status.versions().get(record.brief().version());
    Digest digest = record.digest();
    return state != null && state.record().equals(digest) ? state.state() : "";
  }
}

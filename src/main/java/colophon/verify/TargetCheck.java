package colophon.verify;

import colophon.c2pa.CredentialValidator;
import colophon.c2pa.ManifestStore;
import colophon.provenance.ProvJson;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Finds out what a file or folder is, and has it checked as that. */
final class TargetCheck {

  /** How far up from a version the site's folder is looked for. */
  static final int MOST_STEPS_UP = 3;

  private final String shown;
  private final KnownKeys given;
  private final CredentialValidator credentials;
  private final Findings findings;

  TargetCheck(String shown, KnownKeys given, CredentialValidator credentials, Findings findings) {
    this.shown = shown;
    this.given = given;
    this.credentials = credentials;
    this.findings = findings;
  }

  Report check(Path path) {
    if (Files.isRegularFile(path)) {
      return file(path);
    }
    if (!Files.isDirectory(path)) {
      findings.add(Code.TARGET_MISSING, shown, "There is no such file or folder.");
      return report(shown, 0, false, List.of(), findings);
    }
    return Files.exists(path.resolve(Bundle.ATTESTATION))
            || VersionFolder.version(VersionFolder.name(path)) > 0
        ? version(path, new Scope.Whole())
        : site(path);
  }

  private Report file(Path path) {
    String name = VersionFolder.name(path);
    Path folder = path.getParent();
    if (folder != null && Files.exists(folder.resolve(Bundle.ATTESTATION))) {
      return version(folder, Bundle.isProof(name) ? new Scope.Proofs() : new Scope.One(name));
    }
    if (folder != null && name.equals(ProvJson.FILE)) {
      return site(folder);
    }
    if (EvidenceZip.looksLike(path)) {
      return BundleReport.of(path, shown, given, credentials, findings);
    }
    return new LooseCheck(shown, given, credentials, findings).check(path);
  }

  private Report version(Path folder, Scope scope) {
    KnownKeys keys = given.and(siteKeys(folder));
    var used = new ArrayList<KeyUsed>();
    // Of a single file, what else stands in the folder is not asked about.
    Findings reading = scope instanceof Scope.Whole ? findings : new Findings("");
    SortedMap<String, byte[]> files =
        VersionFolder.read(folder, name -> isAsked(scope, name), reading);
    var begun = CredentialCheck.begin(files, scope, credentials);
    VersionResult result =
        new VersionCheck(files, surroundings(folder, keys), used, findings).check(scope, begun);
    return report(shown, 1, result.trusted(), used, findings);
  }

  /** Of a single file, its proofs and its own credential are looked at and no other's. */
  private static boolean isAsked(Scope scope, String name) {
    return !(scope instanceof Scope.One one)
        || name.equals(one.name())
        || (name.endsWith(ManifestStore.FILE_ENDING)
            ? CredentialCheck.artefact(name).equals(one.name())
            : Bundle.isProof(name));
  }

  private VersionCheck.Surroundings surroundings(Path folder, KnownKeys keys) {
    Path brief = folder.getParent();
    int number = VersionFolder.version(VersionFolder.name(folder));
    if (brief == null || number == 0) {
      return VersionCheck.Surroundings.none(keys, credentials);
    }
    byte[] status =
        VersionFolder.readIfThere(brief.resolve(SignedStatus.FILE), SignedStatus.FILE, findings);
    Path before = brief.resolve("v" + (number - 1)).resolve(Bundle.RECORD);
    return new VersionCheck.Surroundings(
        keys,
        credentials,
        status == null ? null : SignedStatus.read(status, keys, findings),
        null,
        number,
        VersionFolder.readIfThere(before, "v" + (number - 1) + "/" + Bundle.RECORD, findings));
  }

  private Report site(Path path) {
    var check = new SiteCheck(given.and(siteKeys(path)), credentials, findings);
    Path briefs = path.resolve("briefs");
    if (Files.isDirectory(briefs, LinkOption.NOFOLLOW_LINKS)) {
      check.briefs(briefs, "briefs");
      check.logs(path);
    } else {
      check.brief(path, "", null);
    }
    check.close();
    if (check.versions() == 0) {
      findings.add(
          Code.TARGET_NOTHING,
          shown,
          "There is nothing to verify here; give a site with briefs/SLUG/v1, a version's folder or"
              + " a file in one.");
    }
    return report(shown, check.versions(), check.allTrusted(), check.used(), findings);
  }

  /** The keys of the site that a folder belongs to, where it belongs to one. */
  private TrustRoot siteKeys(Path folder) {
    Path site = folder;
    for (int i = 0; i <= MOST_STEPS_UP && site != null; i++) {
      TrustRoot keys = SiteCheck.keysOf(site, findings);
      if (!keys.keys().isEmpty()) {
        return keys;
      }
      site = site.getParent();
    }
    return TrustRoot.NONE;
  }

  /** The end of a verification: trusted only where nothing failed. */
  static Report report(
      String shown, int versions, boolean trusted, List<KeyUsed> used, Findings findings) {
    Outcome outcome =
        findings.failed() ? Outcome.INVALID : trusted ? Outcome.TRUSTED : Outcome.VALID;
    return new Report(shown, outcome, versions, used, findings.all());
  }
}

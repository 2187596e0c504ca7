package colophon.verify;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies published versions, offline: no network, no database, no clock. Whatever it is given, it
 * ends with a report and never with an exception.
 */
public final class Verifier {

  /** How far up from a version the site's folder is looked for. */
  private static final int MOST_STEPS_UP = 3;

  private Verifier() {}

  /**
   * Verifies the files of one version at hand, as a publisher does before release.
   *
   * @param elsewhere keys that were not obtained together with the files
   */
  public static Report verify(Bundle bundle, TrustRoot elsewhere) {
    var findings = new Findings("");
    var used = new ArrayList<KeyUsed>();
    VersionResult result = VersionResult.NOTHING;
    try {
      var keys = new KnownKeys(elsewhere, TrustRoot.NONE);
      result =
          new VersionCheck(bundle.files(), VersionCheck.Surroundings.none(keys), used, findings)
              .check(new Scope.Whole());
    } catch (RuntimeException e) {
      fault(e, bundle.name(), findings);
    }
    return report(bundle.name(), 1, result.trusted(), used, findings);
  }

  /**
   * Verifies a file of a version, a version's folder, a brief's folder or a whole site.
   *
   * @param trust a key file, or a folder of public keys, obtained elsewhere; null for none
   */
  public static Report verify(Path target, @Nullable Path trust) {
    var findings = new Findings("");
    try {
      Path path = target.toAbsolutePath().normalize();
      KnownKeys keys = trust == null ? KnownKeys.NONE : given(trust, path, findings);
      return verify(path, target.toString(), keys, findings);
    } catch (RuntimeException e) {
      fault(e, target.toString(), findings);
      return report(target.toString(), 0, false, new ArrayList<>(), findings);
    }
  }

  private static Report verify(Path path, String shown, KnownKeys keys, Findings findings) {
    if (Files.isRegularFile(path)) {
      Path folder = path.getParent();
      if (folder != null && Files.exists(folder.resolve(Bundle.ATTESTATION))) {
        String name = VersionFolder.name(path);
        Scope scope = Bundle.isProof(name) ? new Scope.Proofs() : new Scope.One(name);
        return version(folder, shown, scope, keys, findings);
      }
      findings.add(
          Code.TARGET_NOTHING,
          shown,
          "Beside this file there is no "
              + Bundle.ATTESTATION
              + "; give a file in a version's folder, such as briefs/SLUG/v1/index.html.");
    } else if (!Files.isDirectory(path)) {
      findings.add(Code.TARGET_MISSING, shown, "There is no such file or folder.");
    } else if (Files.exists(path.resolve(Bundle.ATTESTATION))
        || VersionFolder.version(VersionFolder.name(path)) > 0) {
      return version(path, shown, new Scope.Whole(), keys, findings);
    } else {
      return site(path, shown, keys, findings);
    }
    return report(shown, 0, false, new ArrayList<>(), findings);
  }

  private static Report version(
      Path folder, String shown, Scope scope, KnownKeys given, Findings findings) {
    KnownKeys keys = given.and(siteKeys(folder, findings));
    var used = new ArrayList<KeyUsed>();
    // Of a single file, what else stands in the folder is not asked about.
    Findings reading = scope instanceof Scope.Whole ? findings : new Findings("");
    SortedMap<String, byte[]> files = VersionFolder.read(folder, reading);
    VersionResult result =
        new VersionCheck(files, surroundings(folder, keys, findings), used, findings).check(scope);
    return report(shown, 1, result.trusted(), used, findings);
  }

  private static VersionCheck.Surroundings surroundings(
      Path folder, KnownKeys keys, Findings findings) {
    Path brief = folder.getParent();
    int number = VersionFolder.version(VersionFolder.name(folder));
    if (brief == null || number == 0) {
      return VersionCheck.Surroundings.none(keys);
    }
    byte[] status =
        VersionFolder.readIfThere(brief.resolve(SignedStatus.FILE), SignedStatus.FILE, findings);
    Path before = brief.resolve("v" + (number - 1)).resolve(Bundle.RECORD);
    return new VersionCheck.Surroundings(
        keys,
        status == null ? null : SignedStatus.read(status, keys, findings),
        null,
        number,
        VersionFolder.readIfThere(before, "v" + (number - 1) + "/" + Bundle.RECORD, findings));
  }

  private static Report site(Path path, String shown, KnownKeys keys, Findings findings) {
    var check = new SiteCheck(keys.and(siteKeys(path, findings)), findings);
    Path briefs = path.resolve("briefs");
    if (Files.isDirectory(briefs, LinkOption.NOFOLLOW_LINKS)) {
      check.briefs(briefs, "briefs");
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
  private static TrustRoot siteKeys(Path folder, Findings findings) {
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

  private static KnownKeys given(Path trust, Path target, Findings findings) {
    TrustRoot given = TrustFiles.read(trust, findings);
    if (!inside(trust.toAbsolutePath().normalize(), target)) {
      return new KnownKeys(given, TrustRoot.NONE);
    }
    findings.add(
        Code.TRUST_INSIDE,
        trust.toString(),
        "The keys you gave lie inside what they are to check, so they count as found beside it.");
    return new KnownKeys(TrustRoot.NONE, given);
  }

  /** Whether a key file is part of what it is to check: of the target, or of the site around it. */
  private static boolean inside(Path trust, Path target) {
    Path folder = target;
    for (int i = 0; i <= MOST_STEPS_UP + 1 && folder != null; i++) {
      boolean whole = i == 0 || Files.isDirectory(folder.resolve("briefs"));
      if (whole && trust.startsWith(folder)) {
        return true;
      }
      folder = folder.getParent();
    }
    return false;
  }

  private static void fault(Throwable e, String shown, Findings findings) {
    findings.add(
        Code.VERIFIER_FAULT,
        shown,
        "The verifier itself failed ("
            + e.getClass().getSimpleName()
            + "); please report this with the files.");
  }

  private static Report report(
      String shown,
      int versions,
      boolean trusted,
      java.util.List<KeyUsed> used,
      Findings findings) {
    Outcome outcome =
        findings.failed() ? Outcome.INVALID : trusted ? Outcome.TRUSTED : Outcome.VALID;
    return new Report(shown, outcome, versions, used, findings.all());
  }
}

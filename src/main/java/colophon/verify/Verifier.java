package colophon.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Verifies published versions, offline: no network, no database, no clock. Whatever it is given, it
 * ends with a report and never with an exception.
 */
public final class Verifier {

  private Verifier() {}

  /**
   * Begins, in a thread beside the caller's, what the first verification of a process would wait
   * for. For a process that verifies once and ends; nothing depends on it.
   */
  public static void prepare() {
    Thread.ofPlatform().daemon().name("first signature").start(FirstSignature::prepare);
  }

  /**
   * Verifies the files of one version at hand, as a publisher does before release.
   *
   * @param elsewhere keys that were not obtained together with the files
   * @param now by which certificates are judged where no trusted time stamp tells another time
   */
  public static Report verify(Bundle bundle, TrustRoot elsewhere, Instant now) {
    var findings = new Findings("");
    var used = new ArrayList<KeyUsed>();
    VersionResult result = VersionResult.NOTHING;
    try {
      var keys = new KnownKeys(elsewhere, TrustRoot.NONE);
      result =
          new VersionCheck(
                  bundle.files(),
                  VersionCheck.Surroundings.none(keys, CredentialCheck.validator(keys, now)),
                  used,
                  findings)
              .check(new Scope.Whole());
    } catch (RuntimeException e) {
      fault(e, bundle.name(), findings);
    }
    return TargetCheck.report(bundle.name(), 1, result.trusted(), used, findings);
  }

  /**
   * Verifies a file of a version, a version's folder, a brief's folder or a whole site; or a file
   * that brings its own proof.
   *
   * @param trust a key file, or a folder of public keys and root certificates, obtained elsewhere;
   *     null for none
   * @param now by which certificates are judged where no trusted time stamp tells another time
   */
  public static Report verify(Path target, @Nullable Path trust, Instant now) {
    var findings = new Findings("");
    try {
      Path path = target.toAbsolutePath().normalize();
      TrustRoot given = trust == null ? TrustRoot.NONE : TrustFiles.read(trust, findings);
      boolean inside = trust != null && inside(trust.toAbsolutePath().normalize(), path);
      if (trust != null && inside) {
        findings.add(
            Code.TRUST_INSIDE,
            trust.toString(),
            "The keys you gave lie inside what they are to check, so they count as found beside"
                + " it.");
      }
      var keys =
          inside
              ? new KnownKeys(TrustRoot.NONE, new TrustRoot(given.keys()))
              : new KnownKeys(given, TrustRoot.NONE);
      return new TargetCheck(
              target.toString(), keys, CredentialCheck.validator(keys, now), findings)
          .check(path);
    } catch (RuntimeException e) {
      fault(e, target.toString(), findings);
      return TargetCheck.report(target.toString(), 0, false, new ArrayList<>(), findings);
    }
  }

  /** Whether a key file is part of what it is to check: of the target, or of the site around it. */
  private static boolean inside(Path trust, Path target) {
    Path folder = target;
    for (int i = 0; i <= TargetCheck.MOST_STEPS_UP + 1 && folder != null; i++) {
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
}

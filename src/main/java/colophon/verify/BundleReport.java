package colophon.verify;

import colophon.c2pa.CredentialValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens an evidence bundle and reports what was found in it; whatever is wrong is a finding. */
final class BundleReport {

  private BundleReport() {}

  static Report of(
      Path file, String shown, KnownKeys keys, CredentialValidator credentials, Findings findings) {
    VersionResult result = VersionResult.NOTHING;
    List<KeyUsed> used = new ArrayList<>();
    try (var zip = EvidenceZip.open(file)) {
      var check = new BundleCheck(zip, keys, credentials, findings);
      used = check.used();
      result = check.check();
    } catch (ZipFormatException e) {
      findings.add(e.code(), shown, "The bundle cannot be relied on: " + e.getMessage() + ".");
    } catch (IOException e) {
      findings.add(
          Code.FILE_UNREADABLE,
          shown,
          "The file cannot be read (" + e.getClass().getSimpleName() + ").");
    }
    int versions = result.record() == null ? 0 : 1;
    return TargetCheck.report(shown, versions, result.trusted(), used, findings);
  }
}

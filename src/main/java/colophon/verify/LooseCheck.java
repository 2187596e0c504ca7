package colophon.verify;

import colophon.c2pa.CredentialReport;
import colophon.c2pa.CredentialValidator;
import colophon.c2pa.ManifestStore;
import colophon.c2pa.StatusCode;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.SigstoreBundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that lies in no version's folder and may bring its proof along: a bundle in sigstore's
 * form, a file with its content credential beside it, or one that carries it inside.
 */
final class LooseCheck {

  private static final String SIGSTORE_ENDING = ".sigstore.json";

  private final String shown;
  private final KnownKeys keys;
  private final CredentialValidator credentials;
  private final Findings findings;

  LooseCheck(String shown, KnownKeys keys, CredentialValidator credentials, Findings findings) {
    this.shown = shown;
    this.keys = keys;
    this.credentials = credentials;
    this.findings = findings;
  }

  Report check(Path path) {
    String name = VersionFolder.name(path);
    if (name.endsWith(SIGSTORE_ENDING)) {
      return sigstore(path, name);
    }
    boolean store = name.endsWith(ManifestStore.FILE_ENDING);
    String artefact = store ? CredentialCheck.artefact(name) : name;
    Path beside = path.resolveSibling(artefact + ManifestStore.FILE_ENDING);
    Path artefactFile = path.resolveSibling(artefact);
    byte[] bytes = VersionFolder.readIfThere(artefactFile, artefact, findings);
    byte[] sidecar = VersionFolder.readIfThere(beside, name, findings);
    if (bytes != null && sidecar != null) {
      return credential(artefact, credentials.sidecar(sidecar, bytes));
    }
    CredentialReport inside = bytes == null ? null : inside(bytes);
    if (inside != null) {
      return credential(artefact, inside);
    }
    findings.add(
        Code.TARGET_NOTHING,
        shown,
        store && !Files.exists(artefactFile)
            ? "This is the content credential of " + artefact + ", which is not beside it."
            : "Beside this file there is neither "
                + Bundle.ATTESTATION
                + " nor "
                + artefact
                + ManifestStore.FILE_ENDING
                + "; give a file in a version's folder, such as briefs/SLUG/v1/index.html, or a"
                + " file with its content credential.");
    return TargetCheck.report(shown, 0, false, List.of(), findings);
  }

  /** The credential that a page or a text carries in itself; null where it carries none. */
  private @Nullable CredentialReport inside(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
    CredentialReport report =
        start.stripLeading().startsWith("<") ? credentials.html(bytes) : credentials.text(bytes);
    return report.has(StatusCode.CLAIM_MISSING) ? null : report;
  }

  private Report credential(String name, CredentialReport report) {
    boolean trusted = new CredentialCheck(keys, findings).alone(name, report);
    return TargetCheck.report(shown, 0, trusted, List.of(), findings);
  }

  private Report sigstore(Path path, String name) {
    byte[] bytes = VersionFolder.read(path, name, findings);
    var used = new ArrayList<KeyUsed>();
    VersionResult result = VersionResult.NOTHING;
    if (bytes != null) {
      try {
        SigstoreBundle.Opened opened = SigstoreBundle.read(bytes);
        var files = new TreeMap<String, byte[]>();
        files.put(Bundle.SIGSTORE, bytes);
        files.put(Bundle.ATTESTATION, opened.envelope().bytes());
        files.put(Bundle.PROOF, opened.proof().format().getBytes(StandardCharsets.UTF_8));
        result =
            new VersionCheck(
                    files, VersionCheck.Surroundings.none(keys, credentials), used, findings)
                .check(new Scope.Proofs());
      } catch (ProvenanceFormatException e) {
        findings.add(
            Code.SIGSTORE_MALFORMED,
            name,
            "The bundle for sigstore's verifiers cannot be read: " + e.getMessage() + ".");
      }
    }
    return TargetCheck.report(shown, 1, result.trusted(), used, findings);
  }
}

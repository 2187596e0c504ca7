package colophon.verify;

import colophon.provenance.ProvenanceFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the keys that somebody obtained elsewhere: one file, or the public ones of a folder. */
final class TrustFiles {

  private static final int MOST_FILES = 100;

  private TrustFiles() {}

  static TrustRoot read(Path path, Findings findings) {
    if (!Files.isDirectory(path)) {
      return file(path, findings);
    }
    TrustRoot all = TrustRoot.NONE;
    boolean any = false;
    for (Path each : VersionFolder.list(path, MOST_FILES, findings)) {
      String name = VersionFolder.name(each);
      // Private keys may lie beside the public ones; they are not opened.
      if (name.endsWith(".pub") || name.endsWith(".pem") || name.endsWith(".json")) {
        any = true;
        all = all.and(file(each, findings));
      }
    }
    if (!any) {
      unusable(path, "the folder holds neither keys nor certificates", findings);
    }
    return all;
  }

  private static boolean large(Path path) {
    try {
      return Files.size(path) > TrustRoot.MOST_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static TrustRoot file(Path path, Findings findings) {
    String name = VersionFolder.name(path);
    String reason;
    if (Files.isRegularFile(path) && large(path)) {
      reason = "it is larger than any file of keys";
    } else if (Files.isRegularFile(path)) {
      byte[] bytes = VersionFolder.read(path, name, findings);
      if (bytes == null) {
        return TrustRoot.NONE;
      }
      try {
        TrustRoot root = TrustRoot.parse(bytes);
        if (!root.isEmpty()) {
          return root;
        }
        reason = "it holds neither key nor certificate";
      } catch (ProvenanceFormatException e) {
        reason = String.valueOf(e.getMessage());
      }
    } else {
      reason = "it is not a file";
    }
    unusable(path, reason, findings);
    return TrustRoot.NONE;
  }

  private static void unusable(Path path, String reason, Findings findings) {
    findings.add(
        Code.TRUST_MALFORMED,
        VersionFolder.name(path),
        "The keys you gave cannot be used: "
            + reason
            + ". Give a keys.json, or a PEM file with public keys or root certificates.");
  }
}

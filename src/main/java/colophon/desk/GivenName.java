package colophon.desk;

import colophon.verify.Bundle;
import java.util.List;
import java.util.Set;

/** The names under which given files are laid down: ours, never the sender's. */
final class GivenName {

  private static final String SIDECAR = ".c2pa";

  private static final Set<String> PUBLISHED =
      Set.of(
          Bundle.RECORD,
          Bundle.ATTESTATION,
          Bundle.PROOF,
          Bundle.SIGSTORE,
          "index.html",
          "brief.txt",
          "brief.md",
          "brief.atom.xml",
          "brief.feed.json",
          "brief.ninjs.json");

  private static final List<String> ENDINGS =
      List.of(".zip", ".html", ".txt", ".md", ".json", ".xml");

  private GivenName() {}

  /** Our name for a file that its sender calls so. */
  static String of(String sent) {
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    if (name.endsWith(SIDECAR)) {
      return plain(name.substring(0, name.length() - SIDECAR.length())) + SIDECAR;
    }
    return plain(name);
  }

  private static String plain(String name) {
    for (String known : PUBLISHED) {
      if (known.equals(name)) {
        return known;
      }
    }
    if (name.endsWith(".sigstore.json")) {
      return Bundle.SIGSTORE;
    }
    if (name.endsWith(".tlog-proof")) {
      return Bundle.PROOF;
    }
    if (name.endsWith(".dsse.json")) {
      return Bundle.ATTESTATION;
    }
    return ENDINGS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(ending -> "file" + ending)
        .orElse("file");
  }

  static boolean isSidecar(String name) {
    return name.endsWith(SIDECAR);
  }

  /** The name of the content credential of a file. */
  static String sidecarOf(String name) {
    return name + SIDECAR;
  }
}

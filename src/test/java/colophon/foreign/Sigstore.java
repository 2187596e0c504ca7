package colophon.foreign;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.provenance.SigstoreTrustedRoot;
import colophon.provenance.StatementKey;
import colophon.tlog.NoteKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Sigstore's own verifier, given one statement key and one log. */
public final class Sigstore {

  private static final Instant BEGUN = Instant.parse("2026-01-13T12:00:00Z");

  private final Path folder;
  private final StatementKey statement;
  private final NoteKey log;

  /**
   * @param folder where files are put before it
   */
  public Sigstore(Path folder, StatementKey statement, NoteKey log) {
    this.folder = folder;
    this.statement = statement;
    this.log = log;
  }

  /** What it says of a bundle: "ok" or the refusal. */
  public String says(byte[] bundle) throws Exception {
    Path root = Files.write(folder.resolve("root.json"), SigstoreTrustedRoot.bytes(log, BEGUN));
    Json key =
        Json.object(
            "keyId",
            Json.of(statement.keyId()),
            "use",
            Json.of("manifest"),
            "publicKey",
            Json.of(Base64.getEncoder().encodeToString(statement.spki())));
    Path keys =
        Files.write(
            folder.resolve("keys.json"),
            CanonicalJson.bytes(Json.object("keys", Json.array(List.of(key)))));
    Path file = Files.write(folder.resolve("record.sigstore.json"), bundle);
    return Node.run("verify-sigstore.mjs", root.toString(), keys.toString(), file.toString())
        .strip();
  }
}

package colophon.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.foreign.Node;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.provenance.AttestationLeaf;
import colophon.provenance.Envelope;
import colophon.provenance.SampleKeys;
import colophon.provenance.SigstoreBundle;
import colophon.provenance.SigstoreTrustedRoot;
import colophon.provenance.StatementKey;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogEntry;
import colophon.tlog.TlogProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One change at a time to statement, record, signature, proof and checkpoint, put to sigstore's own
 * verifier and to ours. docs/verification.md has the table.
 */
class SigstoreMutationTest {

  @TempDir private Path folder;
  private final SampleSite site = new SampleSite();
  private final List<Change> changes = new ArrayList<>();
  private SortedMap<String, byte[]> files = new TreeMap<>();
  private Json.Obj bundle = Json.object();

  /**
   * A change in both forms.
   *
   * @param ours one of the codes that our verifier must give
   * @param theirs how sigstore's refusal must begin; null where it is known to accept
   */
  private record Change(
      String what,
      SortedMap<String, byte[]> files,
      Json bundle,
      Set<Code> ours,
      @Nullable String theirs) {}

  @BeforeEach
  void publish() throws Exception {
    for (int i = 0; i < 11; i++) {
      files = site.first();
    }
    bundle =
        JsonReader.readObject(SigstoreBundle.bytes(envelope(), leaf(envelope()), proof()), 1 << 22);
  }

  @Test
  void everyChangeIsRefusedByBothWithTheDocumentedCode() throws Exception {
    payloads();
    signatures();
    paths();
    checkpoints();
    assertThat(changes).hasSizeGreaterThan(60);
    List<String> theirs = says(changes);
    var wrong = new ArrayList<String>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      Report ours =
          Verifier.verify(new Bundle("brief", change.files()), site.keys(), SampleSite.NOW);
      Set<Code> codes = new TreeSet<>();
      ours.findings(Severity.FAILED).forEach(finding -> codes.add(finding.code()));
      if (ours.outcome() != Outcome.INVALID || codes.stream().noneMatch(change.ours()::contains)) {
        wrong.add(change.what() + ": we say " + codes);
      }
      String said = theirs.get(i);
      boolean asExpected =
          change.theirs() == null ? said.equals("ok") : said.startsWith(change.theirs());
      if (!asExpected) {
        wrong.add(change.what() + ": sigstore says " + said);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void unchangedBothAccept() throws Exception {
    assertThat(Verifier.verify(new Bundle("brief", files), site.keys(), SampleSite.NOW).outcome())
        .isEqualTo(Outcome.TRUSTED);
    assertThat(says(List.of(new Change("nothing", files, bundle, Set.of(), null))))
        .containsExactly("ok");
  }

  /** Every part of statement and record, with the leaf as it was and with one made to fit. */
  private void payloads() throws Exception {
    Envelope sound = envelope();
    byte[] payload = sound.payload();
    for (int i = 0; i < 24; i++) {
      byte[] changed = payload.clone();
      changed[i * payload.length / 24] ^= 1;
      Envelope forged =
          new Envelope(sound.payloadType(), changed, sound.keyId(), sound.signature());
      envelope("payload byte " + i, forged, Code.ATTESTATION_FORGED, "TLOG_BODY_ERROR");
    }
    envelope(
        "another payload type",
        new Envelope("text/plain", payload, sound.keyId(), sound.signature()),
        Code.ATTESTATION_PAYLOAD_TYPE,
        "SIGNATURE_ERROR");
    var fitted =
        new Envelope(sound.payloadType(), flip(payload, 40), sound.keyId(), sound.signature());
    add(
        "payload changed and the leaf made to fit",
        with(Bundle.ATTESTATION, fitted.bytes()),
        JsonReader.readObject(SigstoreBundle.bytes(fitted, leaf(fitted), proof()), 1 << 22),
        Code.ATTESTATION_FORGED,
        "TLOG_INCLUSION_PROOF_ERROR");
  }

  private void signatures() throws Exception {
    Envelope sound = envelope();
    for (int i = 0; i < sound.signature().length; i += 6) {
      envelope(
          "signature byte " + i,
          new Envelope(
              sound.payloadType(), sound.payload(), sound.keyId(), flip(sound.signature(), i)),
          Code.ATTESTATION_FORGED,
          "TLOG_BODY_ERROR");
    }
    envelope(
        "another signature of another key",
        Envelope.sign(
            sound.payloadType(),
            sound.payload(),
            SampleKeys.statement(StatementKey.Algorithm.ES256)),
        Code.ATTESTATION_KEY_UNKNOWN,
        "TLOG_BODY_ERROR");
  }

  private void envelope(String what, Envelope changed, Code ours, String theirs) throws Exception {
    add(
        what,
        with(Bundle.ATTESTATION, changed.bytes()),
        bundle.with("dsseEnvelope", JsonReader.readObject(changed.bytes(), 1 << 22)),
        ours,
        theirs);
  }

  private void paths() throws Exception {
    TlogProof sound = proof();
    for (int i = 0; i < sound.path().size(); i++) {
      for (int at : new int[] {0, 15, 31}) {
        var path = new ArrayList<>(sound.path());
        path.set(i, colophon.kernel.Digest.ofRaw(flip(path.get(i).raw(), at)));
        proof("hash " + i + " byte " + at, sound.index(), path);
      }
      var shorter = new ArrayList<>(sound.path());
      shorter.remove(i);
      proof("without hash " + i, sound.index(), shorter);
    }
    var longer = new ArrayList<>(sound.path());
    longer.add(longer.getFirst());
    proof("one hash more", sound.index(), longer);
    for (long index : new long[] {0, sound.index() - 1, sound.index() + 1}) {
      proof("index " + index, index, sound.path());
    }
  }

  private void proof(String what, long index, List<colophon.kernel.Digest> path) throws Exception {
    var changed = new TlogProof(null, index, path, proof().checkpoint());
    add(
        "proof: " + what,
        with(Bundle.PROOF, changed.format().getBytes(UTF_8)),
        JsonReader.readObject(SigstoreBundle.bytes(envelope(), leaf(envelope()), changed), 1 << 22),
        Code.PROOF_NOT_INCLUDED,
        "TLOG_INCLUSION_PROOF_ERROR");
  }

  private void checkpoints() throws Exception {
    String sound = proof().checkpoint().format();
    String[] lines = sound.split("\n");
    checkpoint("origin", sound.replaceFirst("sample\\.", "simple."), Code.CHECKPOINT_KEY_UNKNOWN);
    checkpoint("size", sound.replaceFirst("\n[0-9]+\n", "\n11\n"), Code.CHECKPOINT_FORGED);
    for (int i = 0; i < 6; i++) {
      checkpoint(
          "root byte " + i * 5,
          sound.replace(lines[2], flip(lines[2], i * 5)),
          Code.CHECKPOINT_FORGED);
    }
    String signature =
        lines[lines.length - 1].substring(lines[lines.length - 1].lastIndexOf(' ') + 1);
    for (int at : new int[] {4, 20, 36, 52, 67}) {
      checkpoint(
          "signature byte " + at,
          sound.replace(signature, flip(signature, at)),
          Code.CHECKPOINT_FORGED);
    }
    checkpoint(
        "key hash", sound.replace(signature, flip(signature, 0)), Code.CHECKPOINT_KEY_UNKNOWN);
    checkpoint("one line more", sound.replace("\n\n", "\nmore\n\n"), Code.CHECKPOINT_FORGED);
    checkpoint("no signature", sound.substring(0, sound.indexOf("\n\n") + 2), Code.PROOF_MALFORMED);
    checkpoint(
        "signed by another log of that name",
        Checkpoint.parse(proof().checkpoint().text())
            .sign(SampleKeys.log(SampleSite.ORIGIN))
            .format(),
        Code.CHECKPOINT_KEY_UNKNOWN);
  }

  private void checkpoint(String what, String changed, Code ours) throws Exception {
    String file = proof().format();
    add(
        "checkpoint: " + what,
        with(Bundle.PROOF, (file.substring(0, file.indexOf("\n\n") + 2) + changed).getBytes(UTF_8)),
        withCheckpoint(bundle, changed),
        ours,
        "TLOG_");
  }

  private static Json.Obj withCheckpoint(Json.Obj bundle, String text) {
    Json.Obj material = (Json.Obj) bundle.get("verificationMaterial");
    Json.Obj entry = (Json.Obj) ((Json.Arr) material.get("tlogEntries")).items().getFirst();
    Json.Obj proof = (Json.Obj) entry.get("inclusionProof");
    Json.Obj changed = proof.with("checkpoint", Json.object("envelope", Json.of(text)));
    return bundle.with(
        "verificationMaterial",
        material.with("tlogEntries", Json.array(List.of(entry.with("inclusionProof", changed)))));
  }

  private void add(
      String what, SortedMap<String, byte[]> changed, Json theirForm, Code ours, String theirs) {
    changes.add(new Change(what, changed, theirForm, Set.of(ours), theirs));
  }

  private SortedMap<String, byte[]> with(String name, byte[] bytes) {
    var changed = new TreeMap<>(files);
    changed.put(name, bytes);
    return changed;
  }

  private Envelope envelope() throws Exception {
    return Envelope.parse(files.get(Bundle.ATTESTATION));
  }

  private TlogProof proof() throws Exception {
    return TlogProof.parse(files.get(Bundle.PROOF));
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }

  private static String flip(String base64, int at) {
    return Base64.getEncoder().encodeToString(flip(Base64.getDecoder().decode(base64), at));
  }

  /** Sigstore's answers, in one process. */
  private List<String> says(List<Change> asked) throws Exception {
    var arguments = new ArrayList<String>();
    arguments.add(
        write(
            "root.json",
            SigstoreTrustedRoot.bytes(site.log.key(), Instant.parse("2026-01-13T12:00:00Z"))));
    arguments.add(write("keys.json", site.keys().bytes()));
    for (int i = 0; i < asked.size(); i++) {
      arguments.add(write(i + ".sigstore.json", CanonicalJson.bytes(asked.get(i).bundle())));
    }
    return Stream.of(Node.run("verify-sigstore.mjs", arguments.toArray(String[]::new)).split("\n"))
        .map(String::strip)
        .toList();
  }

  private String write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private LogEntry leaf(Envelope envelope) {
    return AttestationLeaf.of(envelope, site.signer.key());
  }
}

package colophon.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.provenance.AttestationLeaf;
import colophon.provenance.Envelope;
import colophon.provenance.ProvJson;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.SampleKeys;
import colophon.provenance.SampleRecord;
import colophon.provenance.Statement;
import colophon.provenance.StatementKey;
import colophon.provenance.StatementSigner;
import colophon.tlog.Checkpoint;
import colophon.tlog.InclusionProof;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteSigner;
import colophon.tlog.TlogProof;
import colophon.tlog.TreeNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A site with one brief in two versions, as a publisher with its own keys and log writes it. */
final class SampleSite {

  static final String ORIGIN = "sample.example/log";
  static final String SLUG = SampleRecord.record().brief().slug();
  static final ProvenanceRecord ONE = SampleRecord.record(1, null);
  static final ProvenanceRecord TWO = SampleRecord.record(2, ONE.digest());

  /** By which certificates are judged. */
  static final Instant NOW = Instant.parse("2026-05-08T00:00:00Z");

  final StatementSigner signer;
  final NoteSigner log;
  private final List<Digest> leaves = new ArrayList<>();

  SampleSite() {
    this(SampleKeys.statement(StatementKey.Algorithm.ES256), SampleKeys.log(ORIGIN));
  }

  private SampleSite(StatementSigner signer, NoteSigner log) {
    this.signer = signer;
    this.log = log;
    leaves.add(MerkleTree.leafHash("another entry".getBytes(UTF_8)));
  }

  /** The same keys with a log that begins anew. */
  SampleSite fork() {
    return new SampleSite(signer, log);
  }

  /** The site's keys, to be obtained elsewhere or found beside. */
  TrustRoot keys() {
    try {
      return new TrustRoot(
          List.of(
              new PublishedKey(PublishedKey.Use.MANIFEST, signer.key(), null),
              new PublishedKey(
                  PublishedKey.Use.LOG, StatementKey.of(log.key().publicKey()), ORIGIN)));
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files of the first version. */
  SortedMap<String, byte[]> first() {
    return files(ONE, SampleRecord.artefacts());
  }

  /** The files of a version with that record. */
  SortedMap<String, byte[]> files(ProvenanceRecord record, SortedMap<String, byte[]> artefacts) {
    return files(record, Statement.of(record).sign(signer), artefacts);
  }

  SortedMap<String, byte[]> files(
      ProvenanceRecord record, Envelope envelope, SortedMap<String, byte[]> artefacts) {
    leaves.add(AttestationLeaf.of(envelope, signer.key()).leafHash());
    int size = leaves.size();
    var inclusion = InclusionProof.of(size - 1, size, TreeNodes.overLeaves(leaves));
    var checkpoint = Checkpoint.of(ORIGIN, MerkleTree.over(leaves)).sign(log);
    var files = new TreeMap<>(artefacts);
    files.put(Bundle.RECORD, record.bytes());
    files.put(Bundle.ATTESTATION, envelope.bytes());
    files.put(Bundle.PROOF, TlogProof.of(inclusion, checkpoint).format().getBytes(UTF_8));
    return files;
  }

  /** Writes the whole site, version 2 being current; gives the brief's folder. */
  Path write(Path root) {
    Path brief = root.resolve("briefs").resolve(SLUG);
    write(brief.resolve("v1"), files(ONE, SampleRecord.artefacts()));
    write(brief.resolve("v2"), files(TWO, SampleRecord.artefacts()));
    status(brief, state(ONE, "corrected"), state(TWO, "current"));
    write(brief, new TreeMap<>(Map.of(ProvJson.FILE, ProvJson.bytes(List.of(ONE, TWO)))));
    write(root.resolve("trust"), new TreeMap<>(Map.of("keys.json", keys().bytes())));
    return brief;
  }

  /** Writes the signed status of the brief's versions. */
  void status(Path brief, Json... versions) {
    write(brief, new TreeMap<>(Map.of(SignedStatus.FILE, status(List.of(versions)))));
  }

  private byte[] status(List<Json> versions) {
    Json status =
        Json.object(
            "brief",
            Json.of(ONE.brief().id()),
            "slug",
            Json.of(SLUG),
            "since",
            Json.of("2026-03-05T14:30:00Z"),
            "versions",
            Json.array(versions));
    return Envelope.sign(
            "application/vnd.colophon.brief-status.v0+json", CanonicalJson.bytes(status), signer)
        .bytes();
  }

  static Json state(ProvenanceRecord record, String state) {
    return Json.object(
        "version",
        Json.of(record.brief().version()),
        "record",
        Json.of(record.digest().toString()),
        "state",
        Json.of(state));
  }

  static void write(Path folder, SortedMap<String, byte[]> files) {
    try {
      Files.createDirectories(folder);
      for (var file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

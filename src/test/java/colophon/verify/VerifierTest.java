package colophon.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.SampleRecord;
import colophon.provenance.Statement;
import colophon.provenance.StatementKey;
import colophon.tlog.NoteKey;
import colophon.tlog.TlogProof;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One version in memory, as the publisher sees it before release. */
class VerifierTest {

  private final SampleSite site = new SampleSite();

  @Test
  void whatIsIntactAndKnownFromElsewhereIsTrusted() {
    Report report = verify(site.first());
    assertThat(report.findings(Severity.FAILED)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(report.exitCode()).isZero();
    assertThat(codes(report))
        .containsOnlyOnce(
            Code.ATTESTATION_SIGNED,
            Code.RECORD_MATCHES,
            Code.PROOF_INCLUDED,
            Code.CHECKPOINT_SIGNED,
            Code.WITNESS_NONE,
            Code.TIME_UNTRUSTED)
        .contains(Code.ARTEFACT_UNCHANGED, Code.LABEL_PRESENT);
    assertThat(report.keys()).hasSize(2).allMatch(KeyUsed::elsewhere);
    assertThat(report.text())
        .startsWith("TRUSTED  brief\n")
        .contains("No independent witness", "No trusted time")
        .endsWith("This shows who signed it and that it is unchanged, not that it is true.\n");
  }

  @Test
  void keysThatComeAlongMakeItValidAtMost() {
    SortedMap<String, byte[]> files = site.first();
    files.put(Bundle.KEYS, site.keys().bytes());
    Report report = Verifier.verify(new Bundle("brief", files), TrustRoot.NONE, SampleSite.NOW);
    assertThat(report.outcome()).isEqualTo(Outcome.VALID);
    assertThat(report.exitCode()).isEqualTo(10);
    assertThat(codes(report)).contains(Code.SIGNER_UNKNOWN, Code.LOG_UNKNOWN);
    assertThat(report.text()).contains("not whose key that is");

    var manifestAlone = new TrustRoot(site.keys().keys().subList(0, 1));
    Report half = Verifier.verify(new Bundle("brief", files), manifestAlone, SampleSite.NOW);
    assertThat(half.outcome()).isEqualTo(Outcome.VALID);
    assertThat(codes(half)).contains(Code.LOG_UNKNOWN).doesNotContain(Code.SIGNER_UNKNOWN);
  }

  @Test
  void withoutAnyKeyNothingIsShown() {
    Report report =
        Verifier.verify(new Bundle("brief", site.first()), TrustRoot.NONE, SampleSite.NOW);
    assertThat(failures(report))
        .containsExactly(Code.ATTESTATION_KEY_UNKNOWN, Code.CHECKPOINT_KEY_UNKNOWN);
    assertThat(report.exitCode()).isEqualTo(20);
    assertThat(report.text()).endsWith("Do not rely on it.\n");
  }

  @Test
  void everyFlippedByteIsNoticed() {
    SortedMap<String, byte[]> good = site.first();
    for (var file : good.entrySet()) {
      int step = Math.max(1, file.getValue().length / 20);
      for (int i = 0; i < file.getValue().length; i += step) {
        byte[] changed = file.getValue().clone();
        changed[i] ^= 1;
        Report report = verify(with(good, file.getKey(), changed));
        assertThat(report.outcome()).as(file.getKey() + " at " + i).isEqualTo(Outcome.INVALID);
        assertThat(report.exitCode()).isEqualTo(20);
      }
    }
  }

  @Test
  void everyChangeOfAFileHasItsName() {
    SortedMap<String, byte[]> good = site.first();
    fails(replaced(good, "brief.txt", "4.25", "4.26"), Code.ARTEFACT_CHANGED);
    fails(without(good, "brief.md"), Code.ARTEFACT_MISSING);
    fails(with(good, "more.html", "more".getBytes(UTF_8)), Code.ARTEFACT_UNEXPECTED);
    fails(without(good, Bundle.RECORD), Code.RECORD_MISSING);
    String version = "\"version\":1";
    fails(replaced(good, Bundle.RECORD, version, "\"version\":3"), Code.RECORD_DIFFERS);
    fails(replaced(good, Bundle.RECORD, version, version + " "), Code.RECORD_NOT_CANONICAL);
    fails(replaced(good, Bundle.RECORD, version, version + "," + version), Code.RECORD_MALFORMED);
    fails(with(good, Bundle.KEYS, "[]".getBytes(UTF_8)), Code.KEYS_MALFORMED);
  }

  @Test
  void everyChangeOfWhatProvesHasItsName() {
    SortedMap<String, byte[]> good = site.first();
    fails(without(good, Bundle.ATTESTATION), Code.ATTESTATION_MISSING);
    fails(with(good, Bundle.ATTESTATION, "{".getBytes(UTF_8)), Code.ATTESTATION_MALFORMED);
    fails(replaced(good, Bundle.ATTESTATION, "{", "{ "), Code.ATTESTATION_NOT_CANONICAL);
    fails(without(good, Bundle.PROOF), Code.PROOF_MISSING);
    fails(with(good, Bundle.PROOF, "x".getBytes(UTF_8)), Code.PROOF_MALFORMED);
    fails(replaced(good, Bundle.PROOF, "index 1\n", "index 0\n"), Code.PROOF_NOT_INCLUDED);
    fails(replaced(good, Bundle.PROOF, "log\n2\n", "log\n02\n"), Code.CHECKPOINT_MALFORMED);
    fails(
        replaced(good, Bundle.PROOF, "log\n2\n", "log\n9\n"),
        Code.CHECKPOINT_FORGED,
        Code.PROOF_NOT_INCLUDED);
    fails(
        replaced(good, Bundle.PROOF, "— sample.example/log", "— sample.example/dog"),
        Code.CHECKPOINT_KEY_UNKNOWN);
  }

  @Test
  void aStatementSignedByAnotherOrForAnotherPurposeIsRefused() {
    Envelope good = Statement.of(SampleSite.ONE).sign(site.signer);
    Envelope foreign = Statement.of(SampleSite.ONE).sign(new SampleSite().signer);
    fails(signed(foreign), Code.ATTESTATION_KEY_UNKNOWN);
    var claimed =
        new Envelope(good.payloadType(), good.payload(), good.keyId(), foreign.signature());
    fails(signed(claimed), Code.ATTESTATION_FORGED);
    fails(
        signed(Envelope.sign("text/plain", good.payload(), site.signer)),
        Code.ATTESTATION_PAYLOAD_TYPE);
    fails(
        signed(Envelope.sign(Envelope.IN_TOTO, "{}".getBytes(UTF_8), site.signer)),
        Code.STATEMENT_MALFORMED);
  }

  @Test
  void aSignedRecordMustStillMakeSense() throws Exception {
    fails(signed("\"citations\":[{", "\"citations\":[],\"past\":[{"), Code.RECORD_UNCITED);
    fails(signed("\"source\":\"a-", "\"source\":\"b-"), Code.RECORD_INCONSISTENT);
    fails(signed("\"start\":120", "\"start\":999"), Code.RECORD_INCONSISTENT);
    fails(signed("\"id\":\"l1\"", "\"id\":\"h\""), Code.RECORD_INCONSISTENT);
    fails(signed("\"version\":1", "\"version\":2"), Code.RECORD_INCONSISTENT);
    fails(
        signed("\"shortText\":\"AI-generated", "\"shortText\":\"Machine-made"), Code.LABEL_MISSING);
    Digest text = SampleSite.ONE.brief().artefacts().getFirst().textDigest();
    fails(
        signed("\"textDigest\":\"" + text, "\"textDigest\":\"" + Digest.ofText("else")),
        Code.ARTEFACT_TEXT_DIFFERS);
  }

  @Test
  void subjectsMustBeTheFilesOfTheRecord() {
    ProvenanceRecord record = SampleSite.ONE;
    var fewer = new Statement(Statement.of(record).subjects().subList(0, 3), record);
    fails(signed(fewer.sign(site.signer)), Code.RECORD_SUBJECTS_DIFFER);
  }

  @Test
  void aFileUnderAnotherNameIsKnownByItsBytes() {
    SortedMap<String, byte[]> files = site.first();
    files.put("brief (1).txt", files.remove("brief.txt"));
    Report report = verify(files);
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(report)).contains(Code.ARTEFACT_RENAMED);
  }

  @Test
  void anIndependentWitnessIsSeenAndAForgedOneRefused() throws Exception {
    SortedMap<String, byte[]> files = site.first();
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var witness =
        new PublishedKey(
            PublishedKey.Use.WITNESS, StatementKey.of(pair.getPublic()), "witness.example");
    TrustRoot known = site.keys().and(new TrustRoot(List.of(witness)));
    TlogProof proof = TlogProof.parse(files.get(Bundle.PROOF));

    String cosigned = proof.format() + cosignature(pair, proof.checkpoint().text());
    Report seen =
        Verifier.verify(
            new Bundle("brief", with(files, Bundle.PROOF, cosigned.getBytes(UTF_8))),
            known,
            SampleSite.NOW);
    assertThat(seen.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(seen)).contains(Code.WITNESS_COSIGNED).doesNotContain(Code.WITNESS_NONE);

    String forged = proof.format() + cosignature(pair, "other\n");
    Report refused =
        Verifier.verify(
            new Bundle("brief", with(files, Bundle.PROOF, forged.getBytes(UTF_8))),
            known,
            SampleSite.NOW);
    assertThat(failures(refused)).containsExactly(Code.WITNESS_FORGED);
  }

  private static String cosignature(KeyPair pair, String text) throws Exception {
    long seconds = 1_772_000_000;
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8));
    byte[] raw = signature.sign();
    int id = NoteKey.ofWitness("witness.example", pair.getPublic()).keyId();
    ByteBuffer bytes = ByteBuffer.allocate(12 + raw.length).putInt(id).putLong(seconds).put(raw);
    return "— witness.example " + Base64.getEncoder().encodeToString(bytes.array()) + "\n";
  }

  @Test
  void noBundleHoweverDamagedMakesItThrowOrTrust() {
    SortedMap<String, byte[]> good = with(site.first(), Bundle.KEYS, site.keys().bytes());
    var random = new Random(20260305);
    List<String> names = List.copyOf(good.keySet());
    for (int round = 0; round < 120; round++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] damaged = damage(good.get(name), random);
      if (Arrays.equals(damaged, good.get(name))) {
        continue;
      }
      Report report =
          Verifier.verify(
              new Bundle("brief", with(good, name, damaged)), site.keys(), SampleSite.NOW);
      assertThat(codes(report)).doesNotContain(Code.VERIFIER_FAULT);
      if (!name.equals(Bundle.KEYS)) {
        assertThat(report.outcome()).as("round " + round).isEqualTo(Outcome.INVALID);
      }
    }
  }

  private static byte[] damage(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> {
        byte[] noisy = bytes.clone();
        for (int i = at; i < Math.min(bytes.length, at + 16); i++) {
          noisy[i] = (byte) random.nextInt(256);
        }
        yield noisy;
      }
      case 2 -> {
        byte[] doubled = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, doubled, bytes.length, bytes.length);
        yield doubled;
      }
      default -> "[".repeat(random.nextInt(5000)).getBytes(UTF_8);
    };
  }

  @Test
  void aReportIsJsonForPrograms() throws Exception {
    Report report = verify(without(site.first(), "brief.md"));
    Json.Obj json = JsonReader.readObject(report.json().getBytes(UTF_8), 1 << 20);
    assertThat(json.get("outcome")).isEqualTo(Json.of("INVALID"));
    assertThat(json.get("exitCode")).isEqualTo(Json.of(20));
    assertThat(report.json())
        .contains(
            "{\"code\":\"artefact.missing\",\"sentence\":\"The record lists this file, and it is"
                + " not here.\",\"severity\":\"failed\",\"subject\":\"brief.md\"}");
  }

  @Test
  void hostileNamesReachNoTerminal() {
    Report report = verify(with(site.first(), "a\u001b[2J\u202e.txt", new byte[0]));
    assertThat(report.text()).contains("a\uFFFD[2J\uFFFD.txt").doesNotContain("\u001b", "\u202e");
  }

  /** A version whose record was changed before it was signed and logged. */
  private SortedMap<String, byte[]> signed(String from, String to) throws Exception {
    String json = new String(SampleSite.ONE.bytes(), UTF_8);
    assertThat(json).contains(from);
    byte[] changed =
        CanonicalJson.bytes(JsonReader.read(json.replace(from, to).getBytes(UTF_8), 1 << 20));
    return site.files(ProvenanceRecord.parse(changed), SampleRecord.artefacts());
  }

  private SortedMap<String, byte[]> signed(Envelope envelope) {
    return site.files(SampleSite.ONE, envelope, SampleRecord.artefacts());
  }

  private void fails(SortedMap<String, byte[]> files, Code... codes) {
    Report report = verify(files);
    assertThat(report.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(failures(report)).as(report.text()).containsOnly(codes);
  }

  private Report verify(SortedMap<String, byte[]> files) {
    return Verifier.verify(new Bundle("brief", files), site.keys(), SampleSite.NOW);
  }

  static List<Code> codes(Report report) {
    return report.findings().stream().map(Finding::code).toList();
  }

  static List<Code> failures(Report report) {
    return report.findings(Severity.FAILED).stream().map(Finding::code).toList();
  }

  private static SortedMap<String, byte[]> replaced(
      SortedMap<String, byte[]> files, String name, String from, String to) {
    String text = new String(files.get(name), UTF_8);
    assertThat(text).contains(from);
    return with(
        files,
        name,
        text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)).getBytes(UTF_8));
  }

  private static SortedMap<String, byte[]> with(
      SortedMap<String, byte[]> files, String name, byte[] bytes) {
    var copy = new TreeMap<>(files);
    copy.put(name, bytes);
    return copy;
  }

  private static SortedMap<String, byte[]> without(SortedMap<String, byte[]> files, String name) {
    var copy = new TreeMap<>(files);
    copy.remove(name);
    return copy;
  }
}

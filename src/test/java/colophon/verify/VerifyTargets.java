package colophon.verify;

import static colophon.fuzz.FuzzTarget.require;

import colophon.fuzz.FuzzTarget;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.SampleRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The verifier on a version of which one file is anything, and on records that are signed. */
public final class VerifyTargets {

  private static final SampleSite SITE = new SampleSite();
  private static final SortedMap<String, byte[]> SOUND = SITE.first();
  private static final List<String> NAMES = names();

  private VerifyTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(
        new FuzzTarget("bundle", VerifyTargets::bundles, VerifyTargets::bundle),
        new FuzzTarget(
            "signed-record",
            () -> List.of(SampleRecord.record().bytes(), SampleRecord.record(1, null).bytes()),
            VerifyTargets::signedRecord),
        new FuzzTarget("signed-status", VerifyTargets::statuses, VerifyTargets::signedStatus),
        new FuzzTarget(
            "trust-root", () -> List.of(SITE.keys().bytes(), pem()), VerifyTargets::trust));
  }

  private static List<String> names() {
    var names = new ArrayList<>(SOUND.keySet());
    names.add(Bundle.KEYS);
    return names;
  }

  /** The first byte says which file the rest is. */
  private static List<byte[]> bundles() {
    var seeds = new ArrayList<byte[]>();
    for (int i = 0; i < NAMES.size(); i++) {
      byte[] file = SOUND.getOrDefault(NAMES.get(i), SITE.keys().bytes());
      byte[] seed = new byte[file.length + 1];
      seed[0] = (byte) i;
      System.arraycopy(file, 0, seed, 1, file.length);
      seeds.add(seed);
    }
    return seeds;
  }

  private static void bundle(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String name = NAMES.get((input[0] & 0xFF) % NAMES.size());
    byte[] file = Arrays.copyOfRange(input, 1, input.length);
    var files = new TreeMap<>(SOUND);
    files.put(name, file);
    Report report = Verifier.verify(new Bundle("brief", files), SITE.keys(), SampleSite.NOW);
    sound(report);
    boolean proof = Bundle.isProof(name);
    boolean same = Arrays.equals(file, SOUND.get(name));
    require(
        proof && !name.equals(Bundle.RECORD) || same || report.outcome() == Outcome.INVALID,
        name + " was changed and nobody noticed");
  }

  private static void signedRecord(byte[] input) {
    ProvenanceRecord record;
    try {
      record = ProvenanceRecord.parse(input);
    } catch (ProvenanceFormatException e) {
      return;
    }
    SortedMap<String, byte[]> files = SITE.fork().files(record, SampleRecord.artefacts());
    sound(Verifier.verify(new Bundle("brief", files), SITE.keys(), SampleSite.NOW));
  }

  private static List<byte[]> statuses() {
    return List.of(
        ("{\"brief\":\"b-1a2b3c4d5e6f7081\",\"since\":\"2026-03-05T14:30:00Z\",\"slug\":\"x\","
                + "\"versions\":[{\"record\":\""
                + SampleSite.ONE.digest()
                + "\",\"state\":\"corrected\",\"version\":1}]}")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void signedStatus(byte[] input) {
    byte[] file =
        Envelope.sign("application/vnd.colophon.brief-status.v0+json", input, SITE.signer).bytes();
    var findings = new Findings("");
    SignedStatus status =
        SignedStatus.read(file, new KnownKeys(SITE.keys(), TrustRoot.NONE), findings);
    require(status != null || findings.failed(), "a status that cannot be read is a finding");
    if (status != null) {
      status.withdrawn(1, SampleSite.ONE.digest(), true, findings);
    }
  }

  private static byte[] pem() {
    return ("-----BEGIN PUBLIC KEY-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(SITE.signer.key().spki())
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static void trust(byte[] input) throws ProvenanceFormatException {
    TrustRoot root;
    try {
      root = TrustRoot.parse(input);
    } catch (ProvenanceFormatException e) {
      return;
    }
    require(
        Arrays.equals(TrustRoot.parse(root.bytes()).bytes(), root.bytes()),
        "keys that were written are read");
  }

  private static void sound(Report report) {
    require(
        report.findings().stream().noneMatch(each -> each.code() == Code.VERIFIER_FAULT),
        "the verifier does not fail: " + report.findings());
    require(!report.text().isEmpty() && !report.json().isEmpty(), "a report can be printed");
  }
}

package colophon.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.provenance.ProvJson;
import colophon.provenance.SampleRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Files, folders and sites as a stranger finds them on a disk. */
class SiteVerificationTest {

  @TempDir private Path folder;
  private final SampleSite site = new SampleSite();
  private Path root;
  private Path brief;
  private Path trust;

  @BeforeEach
  void publish() throws IOException {
    root = folder.resolve("site");
    brief = site.write(root);
    trust = Files.write(folder.resolve("trust.json"), site.keys().bytes());
  }

  @Test
  void aWholeSiteIsVerifiedVersionByVersion() {
    Report report = Verifier.verify(root, trust, SampleSite.NOW);
    assertThat(report.outcome()).as(report.text()).isEqualTo(Outcome.TRUSTED);
    assertThat(report.versions()).isEqualTo(2);
    assertThat(subjects(report, Code.VERSION_INTACT))
        .containsExactly(
            "briefs/" + SampleSite.SLUG + "/v1/record.json",
            "briefs/" + SampleSite.SLUG + "/v2/record.json");
    assertThat(subjects(report, Code.WITNESS_NONE)).singleElement().asString().contains("1 more");
    assertThat(Verifier.verify(root, null, SampleSite.NOW).outcome()).isEqualTo(Outcome.VALID);
    assertThat(Verifier.verify(brief, trust, SampleSite.NOW).outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void oneChangedDigitInOnePageIsFoundAndNamed() throws IOException {
    Path page = brief.resolve("v2/index.html");
    Files.writeString(page, Files.readString(page).replace("4.25", "4.35"));
    Report report = Verifier.verify(root, trust, SampleSite.NOW);
    assertThat(report.exitCode()).isEqualTo(20);
    assertThat(subjects(report, Code.ARTEFACT_CHANGED))
        .containsExactly("briefs/" + SampleSite.SLUG + "/v2/index.html");
    assertThat(subjects(report, Code.VERSION_INTACT)).hasSize(1);
    Report alone = Verifier.verify(page, trust, SampleSite.NOW);
    assertThat(VerifierTest.failures(alone)).containsExactly(Code.ARTEFACT_CHANGED);
    assertThat(Verifier.verify(brief.resolve("v1"), trust, SampleSite.NOW).outcome())
        .isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void aVersionKnowsItsPlaceItsPredecessorAndItsStatus() throws IOException {
    Report second = Verifier.verify(brief.resolve("v2"), trust, SampleSite.NOW);
    assertThat(VerifierTest.codes(second)).contains(Code.CHAIN_FOLLOWS, Code.STATUS_CURRENT);
    Report first = Verifier.verify(brief.resolve("v1"), trust, SampleSite.NOW);
    assertThat(VerifierTest.codes(first)).contains(Code.STATUS_SUPERSEDED);

    Path copy = folder.resolve("copy/v2");
    copy(brief.resolve("v2"), copy);
    Report away = Verifier.verify(copy, trust, SampleSite.NOW);
    assertThat(away.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(VerifierTest.codes(away)).contains(Code.CHAIN_NOT_CHECKED, Code.STATUS_NOT_CHECKED);
  }

  @Test
  void anotherVersionInItsPlaceIsNoticed() throws IOException {
    FileSystemUtils.deleteRecursively(brief.resolve("v2"));
    copy(brief.resolve("v1"), brief.resolve("v2"));
    assertThat(VerifierTest.failures(Verifier.verify(root, trust, SampleSite.NOW)))
        .containsOnly(Code.RECORD_WRONG_PLACE, Code.HISTORY_DIFFERS);

    FileSystemUtils.deleteRecursively(brief.resolve("v2"));
    assertThat(VerifierTest.failures(Verifier.verify(root, trust, SampleSite.NOW)))
        .containsExactly(Code.STATUS_DIFFERS, Code.HISTORY_DIFFERS);

    Files.move(brief, brief.resolveSibling("other-brief"));
    assertThat(VerifierTest.failures(Verifier.verify(root, trust, SampleSite.NOW)))
        .containsOnly(Code.STATUS_DIFFERS, Code.RECORD_WRONG_PLACE, Code.HISTORY_DIFFERS);
  }

  @Test
  void aRecordThatFollowsAnotherIsNoticed() {
    var stranger = SampleRecord.record(2, colophon.kernel.Digest.ofText("another past"));
    SampleSite.write(brief.resolve("v2"), site.files(stranger, SampleRecord.artefacts()));
    site.status(
        brief,
        SampleSite.state(SampleSite.ONE, "corrected"),
        SampleSite.state(stranger, "current"));
    assertThat(VerifierTest.failures(Verifier.verify(root, trust, SampleSite.NOW)))
        .containsExactly(Code.CHAIN_BROKEN, Code.HISTORY_DIFFERS);
  }

  @Test
  void theHistoryIsWorkedOutAgainAndCompared() throws IOException {
    Path history = brief.resolve(ProvJson.FILE);
    String place = "briefs/" + SampleSite.SLUG + "/" + ProvJson.FILE;
    assertThat(subjects(Verifier.verify(root, trust, SampleSite.NOW), Code.HISTORY_MATCHES))
        .containsExactly(place);
    Report asked = Verifier.verify(history, trust, SampleSite.NOW);
    assertThat(asked.outcome()).as(asked.text()).isEqualTo(Outcome.TRUSTED);
    assertThat(subjects(asked, Code.HISTORY_MATCHES)).containsExactly(ProvJson.FILE);

    Files.writeString(history, Files.readString(history).replace("Ilse Maren", "Ilse Moren"));
    Report changed = Verifier.verify(root, trust, SampleSite.NOW);
    assertThat(VerifierTest.failures(changed)).containsExactly(Code.HISTORY_DIFFERS);
    assertThat(subjects(changed, Code.HISTORY_DIFFERS)).containsExactly(place);

    Files.writeString(brief.resolve("v1/attestation.dsse.json"), "{}");
    Report unread = Verifier.verify(root, trust, SampleSite.NOW);
    assertThat(subjects(unread, Code.HISTORY_NOT_CHECKED)).containsExactly(place);
    Files.delete(history);
    assertThat(VerifierTest.codes(Verifier.verify(root, trust, SampleSite.NOW)))
        .doesNotContain(Code.HISTORY_NOT_CHECKED, Code.HISTORY_DIFFERS);
  }

  @Test
  void aWithdrawnVersionKeepsItsProofsAndANotice() throws IOException {
    Path first = brief.resolve("v1");
    for (String name : List.of("brief.txt", "brief.md", "brief.json")) {
      Files.delete(first.resolve(name));
    }
    Files.writeString(first.resolve("index.html"), "<main>Withdrawn.</main>");
    assertThat(VerifierTest.failures(Verifier.verify(first, trust, SampleSite.NOW)))
        .containsOnly(Code.ARTEFACT_MISSING, Code.ARTEFACT_CHANGED);

    site.status(
        brief,
        SampleSite.state(SampleSite.ONE, "withdrawn"),
        SampleSite.state(SampleSite.TWO, "current"));
    Report report = Verifier.verify(first, trust, SampleSite.NOW);
    assertThat(report.outcome()).as(report.text()).isEqualTo(Outcome.TRUSTED);
    assertThat(VerifierTest.codes(report)).contains(Code.STATUS_WITHDRAWN, Code.ARTEFACT_WITHDRAWN);
    Files.writeString(first.resolve("brief.txt"), "not the signed one");
    assertThat(VerifierTest.failures(Verifier.verify(first, trust, SampleSite.NOW)))
        .containsExactly(Code.ARTEFACT_CHANGED);
  }

  @Test
  void aStatusOfAnotherKeyExcusesNothing() throws IOException {
    var stranger = new SampleSite();
    stranger.status(brief, SampleSite.state(SampleSite.ONE, "withdrawn"));
    assertThat(VerifierTest.failures(Verifier.verify(brief.resolve("v1"), trust, SampleSite.NOW)))
        .containsExactly(Code.STATUS_FORGED);
    Files.write(root.resolve("trust/keys.json"), stranger.keys().bytes());
    Files.delete(brief.resolve("v1/brief.txt"));
    assertThat(VerifierTest.failures(Verifier.verify(brief.resolve("v1"), trust, SampleSite.NOW)))
        .containsOnly(Code.STATUS_FORGED, Code.ARTEFACT_MISSING);
    Files.writeString(brief.resolve(SignedStatus.FILE), "{}");
    assertThat(VerifierTest.failures(Verifier.verify(brief.resolve("v2"), trust, SampleSite.NOW)))
        .containsExactly(Code.STATUS_MALFORMED);
  }

  @Test
  void aSiteRemadeWithOtherKeysIsNotTrusted() throws IOException {
    FileSystemUtils.deleteRecursively(root);
    new SampleSite().write(root);
    Report report = Verifier.verify(root, trust, SampleSite.NOW);
    assertThat(report.outcome()).isEqualTo(Outcome.VALID);
    assertThat(VerifierTest.codes(report)).contains(Code.SIGNER_UNKNOWN, Code.LOG_UNKNOWN);
    FileSystemUtils.deleteRecursively(root.resolve("trust"));
    assertThat(VerifierTest.failures(Verifier.verify(root, trust, SampleSite.NOW)))
        .contains(Code.ATTESTATION_KEY_UNKNOWN, Code.CHECKPOINT_KEY_UNKNOWN);
  }

  @Test
  void aSiteCannotBringItsOwnTrust() {
    Path own = root.resolve("trust/keys.json");
    for (Path target : List.of(root, brief, brief.resolve("v1"), brief.resolve("v1/brief.txt"))) {
      Report report = Verifier.verify(target, own, SampleSite.NOW);
      assertThat(report.outcome()).isEqualTo(Outcome.VALID);
      assertThat(VerifierTest.codes(report)).contains(Code.TRUST_INSIDE);
    }
  }

  @Test
  void aLogThatShowsTwoTreesIsNoticed() throws IOException {
    // The same keys and the same first entry, but version 2 in the place where version 1 was.
    Path other = root.resolve("briefs/other");
    var fork = site.fork();
    SampleSite.write(other.resolve("v2"), fork.files(SampleSite.TWO, SampleRecord.artefacts()));
    Report report = Verifier.verify(root, trust, SampleSite.NOW);
    assertThat(VerifierTest.failures(report)).contains(Code.LOG_FORKED);
  }

  @Test
  void oneFileIsVerifiedWithWhatStandsBesideIt() throws IOException {
    Report text = Verifier.verify(brief.resolve("v1/brief.txt"), trust, SampleSite.NOW);
    assertThat(text.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(subjects(text, Code.ARTEFACT_UNCHANGED)).containsExactly("brief.txt");
    assertThat(VerifierTest.codes(text)).contains(Code.ARTEFACT_NOT_CHECKED);

    Path lone = folder.resolve("download");
    Files.createDirectories(lone);
    Files.copy(brief.resolve("v1/attestation.dsse.json"), lone.resolve("attestation.dsse.json"));
    Files.copy(brief.resolve("v1/record.tlog-proof"), lone.resolve("record.tlog-proof"));
    Files.copy(brief.resolve("v1/brief.md"), lone.resolve("saved as.md"));
    Files.writeString(lone.resolve("shopping.txt"), "bread");
    assertThat(
            Verifier.verify(lone.resolve("attestation.dsse.json"), trust, SampleSite.NOW).outcome())
        .isEqualTo(Outcome.TRUSTED);
    assertThat(Verifier.verify(lone.resolve("saved as.md"), trust, SampleSite.NOW).outcome())
        .isEqualTo(Outcome.TRUSTED);
    assertThat(
            VerifierTest.failures(
                Verifier.verify(lone.resolve("shopping.txt"), trust, SampleSite.NOW)))
        .containsExactly(Code.ARTEFACT_UNEXPECTED);
  }

  @Test
  void aQuestionThatCannotBeAskedIsUsage() throws IOException {
    usage(Verifier.verify(root.resolve("nowhere"), trust, SampleSite.NOW), Code.TARGET_MISSING);
    usage(
        Verifier.verify(folder.resolve("trust.json"), trust, SampleSite.NOW), Code.TARGET_NOTHING);
    usage(
        Verifier.verify(Files.createDirectory(folder.resolve("empty")), trust, SampleSite.NOW),
        Code.TARGET_NOTHING);
    usage(Verifier.verify(root, folder.resolve("no.json"), SampleSite.NOW), Code.TRUST_MALFORMED);
    usage(
        Verifier.verify(root, brief.resolve("v1/brief.txt"), SampleSite.NOW), Code.TRUST_MALFORMED);
    usage(
        Verifier.verify(
            root, Files.writeString(folder.resolve("none.json"), "{\"keys\":[]}"), SampleSite.NOW),
        Code.TRUST_MALFORMED);
  }

  @Test
  void keysAreReadFromPemAndFromAFolderToo() throws IOException {
    Path keys = Files.createDirectory(folder.resolve("keys"));
    String manifest = pem(site.signer.key().spki());
    String log = pem(site.log.key().publicKey().getEncoded());
    Files.writeString(keys.resolve("statement.pub"), manifest);
    Files.writeString(keys.resolve("log.pub"), log);
    Files.writeString(keys.resolve("statement.key"), "not to be opened");
    assertThat(Verifier.verify(root, keys, SampleSite.NOW).outcome()).isEqualTo(Outcome.TRUSTED);
    Path both = Files.writeString(folder.resolve("both.pem"), "The keys:\n" + manifest + log);
    assertThat(Verifier.verify(root, both, SampleSite.NOW).outcome()).isEqualTo(Outcome.TRUSTED);
    Files.writeString(both, manifest.replace("-----END", "----END"));
    usage(Verifier.verify(root, both, SampleSite.NOW), Code.TRUST_MALFORMED);
  }

  @Test
  void hostileFoldersEndInFindings() throws IOException {
    Path first = brief.resolve("v1");
    try (var large = new RandomAccessFile(first.resolve("brief.txt").toFile(), "rw")) {
      large.setLength(VersionFolder.MOST_FILE_BYTES + 1L);
    }
    Files.createDirectory(first.resolve("more"));
    Files.createSymbolicLink(first.resolve("link"), trust);
    Files.writeString(first.resolve(".DS_Store"), "x");
    Report report = Verifier.verify(first, trust, SampleSite.NOW);
    assertThat(subjects(report, Code.FILE_TOO_LARGE)).containsExactly("brief.txt");
    assertThat(subjects(report, Code.ARTEFACT_UNEXPECTED)).containsExactly("link", "more");
    assertThat(subjects(report, Code.FILE_IGNORED)).containsExactly(".DS_Store");

    for (int i = 0; i <= VersionFolder.MOST_FILES; i++) {
      Files.writeString(first.resolve("f" + i), "");
    }
    assertThat(VerifierTest.codes(Verifier.verify(first, trust, SampleSite.NOW)))
        .contains(Code.FOLDER_TOO_LARGE);
  }

  /** The worked example of docs/verification.md. */
  @Test
  void aProgramAsksAndReads() {
    Report report = Verifier.verify(brief.resolve("v1"), trust, SampleSite.NOW);
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(report.findings()).isNotEmpty();
    assertThat(report.text()).isNotEmpty();
    assertThat(report.json()).contains("\"outcome\":\"TRUSTED\"");
    assertThat(report.exitCode()).isZero();
  }

  private static void usage(Report report, Code code) {
    assertThat(VerifierTest.failures(report)).contains(code);
    assertThat(report.exitCode()).isEqualTo(Report.EXIT_USAGE);
  }

  private static List<String> subjects(Report report, Code code) {
    return report.findings().stream()
        .filter(finding -> finding.code() == code)
        .map(Finding::subject)
        .toList();
  }

  private static String pem(byte[] spki) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(spki)
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}

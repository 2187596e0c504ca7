package colophon.publication;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.c2pa.ForeignReaders;
import colophon.edition.PublishableBriefs;
import colophon.foreign.Node;
import colophon.verify.Code;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people's verifiers, and ours, find beside a published version. */
class PublishedCredentialsTest {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir private Path folder;
  private PublicationDesk desk;
  private Path first;

  @BeforeEach
  void publish() throws Exception {
    desk = new PublicationDesk(folder.resolve("newsroom"), NOW);
    publish("d-1");
    first = version(1);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyFileOfEveryFormIsTrustedByTheReadersOfOthers() throws Exception {
    String anchors = desk.text("trust/anchors.pem");
    int asked = 0;
    try (ForeignReaders readers = ForeignReaders.start(folder)) {
      for (Path sidecar : sidecars(first)) {
        byte[] store = Files.readAllBytes(sidecar);
        byte[] artefact = Files.readAllBytes(artefact(sidecar));
        var verdict = readers.beside(store, artefact, mediaType(sidecar), anchors);
        assertThat(verdict.nodeState()).as(sidecar + " " + verdict).isEqualTo("Trusted");
        assertThat(verdict.tsValid()).as(sidecar + " " + verdict).isTrue();
        artefact[artefact.length / 2] ^= 1;
        var changed = readers.beside(store, artefact, mediaType(sidecar), anchors);
        assertThat(changed.nodeCodes()).contains("assertion.dataHash.mismatch");
        assertThat(changed.tsValid()).isFalse();
        asked++;
      }
    }
    assertThat(asked).isEqualTo(6);
  }

  @Test
  void sigstoreAcceptsTheBundleAndTheKeysAsTheyStandOnTheSite() throws Exception {
    assertThat(
            Node.run(
                    "verify-sigstore.mjs",
                    desk.site.resolve("trust/trusted_root.json").toString(),
                    desk.site.resolve("trust/keys.json").toString(),
                    first.resolve("record.sigstore.json").toString())
                .strip())
        .isEqualTo("ok");
  }

  @Test
  void oursFindsThemWholeAndTrustsThemByTheKeysAlone() throws Exception {
    Report report = verify(first);
    assertThat(report.findings(Severity.FAILED)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(report)).contains(Code.SIGSTORE_MATCHES);
    assertThat(codes(report).stream().filter(Code.CREDENTIAL_INTACT::equals)).hasSize(6);
    assertThat(codes(verify(first.resolve("brief.txt"))))
        .containsOnlyOnce(Code.CREDENTIAL_INTACT)
        .doesNotContain(Code.CREDENTIAL_NONE);
  }

  @Test
  void aCredentialOfAnotherFileIsRefused() throws Exception {
    Files.copy(first.resolve("brief.md.c2pa"), replaced(first.resolve("brief.txt.c2pa")));
    Report report = verify(first);
    assertThat(failures(report)).containsExactly(Code.CREDENTIAL_INVALID);
    assertThat(report.findings(Severity.FAILED).getFirst().sentence())
        .contains("assertion.dataHash.mismatch");
  }

  @Test
  void aCredentialThatAStrangerSignedIsRefused() throws Exception {
    // The same words at the same time, published by others: whole in itself, and not ours.
    try (var stranger = new PublicationDesk(folder.resolve("stranger"), NOW)) {
      stranger
          .publisher()
          .publish(PublicationDesk.order(PublicationDesk.HARBOUR, "d-1", "Harbour: Open"));
      Path theirs = stranger.site.resolve(desk.site.relativize(first));
      Files.copy(theirs.resolve("brief.txt.c2pa"), replaced(first.resolve("brief.txt.c2pa")));
      assertThat(failures(verify(first))).containsExactly(Code.CREDENTIAL_FOREIGN);
    }
  }

  @Test
  void aCredentialOfAFileThatIsNotThereIsUnexpected() throws Exception {
    Files.copy(first.resolve("brief.txt.c2pa"), first.resolve("other.txt.c2pa"));
    assertThat(failures(verify(first))).containsExactly(Code.ARTEFACT_UNEXPECTED);
  }

  @Test
  void aBundleThatSaysSomethingElseIsRefused() throws Exception {
    publish("d-2");
    Files.copy(
        version(2).resolve("record.sigstore.json"),
        replaced(first.resolve("record.sigstore.json")));
    assertThat(failures(verify(first))).containsExactly(Code.SIGSTORE_DIFFERS);
  }

  @Test
  void aFileAndItsCredentialSufficeAwayFromTheSite() throws Exception {
    Path away = Files.createDirectories(folder.resolve("away"));
    Path text = Files.copy(first.resolve("brief.txt"), away.resolve("saved.txt"));
    Files.copy(first.resolve("brief.txt.c2pa"), away.resolve("saved.txt.c2pa"));
    Report trusted = verify(text);
    assertThat(trusted.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(trusted)).contains(Code.CREDENTIAL_INTACT, Code.CREDENTIAL_RECORD_NOT_CHECKED);
    assertThat(verify(away.resolve("saved.txt.c2pa")).outcome()).isEqualTo(Outcome.TRUSTED);

    Path anchors = Files.copy(desk.site.resolve("trust/anchors.pem"), away.resolve("roots.pem"));
    Path moved = Files.createDirectories(folder.resolve("roots")).resolve("roots.pem");
    Files.move(anchors, moved);
    assertThat(Verifier.verify(text, moved, NOW).outcome()).isEqualTo(Outcome.TRUSTED);

    Report unknown = Verifier.verify(text, null, NOW);
    assertThat(unknown.outcome()).isEqualTo(Outcome.VALID);
    assertThat(codes(unknown)).contains(Code.CREDENTIAL_SIGNER_UNKNOWN);

    Files.writeString(text, Files.readString(text) + " ");
    assertThat(failures(verify(text))).containsExactly(Code.CREDENTIAL_INVALID);
  }

  @Test
  void aSigstoreBundleSufficesAwayFromTheSite() throws Exception {
    Path away = Files.createDirectories(folder.resolve("away"));
    Path bundle =
        Files.copy(first.resolve("record.sigstore.json"), away.resolve("b.sigstore.json"));
    Report report = verify(bundle);
    assertThat(report.findings(Severity.FAILED)).extracting(Finding::sentence).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    Files.writeString(bundle, Files.readString(bundle).replace("rootHash", "rootHush"));
    assertThat(failures(verify(bundle))).containsExactly(Code.SIGSTORE_DIFFERS);
    Files.writeString(bundle, "{\"mediaType\":7}");
    assertThat(failures(verify(bundle))).containsExactly(Code.SIGSTORE_MALFORMED);
  }

  @Test
  void aWithdrawnVersionKeepsItsProofsAndLosesItsCredentials() throws Exception {
    desk.publisher()
        .withdraw(PublicationDesk.HARBOUR, "Kim", "A mistake.", PublishableBriefs.imprint());
    assertThat(sidecars(first)).isEmpty();
    assertThat(first.resolve("record.sigstore.json")).exists();
    assertThat(verify(first).outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void aSiteMadeAgainFromTheDatabaseBearsTheSameCredentials() throws Exception {
    Path other = folder.resolve("other");
    desk.publisher(other).rebuild(PublishableBriefs.imprint());
    assertThat(PublicationDesk.files(other)).isEqualTo(PublicationDesk.files(desk.site));
  }

  @Test
  void certificatesOutOfDateAreNotedBesideARecordAndRefusedAlone() throws Exception {
    Instant late = NOW.plus(2_000, ChronoUnit.DAYS);
    Report beside = Verifier.verify(first, desk.keys(), late);
    assertThat(beside.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(beside)).contains(Code.CREDENTIAL_EXPIRED);
    Path away = Files.createDirectories(folder.resolve("away"));
    Path text = Files.copy(first.resolve("brief.txt"), away.resolve("saved.txt"));
    Files.copy(first.resolve("brief.txt.c2pa"), away.resolve("saved.txt.c2pa"));
    assertThat(Verifier.verify(text, desk.keys(), late).outcome()).isEqualTo(Outcome.INVALID);
  }

  @Test
  void thePageNamesItsCredentialAndTheCurrentPageNamesNone() throws Exception {
    String link = colophon.c2pa.HtmlManifest.link("index.html.c2pa");
    assertThat(Files.readString(first.resolve("index.html"))).contains(link);
    assertThat(desk.text("briefs/harbour-open/index.html")).doesNotContain("c2pa-manifest");
  }

  private void publish(String draftId) {
    assertThat(
            desk.publisher()
                .publish(PublicationDesk.order(PublicationDesk.HARBOUR, draftId, "Harbour: Open")))
        .isInstanceOf(Publication.Released.class);
  }

  private Report verify(Path target) throws Exception {
    return Verifier.verify(target, desk.keys(), NOW);
  }

  private Path version(int number) {
    return desk.site.resolve("briefs/harbour-open/v" + number);
  }

  private static Path replaced(Path file) throws IOException {
    Files.delete(file);
    return file;
  }

  private static List<Path> sidecars(Path version) throws IOException {
    try (var files = Files.list(version)) {
      return files.filter(file -> file.toString().endsWith(".c2pa")).sorted().toList();
    }
  }

  private static Path artefact(Path sidecar) {
    String name = sidecar.getFileName().toString();
    return sidecar.resolveSibling(name.substring(0, name.length() - ".c2pa".length()));
  }

  private static String mediaType(Path sidecar) {
    String name = artefact(sidecar).getFileName().toString();
    return name.endsWith(".html")
        ? "text/html"
        : name.endsWith(".json")
            ? "application/json"
            : name.endsWith(".xml")
                ? "application/xml"
                : name.endsWith(".md") ? "text/markdown" : "text/plain";
  }

  private static List<Code> codes(Report report) {
    return report.findings().stream().map(Finding::code).toList();
  }

  private static List<Code> failures(Report report) {
    return report.findings(Severity.FAILED).stream().map(Finding::code).toList();
  }
}

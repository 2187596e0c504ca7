package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestStoreTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "colophon", "c2pa", "brief.txt.c2pa");

  /** A worked example: sign a file, keep both, check them later against a root known before. */
  @Test
  void aSidecarIsSignedAndChecked() {
    byte[] artefact = SampleCredentials.text();
    ManifestStore store =
        ManifestStore.sign(SampleCredentials.content(), artefact, SampleCredentials.credential());

    CredentialReport report = SampleCredentials.validator().sidecar(store.bytes(), artefact);

    assertThat(report.state()).isEqualTo(ManifestState.TRUSTED);
    assertThat(report.record()).contains(SampleCredentials.RECORD);
    assertThat(report.findings())
        .extracting(CredentialFinding::code)
        .containsExactly(
            StatusCode.SIGNING_CREDENTIAL_TRUSTED,
            StatusCode.CLAIM_SIGNATURE_VALIDATED,
            StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY,
            StatusCode.ASSERTION_HASHED_URI_MATCH,
            StatusCode.ASSERTION_HASHED_URI_MATCH,
            StatusCode.ASSERTION_HASHED_URI_MATCH,
            StatusCode.ASSERTION_HASHED_URI_MATCH,
            StatusCode.ASSERTION_HASHED_URI_MATCH,
            StatusCode.ASSERTION_DATA_HASH_MATCH);
  }

  @Test
  void whatWasSaidIsReadBack() {
    byte[] artefact = SampleCredentials.text();
    ManifestContent content = SampleCredentials.content();
    ManifestStore store = ManifestStore.sign(content, artefact, SampleCredentials.credential());
    List<Assertion> read =
        SampleCredentials.validator().sidecar(store.bytes(), artefact).assertions();

    assertThat(read).containsAll(content.ingredients()).contains(content.record());
    Actions actions =
        read.stream()
            .filter(Actions.class::isInstance)
            .map(Actions.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(actions.actions())
        .extracting(Action::name)
        .containsExactly(Action.CREATED, Action.EDITED, Action.PUBLISHED);
    assertThat(actions.actions().getFirst().ingredients())
        .extracting(HashedUri::url)
        .containsExactly(
            "self#jumbf=c2pa.assertions/c2pa.ingredient.v3",
            "self#jumbf=c2pa.assertions/c2pa.ingredient.v3__1");
    assertThat(actions.actions().getFirst().digitalSourceType())
        .isEqualTo(SampleCredentials.TRAINED);
  }

  /**
   * The store in the resources was written once with the key beside it. All of it but the signature
   * comes out the same today; {@code -Dcolophon.golden=rewrite} writes it anew.
   */
  @Test
  void theSameContentGivesTheSameBytesUpToTheSignature() throws Exception {
    byte[] artefact = SampleCredentials.text();
    if ("rewrite".equals(System.getProperty("colophon.golden"))) {
      rewrite(artefact);
    }
    ManifestStore golden = ManifestStore.read(SampleCredentials.resource("brief.txt.c2pa"));
    UnsignedManifest manifest =
        UnsignedManifest.of(SampleCredentials.content(), DataHash.ofWhole(artefact));

    assertThat(golden.manifestLabel()).isEqualTo(manifest.label());
    assertThat(golden.claims().getFirst().cbor()).isEqualTo(manifest.claim());
    assertThat(golden.assertions())
        .extracting(Jumbf.Superbox::content)
        .containsExactlyElementsOf(
            manifest.assertions().superboxes().stream().map(Jumbf.Superbox::content).toList());
    assertThat(SampleCredentials.validator().sidecar(golden.bytes(), artefact).state())
        .isEqualTo(ManifestState.TRUSTED);
  }

  private static void rewrite(byte[] artefact) throws IOException {
    ManifestStore store =
        ManifestStore.sign(SampleCredentials.content(), artefact, SampleCredentials.credential());
    Files.write(GOLDEN, store.bytes());
  }

  @Test
  void noSourcesNoIngredients() {
    byte[] artefact = SampleCredentials.text();
    ManifestStore store =
        ManifestStore.sign(
            SampleCredentials.content(List.of()), artefact, SampleCredentials.credential());
    CredentialReport report = SampleCredentials.validator().sidecar(store.bytes(), artefact);
    assertThat(report.state()).isEqualTo(ManifestState.TRUSTED);
    assertThat(report.assertions()).noneMatch(Ingredient.class::isInstance);
  }

  @Test
  void boxesOfUnknownKindsArePassedOverAndSecondManifestsAreNot() throws C2paFormatException {
    byte[] artefact = SampleCredentials.text();
    ManifestStore store =
        ManifestStore.sign(SampleCredentials.content(), artefact, SampleCredentials.credential());
    Jumbf.Superbox box = JumbfReader.read(store.bytes());
    Jumbf.Superbox unknown = Jumbf.Superbox.ofCbor("smpl", "sample", new byte[] {0});
    byte[] more =
        Jumbf.Superbox.of("c2pa", "c2pa", List.of(unknown, box.superboxes().getFirst())).bytes();
    assertThat(SampleCredentials.validator().sidecar(more, artefact).state())
        .isEqualTo(ManifestState.TRUSTED);

    Jumbf.Superbox second = Jumbf.Superbox.of("c2ma", "urn:c2pa:other", List.of());
    byte[] two =
        Jumbf.Superbox.of("c2pa", "c2pa", List.of(box.superboxes().getFirst(), second)).bytes();
    assertThatThrownBy(() -> ManifestStore.read(two))
        .hasMessageContaining("expected one manifest of the standard kind, found others");
    assertThatThrownBy(
            () -> ManifestStore.read(Jumbf.Superbox.of("c2pa", "c2pa", List.of()).bytes()))
        .hasMessageContaining("expected a manifest, found none");
  }
}

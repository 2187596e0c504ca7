package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialValidatorTest {

  private static final byte[] TEXT = SampleCredentials.text();

  @Test
  void aSoundManifestIsTrusted() {
    assertThat(report(Crafted.sound().signed()).state()).isEqualTo(ManifestState.TRUSTED);
  }

  @Test
  void withoutARootOfYoursItIsValidAtMost() {
    CredentialReport report =
        new CredentialValidator(TrustAnchors.NONE, SampleCredentials.PUBLISHED)
            .sidecar(Crafted.sound().signed(), TEXT);
    assertThat(report.state()).isEqualTo(ManifestState.VALID);
    assertThat(report.has(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED)).isTrue();
  }

  @Test
  void aCertificateOutOfDateIsNoLongerEnough() {
    for (Instant when :
        List.of(Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2028-01-02T00:00:00Z"))) {
      CredentialReport report =
          new CredentialValidator(SampleCredentials.anchors(), when)
              .sidecar(Crafted.sound().signed(), TEXT);
      assertThat(report.state()).isEqualTo(ManifestState.INVALID);
      assertThat(failures(report)).containsExactly(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY);
    }
  }

  @Test
  void anotherFileIsNoticed() {
    byte[] other = "SAMPLE Something else".getBytes(StandardCharsets.UTF_8);
    CredentialReport report =
        SampleCredentials.validator().sidecar(Crafted.sound().signed(), other);
    assertThat(failures(report)).containsExactly(StatusCode.ASSERTION_DATA_HASH_MISMATCH);
  }

  /** A signer who leaves parts of the file out of the hash could have them changed at will. */
  @Test
  void aHashThatLeavesOutPartsOfAFileIsRefused() {
    byte[] start = Arrays.copyOf(TEXT, 10);
    DataHash partly = DataHash.around(new ByteRange(10, TEXT.length - 10), start);
    refused(
        new Crafted().add(new Actions(SampleCredentials.content().actions())).add(partly),
        StatusCode.ASSERTION_DATA_HASH_MISMATCH);
  }

  @Test
  void exclusionsThatOverlapOrRunBackwardsAreMalformed() {
    List<ByteRange> overlapping = List.of(new ByteRange(0, 10), new ByteRange(5, 10));
    refused(
        new Crafted()
            .add(new Actions(SampleCredentials.content().actions()))
            .add(new DataHash(overlapping, "sha256", new byte[32])),
        StatusCode.ASSERTION_DATA_HASH_MALFORMED);
  }

  @Test
  void hashesOfUnknownKindsAreUnsupported() {
    refused(
        new Crafted()
            .add(new Actions(SampleCredentials.content().actions()))
            .add(new DataHash(List.of(), "md5", new byte[16])),
        StatusCode.ALGORITHM_UNSUPPORTED);
    refused(
        Crafted.sound()
            .claim(claim ->
                new Claim(
                    claim.instanceId(),
                    claim.generator(),
                    claim.signature(),
                    claim.created(),
                    List.of(),
                    false,
                    null,
                    "sha1")),
        StatusCode.ALGORITHM_UNSUPPORTED,
        StatusCode.ALGORITHM_UNSUPPORTED,
        StatusCode.ALGORITHM_UNSUPPORTED,
        StatusCode.ASSERTION_ACTION_MALFORMED);
  }

  @Test
  void thereIsExactlyOneBindingToAFile() {
    refused(
        new Crafted().add(new Actions(SampleCredentials.content().actions())),
        StatusCode.CLAIM_HARD_BINDINGS_MISSING);
    refused(
        Crafted.sound().add("c2pa.hash.data__1", CborWriter.bytes(DataHash.ofWhole(TEXT).cbor())),
        StatusCode.ASSERTION_MULTIPLE_HARD_BINDINGS);
    refused(
        new Crafted()
            .add(new Actions(SampleCredentials.content().actions()))
            .add("c2pa.hash.boxes", CborWriter.bytes(new CborMap().build())));
  }

  @Test
  void whatTheClaimListsIsThereAndNothingElse() {
    refused(
        Crafted.sound().list("self#jumbf=c2pa.assertions/missing", new byte[32]),
        StatusCode.ASSERTION_MISSING);
    refused(
        Crafted.sound().list("self#jumbf=/c2pa/urn:c2pa:other/c2pa.assertions/x", new byte[32]),
        StatusCode.ASSERTION_OUTSIDE_MANIFEST);
    refused(
        Crafted.sound().list("https://elsewhere.example/x", new byte[32]),
        StatusCode.ASSERTION_OUTSIDE_MANIFEST);
    refused(
        Crafted.sound()
            .slipIn(
                Ingredient.source(
                    "x", "text/plain", null, SampleCredentials.RECORD.record(), null)),
        StatusCode.ASSERTION_UNDECLARED);
    refused(
        Crafted.sound().list("self#jumbf=c2pa.assertions/c2pa.hash.data", new byte[32]),
        StatusCode.CLAIM_MALFORMED);
  }

  @Test
  void anAssertionThatIsNoCborIsNamedSo() {
    refused(
        Crafted.sound().add("sample.other", new byte[] {(byte) 0xA1, 0x01}),
        StatusCode.ASSERTION_CBOR_INVALID);
    refused(
        Crafted.sound().add("colophon.record__1", CborWriter.bytes(new CborMap().build())),
        StatusCode.GENERAL_ERROR);
    refused(
        Crafted.sound()
            .add(
                Ingredient.LABEL,
                CborWriter.bytes(new CborMap().put("relationship", "friendOf").build())),
        StatusCode.ASSERTION_INGREDIENT_MALFORMED);
  }

  @Test
  void aHistoryBeginsOnceAndAtItsBeginning() {
    List<Action> sound = SampleCredentials.content().actions();
    for (List<Action> wrong :
        List.of(
            List.of(sound.get(1)),
            List.of(sound.get(1), sound.get(0)),
            List.of(sound.get(0), sound.get(0)))) {
      refused(
          new Crafted().add(new Actions(wrong)).add(DataHash.ofWhole(TEXT)),
          StatusCode.ASSERTION_ACTION_MALFORMED);
    }
    refused(
        new Crafted()
            .add(
                Actions.LABEL,
                CborWriter.bytes(new CborMap().put("actions", Cbor.array(List.of())).build()))
            .add(DataHash.ofWhole(TEXT)),
        StatusCode.ASSERTION_ACTION_MALFORMED,
        StatusCode.ASSERTION_ACTION_MALFORMED);
  }

  @Test
  void anActionPointsToSourcesThatAreThere() {
    HashedUri nowhere =
        new HashedUri("self#jumbf=c2pa.assertions/c2pa.ingredient.v3", null, new byte[32]);
    List<Action> actions =
        List.of(SampleCredentials.content().actions().getFirst().drawingOn(List.of(nowhere)));
    refused(
        new Crafted().add(new Actions(actions)).add(DataHash.ofWhole(TEXT)),
        StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH);
    refused(
        new Crafted()
            .add(SampleCredentials.content().ingredients().getFirst())
            .add(new Actions(actions))
            .add(DataHash.ofWhole(TEXT)),
        StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH);
  }

  /** Hashed again for each of them, the box would cost an hour. */
  @Test
  void aLargeSourceThatManyActionsPointToIsHashedOnce() {
    byte[] cbor =
        CborWriter.bytes(
            new CborMap()
                .put("relationship", "inputTo")
                .put("padding", Cbor.of(new byte[3_000_000]))
                .build());
    Jumbf.Superbox box = Jumbf.Superbox.ofCbor("cbor", Ingredient.LABEL, cbor);
    HashedUri uri = HashedUri.of("self#jumbf=c2pa.assertions/" + Ingredient.LABEL, box);
    List<HashedUri> many = Collections.nCopies(6_000, uri);
    Action created = SampleCredentials.content().actions().getFirst().drawingOn(many);
    byte[] store =
        new Crafted()
            .add(Ingredient.LABEL, cbor)
            .add(new Actions(List.of(created)))
            .add(DataHash.ofWhole(TEXT))
            .signed();
    assertThat(report(store).state()).isEqualTo(ManifestState.TRUSTED);
  }

  @Test
  void theSignatureIsTheOneThatTheClaimNames() {
    refused(
        Crafted.sound()
            .claim(claim -> named(claim, "self#jumbf=/c2pa/urn:c2pa:other/c2pa.signature")),
        StatusCode.CLAIM_SIGNATURE_MISSING);
    refused(Crafted.sound().signatureLabelled("c2pa.other"), StatusCode.CLAIM_SIGNATURE_MISSING);
    assertThat(
            report(
                    Crafted.sound()
                        .claim(claim -> named(claim, "self#jumbf=c2pa.signature"))
                        .signed())
                .state())
        .isEqualTo(ManifestState.TRUSTED);
  }

  @Test
  void aClaimOfAnotherManifestIsNoticed() {
    Jumbf.Superbox mine = manifest(Crafted.sound().signed());
    Jumbf.Superbox other =
        manifest(
            new Crafted()
                .add(new Actions(SampleCredentials.content().actions()))
                .add(DataHash.ofWhole(new byte[] {1}))
                .signed());
    byte[] mixed =
        Crafted.store(
            mine.superboxes().get(0), other.superboxes().get(1), mine.superboxes().get(2));
    assertThat(failures(report(mixed)))
        .contains(StatusCode.CLAIM_SIGNATURE_MISMATCH, StatusCode.ASSERTION_HASHED_URI_MISMATCH);
  }

  @Test
  void claimsThatCannotBeReadHaveTheirOwnCodes() {
    refusedBytes(Crafted.sound().signed(new byte[] {(byte) 0xA1}), StatusCode.CLAIM_CBOR_INVALID);
    refusedBytes(
        Crafted.sound().signed(CborWriter.bytes(new CborMap().build())),
        StatusCode.CLAIM_MALFORMED);
    Jumbf.Superbox mine = manifest(Crafted.sound().signed());
    refusedBytes(
        Crafted.store(mine.superboxes().get(0), mine.superboxes().get(2)),
        StatusCode.CLAIM_MISSING);
    refusedBytes(
        Crafted.store(
            mine.superboxes().get(0),
            mine.superboxes().get(1),
            Jumbf.Superbox.ofCbor("c2cl", "c2pa.claim", new byte[] {0}),
            mine.superboxes().get(2)),
        StatusCode.CLAIM_MULTIPLE);
  }

  @Test
  void sentencesArePlainAndSayWhere() {
    CredentialFinding finding =
        SampleCredentials.validator()
            .sidecar(Crafted.sound().signed(), new byte[0])
            .findings()
            .getLast();
    assertThat(finding.sentence()).isEqualTo("The file is not the one that was signed.");
    assertThat(finding.url())
        .isEqualTo("self#jumbf=/c2pa/" + Crafted.LABEL + "/c2pa.assertions/c2pa.hash.data");
  }

  private static Claim named(Claim claim, String signature) {
    return new Claim(
        claim.instanceId(),
        claim.generator(),
        signature,
        claim.created(),
        List.of(),
        false,
        null,
        claim.algorithm());
  }

  private static Jumbf.Superbox manifest(byte[] store) {
    try {
      return JumbfReader.read(store).superboxes().getFirst();
    } catch (C2paFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static void refused(Crafted crafted, StatusCode... codes) {
    refusedBytes(crafted.signed(), codes);
  }

  private static void refusedBytes(byte[] store, StatusCode... codes) {
    CredentialReport report = report(store);
    assertThat(report.state()).isEqualTo(ManifestState.INVALID);
    assertThat(failures(report)).containsExactly(codes);
  }

  private static List<StatusCode> failures(CredentialReport report) {
    return report.findings().stream()
        .map(CredentialFinding::code)
        .filter(code -> code.kind() == StatusCode.Kind.FAILURE)
        .toList();
  }

  private static CredentialReport report(byte[] store) {
    return SampleCredentials.validator().sidecar(store, TEXT);
  }
}

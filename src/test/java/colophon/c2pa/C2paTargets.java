package colophon.c2pa;

import static colophon.fuzz.FuzzTarget.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.fuzz.FuzzTarget;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The readers of content credentials, from single items of CBOR to whole signed stores. */
public final class C2paTargets {

  private static final byte[] TEXT = SampleCredentials.text();
  private static final Instant STAMPED = Instant.parse("2026-05-04T09:30:07Z");
  private static final ManifestStore STORE =
      ManifestStore.sign(SampleCredentials.content(), TEXT, SampleCredentials.credential());
  private static final TestAuthority STAMPING = new TestAuthority("SAMPLE stamping root");
  private static final KeyPair STAMPER_KEYS = TestAuthority.keys("EC", "secp256r1");
  private static final X509Certificate STAMPER =
      TestAuthority.order(STAMPER_KEYS).purposes(TestAuthority.TIME_STAMPING).make(STAMPING);

  private C2paTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(
        new FuzzTarget("cbor", C2paTargets::items, C2paTargets::cbor),
        new FuzzTarget("jumbf", () -> List.of(STORE.bytes()), C2paTargets::jumbf),
        new FuzzTarget("sidecar", C2paTargets::stores, C2paTargets::sidecar),
        new FuzzTarget("html", C2paTargets::pages, C2paTargets::html),
        new FuzzTarget("text", C2paTargets::texts, C2paTargets::text),
        new FuzzTarget("signed-claim", () -> List.of(claim()), C2paTargets::signedClaim),
        new FuzzTarget("signed-assertion", C2paTargets::assertions, C2paTargets::signedAssertion),
        new FuzzTarget("cose", () -> List.of(cose()), C2paTargets::signature),
        new FuzzTarget("certificate", C2paTargets::certificates, C2paTargets::certificate),
        new FuzzTarget("time-stamp", () -> List.of(stamp()), C2paTargets::timeStamp));
  }

  private static List<byte[]> items() {
    return List.of(
        claim(),
        CborWriter.bytes(DataHash.ofWhole(TEXT).cbor()),
        CborWriter.bytes(new Actions(SampleCredentials.content().actions()).cbor()),
        cose());
  }

  private static void cbor(byte[] input) throws C2paFormatException {
    Cbor item;
    try {
      item = CborReader.read(input, "the input");
    } catch (C2paFormatException e) {
      return;
    }
    // The order of members is free when read, and fixed when written.
    byte[] written = CborWriter.bytes(item);
    Cbor again = CborReader.read(written, "what was written");
    require(Arrays.equals(CborWriter.bytes(again), written), "CBOR that was written is read");
  }

  private static void jumbf(byte[] input) {
    try {
      JumbfReader.read(input);
    } catch (C2paFormatException e) {
      return;
    }
    try {
      require(Arrays.equals(ManifestStore.read(input).bytes(), input), "a store stays as it was");
    } catch (C2paFormatException e) {
      // Boxes, and no store.
    }
  }

  private static List<byte[]> stores() {
    return List.of(STORE.bytes(), stamped().bytes(), Crafted.sound().signed());
  }

  private static ManifestStore stamped() {
    try {
      return STORE.withTimeStamp(stamp());
    } catch (C2paFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] stamp() {
    try {
      return STAMPING.stamp(STORE.timeStampMessage(), STAMPER, STAMPER_KEYS, STAMPED);
    } catch (C2paFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sidecar(byte[] input) {
    printable(validator().sidecar(input, TEXT));
  }

  private static List<byte[]> pages() {
    byte[] page =
        "<!DOCTYPE html><html><head><title>SAMPLE</title></head><body>x</body></html>"
            .getBytes(UTF_8);
    try {
      return List.of(
          HtmlManifest.sign(page, SampleCredentials.content(), SampleCredentials.credential(), 0)
              .bytes(),
          page,
          "<html><head><link rel=\"c2pa-manifest\" href=\"x.c2pa\"></head>".getBytes(UTF_8));
    } catch (C2paFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void html(byte[] input) {
    printable(validator().html(input));
    HtmlCarrier.links(input);
  }

  private static List<byte[]> texts() {
    try {
      return List.of(
          TextManifest.sign(
                  new String(TEXT, UTF_8),
                  SampleCredentials.content(),
                  SampleCredentials.credential())
              .getBytes(UTF_8),
          TEXT);
    } catch (C2paFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void text(byte[] input) {
    printable(validator().text(input));
  }

  private static byte[] claim() {
    return new Claim(
            "urn:sample",
            SoftwareAgent.generator("Colophon", "0.1.0"),
            Crafted.SIGNATURE,
            List.of(),
            List.of(),
            false,
            null,
            "sha256")
        .bytes();
  }

  private static void signedClaim(byte[] input) {
    printable(validator().sidecar(Crafted.sound().signed(input), TEXT));
  }

  /** The first byte says which assertion the rest is. */
  private static List<byte[]> assertions() {
    var seeds = new ArrayList<byte[]>();
    List<Assertion> assertions = kinds();
    for (int i = 0; i < assertions.size(); i++) {
      byte[] cbor = CborWriter.bytes(assertions.get(i).cbor());
      byte[] seed = new byte[cbor.length + 1];
      seed[0] = (byte) i;
      System.arraycopy(cbor, 0, seed, 1, cbor.length);
      seeds.add(seed);
    }
    return seeds;
  }

  private static List<Assertion> kinds() {
    return List.of(
        new Actions(SampleCredentials.content().actions()),
        SampleCredentials.RECORD,
        DataHash.ofWhole(TEXT),
        SampleCredentials.content().ingredients().getFirst());
  }

  private static void signedAssertion(byte[] input) {
    if (input.length == 0) {
      return;
    }
    List<Assertion> kinds = kinds();
    String label = kinds.get((input[0] & 0xFF) % kinds.size()).label();
    var crafted = new Crafted();
    for (Assertion sound : kinds.subList(0, kinds.size() - 1)) {
      if (!sound.label().equals(label)) {
        crafted.add(sound);
      }
    }
    crafted.add(label, Arrays.copyOfRange(input, 1, input.length));
    printable(validator().sidecar(crafted.signed(), TEXT));
  }

  private static byte[] cose() {
    return CoseSignature.sign(claim(), SampleCredentials.credential()).bytes();
  }

  /** A store whose signature box holds the input. */
  private static void signature(byte[] input) {
    byte[] store =
        Crafted.store(
            Jumbf.Superbox.of("c2as", "c2pa.assertions", List.of()),
            Jumbf.Superbox.ofCbor("c2cl", Claim.LABEL, claim()),
            Jumbf.Superbox.ofCbor("c2cs", CoseSignature.LABEL, input));
    printable(validator().sidecar(store, TEXT));
  }

  private static List<byte[]> certificates() {
    try {
      return List.of(SampleCredentials.root().getEncoded(), STAMPER.getEncoded());
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void certificate(byte[] input) {
    try {
      Certificates.read(input, "the input");
    } catch (C2paFormatException e) {
      // Refused, as it may be.
    }
  }

  /** A token alone, and in a sound store. */
  private static void timeStamp(byte[] input) {
    try {
      TimeStampToken.read(input);
    } catch (C2paFormatException e) {
      // Refused, as it may be.
    }
    try {
      printable(validator().sidecar(STORE.withTimeStamp(input).bytes(), TEXT));
    } catch (C2paFormatException e) {
      // No store can hold it.
    }
  }

  private static CredentialValidator validator() {
    return new CredentialValidator(
        new TrustAnchors(List.of(SampleCredentials.root()), List.of(STAMPING.root)),
        SampleCredentials.PUBLISHED.plusSeconds(60));
  }

  private static void printable(CredentialReport report) {
    require(!report.findings().isEmpty(), "a report says something");
  }
}

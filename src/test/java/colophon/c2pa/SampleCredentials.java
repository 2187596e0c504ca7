package colophon.c2pa;

import colophon.kernel.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A brief that nobody wrote, what is to be said of it, and a key that everybody knows. */
public final class SampleCredentials {

  public static final Instant PUBLISHED = Instant.parse("2026-05-04T09:30:00Z");

  public static final String TRAINED =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  public static final String TRAINED_AND_EDITED =
      "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

  public static final RecordReference RECORD =
      new RecordReference(Digest.ofText("SAMPLE record"), "log.example/sample", 41);

  private SampleCredentials() {}

  public static byte[] text() {
    return "AI-generated: verify with the original\n\nSAMPLE Reef: Cover Rises to 31 per cent\n"
        .getBytes(StandardCharsets.UTF_8);
  }

  public static ManifestContent content() {
    return content(
        List.of(
            Ingredient.source(
                "SAMPLE Reef survey",
                "text/html; charset=utf-8",
                "https://outlet.example/reef?year=2026",
                Digest.ofText("SAMPLE first snapshot"),
                "The Outlet, 3 May 2026"),
            Ingredient.source(
                "SAMPLE Étude du récif",
                "application/pdf",
                null,
                Digest.ofText("SAMPLE second"),
                null)));
  }

  public static ManifestContent content(List<Ingredient> ingredients) {
    return new ManifestContent(
        UUID.fromString("7d0e1f3a-52c4-4b6e-9a57-0c1d2e3f4a5b"),
        "urn:colophon:brief:sample-reef:v2:brief.txt",
        "SAMPLE Reef: Cover Rises to 31 per cent",
        SoftwareAgent.generator("Colophon", "0.1.0"),
        List.of(
            Action.created(
                PUBLISHED.minusSeconds(7_200),
                TRAINED,
                new SoftwareAgent("sample-model", "2026-01", null)),
            Action.edited(PUBLISHED.minusSeconds(600), TRAINED_AND_EDITED),
            Action.published(PUBLISHED)),
        ingredients,
        RECORD);
  }

  /** The key under test-only, with its certificate. */
  public static SigningCredential credential() {
    try {
      PrivateKey key =
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der("signer.key")));
      return SigningCredential.of(key, List.of(der("signer.pem")));
    } catch (GeneralSecurityException | C2paFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  public static X509Certificate root() {
    try {
      return Certificates.read(der("root.pem"), "the test root");
    } catch (C2paFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  public static TrustAnchors anchors() {
    return new TrustAnchors(List.of(root()), List.of());
  }

  public static CredentialValidator validator() {
    return new CredentialValidator(anchors(), PUBLISHED.plusSeconds(60));
  }

  public static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] resource(String name) {
    try (InputStream in = SampleCredentials.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the test resources");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] der(String name) {
    String pem = new String(resource("test-only/" + name), StandardCharsets.US_ASCII);
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}

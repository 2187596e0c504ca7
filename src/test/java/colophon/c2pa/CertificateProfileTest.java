package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class CertificateProfileTest {

  private static final TestAuthority AUTHORITY = new TestAuthority("SAMPLE root");
  private static final KeyPair KEYS = TestAuthority.keys("EC", "secp256r1");

  @Test
  void aCertificateByTheProfileMaySign() {
    assertThat(CertificateProfile.claimSigner(TestAuthority.order(KEYS).make(AUTHORITY))).isEmpty();
    for (KeyPair keys :
        List.of(
            TestAuthority.keys("EC", "secp384r1"),
            TestAuthority.keys("EC", "secp521r1"),
            TestAuthority.keys("RSA", "2048"),
            TestAuthority.keys("Ed25519", ""))) {
      assertThat(CertificateProfile.claimSigner(TestAuthority.order(keys).make(AUTHORITY)))
          .isEmpty();
    }
  }

  @Test
  void everythingElseIsRefusedWithItsReason() {
    refused(TestAuthority.order(KEYS).withoutAuthorityKey(), "it has no authority key identifier");
    refused(TestAuthority.order(KEYS).usage(KeyUsage.keyAgreement), "its key may not sign");
    refused(TestAuthority.order(KEYS).withoutUsage(), "its key may not sign");
    refused(
        TestAuthority.order(KEYS).usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign),
        "its key may sign certificates, though it is no authority's");
    refused(TestAuthority.order(KEYS).authority(), "it is a certificate authority's");
    refused(TestAuthority.order(KEYS).purposes(), "it was not given for this purpose");
    refused(
        TestAuthority.order(KEYS).purposes("1.3.6.1.5.5.7.3.4"),
        "it was not given for this purpose");
    refused(
        TestAuthority.order(KEYS).purposes(CertificateProfile.CLAIM_SIGNING, "2.5.29.37.0"),
        "it was given for any purpose");
    refused(
        TestAuthority.order(KEYS)
            .purposes(CertificateProfile.CLAIM_SIGNING, TestAuthority.TIME_STAMPING),
        "it was given for time stamps or OCSP answers and for something else");
    refused(
        TestAuthority.order(KEYS).withUnknownCriticalExtension(),
        "it has a critical extension that is not known");
    refused(
        TestAuthority.order(KEYS).signedWith("SHA1withECDSA"),
        "it is signed with an algorithm that is not allowed (1.2.840.10045.4.1)");
    refused(
        TestAuthority.order(TestAuthority.keys("RSA", "1024")),
        "its key is of a kind or size that is not allowed");
    refused(
        TestAuthority.order(KEYS).issuedBy("CN=SAMPLE signer,O=SAMPLE Newsroom"),
        "it is signed by itself");
  }

  @Test
  void aCredentialIsRefusedWhereItsCertificateOrKeyIsWrong() throws Exception {
    byte[] sound = TestAuthority.order(KEYS).make(AUTHORITY).getEncoded();
    assertThat(SigningCredential.of(KEYS.getPrivate(), List.of(sound)).toString())
        .isEqualTo("SigningCredential[O=SAMPLE Newsroom, CN=SAMPLE signer]");

    KeyPair others = TestAuthority.keys("EC", "secp256r1");
    assertThatThrownBy(() -> SigningCredential.of(others.getPrivate(), List.of(sound)))
        .isInstanceOf(C2paFormatException.class)
        .hasMessage("the signing key is not the one that the certificate names");
    byte[] purposeless = TestAuthority.order(KEYS).purposes().make(AUTHORITY).getEncoded();
    assertThatThrownBy(() -> SigningCredential.of(KEYS.getPrivate(), List.of(purposeless)))
        .hasMessageStartingWith(
            "the certificate of O=SAMPLE Newsroom, CN=SAMPLE signer cannot sign content"
                + " credentials: it was not given");
    KeyPair larger = TestAuthority.keys("EC", "secp384r1");
    byte[] curve = TestAuthority.order(larger).make(AUTHORITY).getEncoded();
    assertThatThrownBy(() -> SigningCredential.of(larger.getPrivate(), List.of(curve)))
        .hasMessage("expected a signing key on the curve P-256 (ES256), found another kind");
    byte[] nobody =
        TestAuthority.order(KEYS).named("CN=SAMPLE signer").make(AUTHORITY).getEncoded();
    assertThatThrownBy(() -> SigningCredential.of(KEYS.getPrivate(), List.of(nobody)))
        .hasMessageContaining("expected the organisation (O)");
    assertThatThrownBy(() -> SigningCredential.of(KEYS.getPrivate(), List.of(new byte[] {1})))
        .hasMessageContaining("found 1 bytes that are none");
    assertThatThrownBy(() -> SigningCredential.of(KEYS.getPrivate(), List.of()))
        .hasMessageContaining("found 0");
    assertThatThrownBy(() -> SigningCredential.of(KEYS.getPrivate(), List.of(sound, sound)))
        .hasMessageContaining("it is no certificate authority's");
  }

  @Test
  void aChainThroughAnIntermediateLeadsToTheRoot() throws Exception {
    TestAuthority intermediate = new TestAuthority("SAMPLE intermediate");
    X509Certificate between = TestAuthority.order(intermediate.keys).authority().make(AUTHORITY);
    X509Certificate leaf =
        TestAuthority.order(KEYS).issuedBy("CN=SAMPLE signer,O=SAMPLE Newsroom").make(intermediate);
    // The names of a chain meet: the intermediate is the "SAMPLE signer" that issued the leaf.
    assertThat(Certificates.lead(leaf, List.of(between), List.of(AUTHORITY.root))).isTrue();
    assertThat(Certificates.lead(leaf, List.of(), List.of(AUTHORITY.root))).isFalse();
    assertThat(Certificates.lead(leaf, List.of(between), List.of())).isFalse();
    assertThat(
            Certificates.lead(
                leaf, List.of(between), List.of(new TestAuthority("SAMPLE root").root)))
        .as("another root of the same name")
        .isFalse();
  }

  /** Certificates of one name and key all issue each other; there are 40,000 ways through eight. */
  @Test
  void aTangleOfCertificatesIsLeftSoon() {
    TestAuthority tangle = new TestAuthority("SAMPLE tangle");
    List<X509Certificate> certificates = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      certificates.add(
          TestAuthority.order(tangle.keys)
              .named("CN=SAMPLE tangle")
              .issuedBy("CN=SAMPLE tangle")
              .authority()
              .valid(TestAuthority.FROM.plusSeconds(i), Duration.ofDays(900))
              .make(tangle));
    }
    X509Certificate leaf = TestAuthority.order(KEYS).make(tangle);
    assertThat(Certificates.lead(leaf, certificates, List.of(AUTHORITY.root))).isFalse();
    assertThat(Certificates.lead(leaf, certificates, List.of(tangle.root))).isTrue();
  }

  /** A credential may bring its own root along; that makes it no root. */
  @Test
  void aRootThatComesAlongIsNoRoot() throws Exception {
    X509Certificate leaf = TestAuthority.order(KEYS).make(AUTHORITY);
    assertThat(Certificates.lead(leaf, List.of(AUTHORITY.root), List.of(SampleCredentials.root())))
        .isFalse();
  }

  @Test
  void datesAreNoQuestionOfTrust() throws CertificateEncodingException {
    X509Certificate expired =
        TestAuthority.order(KEYS).valid(TestAuthority.FROM, Duration.ofDays(1)).make(AUTHORITY);
    assertThat(Certificates.lead(expired, List.of(), List.of(AUTHORITY.root))).isTrue();
    assertThat(Certificates.validAt(List.of(expired), SampleCredentials.PUBLISHED)).isFalse();
  }

  private static void refused(TestAuthority.Order order, String reason) {
    assertThat(CertificateProfile.claimSigner(order.make(AUTHORITY)))
        .hasValueSatisfying(fault -> assertThat(fault).startsWith(reason));
  }
}

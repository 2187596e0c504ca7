package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.c2pa.CertificateProfile;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;

class DevelopmentAuthorityTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-04T09:30:00.123Z"));

  private final KeyPair rootKeys = keys();
  private final KeyPair signerKeys = keys();
  private final DevelopmentAuthority authority =
      DevelopmentAuthority.create("SAMPLE Newsroom", rootKeys, CLOCK);

  @Test
  void itsCertificatesMaySignContentCredentials() throws Exception {
    X509Certificate signer = authority.issue("SAMPLE Newsroom", signerKeys.getPublic(), CLOCK);
    assertThat(CertificateProfile.claimSigner(signer)).isEmpty();
    signer.verify(authority.root().getPublicKey());
    assertThat(signer.getSubjectX500Principal().getName())
        .isEqualTo("CN=Content credentials\\, made for a trial,O=SAMPLE Newsroom");
    assertThat(signer.getNotAfter().toInstant()).isEqualTo("2028-05-03T09:30:00Z");
    assertThat(authority.root().getBasicConstraints()).isZero();
    assertThat(authority.toString()).doesNotContain("PrivateKey");
  }

  @Test
  void theSameKeysAndTimeGiveTheSameCertificateUpToItsSignature() throws Exception {
    DevelopmentAuthority again = DevelopmentAuthority.create("SAMPLE Newsroom", rootKeys, CLOCK);
    assertThat(again.root().getTBSCertificate()).isEqualTo(authority.root().getTBSCertificate());
    assertThat(signed(again.issue("SAMPLE Newsroom", signerKeys.getPublic(), CLOCK)))
        .isEqualTo(signed(authority.issue("SAMPLE Newsroom", signerKeys.getPublic(), CLOCK)));
  }

  @Test
  void aKeyThatIsCertifiedAgainGetsAnotherSerialNumber() {
    InstantSource later = InstantSource.fixed(CLOCK.instant().plusSeconds(1));
    assertThat(authority.issue("SAMPLE", signerKeys.getPublic(), later).getSerialNumber())
        .isNotEqualTo(authority.issue("SAMPLE", signerKeys.getPublic(), CLOCK).getSerialNumber());
  }

  @Test
  void aLongNameIsShortened() throws Exception {
    X509Certificate signer = authority.issue("é".repeat(100), signerKeys.getPublic(), CLOCK);
    assertThat(signer.getSubjectX500Principal().getName()).endsWith("O=" + "é".repeat(64));
    assertThat(new JcaX509CertificateHolder(signer).isValidOn(Date.from(CLOCK.instant()))).isTrue();
  }

  private static byte[] signed(X509Certificate certificate) throws Exception {
    return certificate.getTBSCertificate();
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

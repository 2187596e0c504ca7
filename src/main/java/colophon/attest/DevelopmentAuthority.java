package colophon.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.c2pa.CertificateProfile;
import colophon.kernel.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority of one's own, for a trial: nobody else's reader trusts it unless it is
 * given the root. Certificates follow the profile that content credentials ask for (C2PA 2.4,
 * section 14.5.1). The same keys, name and time give the same certificates but for their
 * signatures.
 *
 * @param root the certificate to hand to readers
 * @param rootKey signs further certificates
 */
public record DevelopmentAuthority(X509Certificate root, PrivateKey rootKey) {

  /** How long the root is valid. */
  public static final Duration ROOT_VALIDITY = Duration.ofDays(3_650);

  /** How long a signing certificate is valid. */
  public static final Duration SIGNER_VALIDITY = Duration.ofDays(730);

  /** Readers' clocks may be slow. */
  private static final Duration EARLIER = Duration.ofHours(1);

  private static final String WARNING = "made for a trial";
  private static final String ROOT_NAME = "Colophon root, " + WARNING;
  private static final int SERIAL_BYTES = 19;

  /**
   * Readers that follow C2PA 2.1 know no purpose of claim signing and ask for this one (RFC 9336);
   * later ones pass it over.
   */
  private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";

  /** The longest name of an organisation in a certificate (RFC 5280, appendix A.1). */
  private static final int MOST_NAME = 64;

  /**
   * Makes an authority.
   *
   * @param organisation the newsroom's name
   * @param keys on P-256
   */
  public static DevelopmentAuthority create(
      String organisation, KeyPair keys, InstantSource clock) {
    X500Name name = name(organisation, ROOT_NAME);
    Instant now = now(clock);
    try {
      var extensions = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          builder(name, name, keys.getPublic(), now, ROOT_VALIDITY)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  extensions.createSubjectKeyIdentifier(keys.getPublic()));
      return new DevelopmentAuthority(sign(builder, keys.getPrivate()), keys.getPrivate());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the root certificate cannot be made", e);
    }
  }

  /** Whether a root is one that was made here, for a trial. */
  static boolean isOurs(X509Certificate root) {
    return root.getSubjectX500Principal().getName().contains(ROOT_NAME.replace(",", "\\,"));
  }

  /** Whether a certificate was given by one that was made here. */
  static boolean isOursIssued(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().getName().contains(ROOT_NAME.replace(",", "\\,"));
  }

  /**
   * Gives a key a certificate to sign content credentials with.
   *
   * @param organisation the newsroom's name, which readers are shown
   */
  public X509Certificate issue(String organisation, PublicKey signer, InstantSource clock) {
    try {
      var extensions = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          builder(
                  X500Name.getInstance(root.getSubjectX500Principal().getEncoded()),
                  name(organisation, "Content credentials, " + WARNING),
                  signer,
                  now(clock),
                  SIGNER_VALIDITY)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(Extension.extendedKeyUsage, false, claimSigning())
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  extensions.createAuthorityKeyIdentifier(root))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  extensions.createSubjectKeyIdentifier(signer));
      return sign(builder, rootKey);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the signing certificate cannot be made", e);
    }
  }

  /** Keeps the private key out of logs. */
  @Override
  public String toString() {
    return "DevelopmentAuthority[" + root.getSubjectX500Principal() + "]";
  }

  private static ExtendedKeyUsage claimSigning() {
    return new ExtendedKeyUsage(
        new KeyPurposeId[] {purpose(CertificateProfile.CLAIM_SIGNING), purpose(DOCUMENT_SIGNING)});
  }

  private static KeyPurposeId purpose(String oid) {
    return KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid));
  }

  private static X500Name name(String organisation, String common) {
    if (organisation.isBlank()) {
      throw new IllegalArgumentException("a certificate names an organisation");
    }
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, shortened(organisation))
        .addRDN(BCStyle.CN, common)
        .build();
  }

  private static String shortened(String organisation) {
    int length = organisation.codePointCount(0, organisation.length());
    return length <= MOST_NAME
        ? organisation
        : organisation.substring(0, organisation.offsetByCodePoints(0, MOST_NAME));
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Instant now, Duration validity) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        serial(key, now),
        Date.from(now.minus(EARLIER)),
        Date.from(now.plus(validity)),
        subject,
        key);
  }

  /** A serial number is unique to an authority: a key that is certified again gets another. */
  private static BigInteger serial(PublicKey key, Instant now) {
    byte[] named = (now + " " + HexFormat.of().formatHex(key.getEncoded())).getBytes(UTF_8);
    return new BigInteger(1, Arrays.copyOf(Digest.of(named).raw(), SERIAL_BYTES));
  }

  private static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, IOException {
    try {
      byte[] der =
          builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)).getEncoded();
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("the key of the authority cannot sign", e);
    }
  }
}

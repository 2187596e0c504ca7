package colophon.publication;

import colophon.c2pa.CertificateProfile;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A key in a PKCS#12 file, as a newsroom gets it from a certificate authority. */
final class BroughtKey {

  private static final String ROOT = "CN=SAMPLE authority,O=SAMPLE authority";

  private BroughtKey() {}

  /**
   * Writes the file.
   *
   * @param organisation null for a certificate that names none
   */
  static Path write(Path file, String password, @Nullable String organisation) throws Exception {
    KeyPair rootKeys = pair();
    KeyPair keys = pair();
    X509Certificate root = certificate(ROOT, rootKeys, ROOT, rootKeys, true);
    X509Certificate leaf =
        certificate(
            organisation == null ? "CN=nobody" : "CN=SAMPLE desk,O=" + organisation,
            keys,
            ROOT,
            rootKeys,
            false);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "key", keys.getPrivate(), password.toCharArray(), new Certificate[] {leaf, root});
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  private static KeyPair pair() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(
      String subject, KeyPair keys, String issuer, KeyPair issuerKeys, boolean authority)
      throws Exception {
    var extensions = new JcaX509ExtensionUtils();
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            BigInteger.valueOf(authority ? 1 : 2),
            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
            Date.from(Instant.parse("2036-01-01T00:00:00Z")),
            new X500Name(subject),
            keys.getPublic());
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            extensions.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
    if (!authority) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              KeyPurposeId.getInstance(
                  new ASN1ObjectIdentifier(CertificateProfile.CLAIM_SIGNING))));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
  }
}

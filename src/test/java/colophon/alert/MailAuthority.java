package colophon.alert;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Vouches for mail servers, for a test. */
final class MailAuthority {

  static final String PASSWORD = "changeit";
  private static final Duration YEAR = Duration.ofDays(365);

  private final KeyPair keys = keys();
  private final X500Name name;
  private final X509Certificate root;
  private int issued;

  MailAuthority(String name) throws Exception {
    this.name = new X500Name("CN=" + name);
    root = sign(this.name, keys, Instant.now().minus(YEAR), Instant.now().plus(YEAR), "");
  }

  /** A server's certificate and key, made out to a name, valid for a year until then. */
  SSLContext server(String host, Instant until) throws Exception {
    KeyPair own = keys();
    X509Certificate certificate =
        sign(new X500Name("CN=" + host), own, until.minus(YEAR), until, host);
    KeyStore store = store();
    store.setKeyEntry(
        "own", own.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate, root});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** Writes a file by which a Java trusts this authority and no other. */
  Path trustedIn(Path file) throws Exception {
    KeyStore trusted = store();
    trusted.setCertificateEntry("authority", root);
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private X509Certificate sign(
      X500Name subject, KeyPair of, Instant from, Instant until, String host) throws Exception {
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(++issued),
            Date.from(from),
            Date.from(until),
            subject,
            of.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(host.isEmpty()));
    if (!host.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD.toCharArray());
    return store;
  }
}

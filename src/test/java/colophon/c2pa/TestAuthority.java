package colophon.c2pa;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority that gives out whatever certificate or time stamp a test asks for. */
final class TestAuthority {

  static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LONG = Duration.ofDays(1_000);

  final KeyPair keys = keys("EC", "secp256r1");
  final X509Certificate root;

  TestAuthority(String name) {
    root = new Order("CN=" + name, keys).issuedBy("CN=" + name).authority().make(this);
  }

  static KeyPair keys(String algorithm, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec(curve));
      } else if (algorithm.equals("RSA")) {
        generator.initialize(Integer.parseInt(curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate by the profile, which a test then spoils in one way. */
  static Order order(KeyPair keys) {
    return new Order("CN=SAMPLE signer,O=SAMPLE Newsroom", keys);
  }

  /** Stamps a message as RFC 3161 has it; the token, not the response around it. */
  byte[] stamp(byte[] message, X509Certificate certificate, KeyPair stamper, Instant time) {
    try {
      var request = new TimeStampRequestGenerator();
      request.setCertReq(true);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(message);
      return answer(request.generate(TSPAlgorithms.SHA256, digest), certificate, stamper, time)
          .getTimeStampToken()
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers a request as RFC 3161 has it. */
  static TimeStampResponse answer(
      TimeStampRequest request, X509Certificate certificate, KeyPair stamper, Instant time) {
    try {
      var tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", stamper.getPrivate(), certificate),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
              new ASN1ObjectIdentifier("1.2.3.4"));
      tokens.addCertificates(new JcaCertStore(List.of(certificate)));
      var responses = new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()));
      return responses.generate(request, BigInteger.TWO, Date.from(time));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a certificate is to say. */
  static final class Order {
    private String subject;
    private final KeyPair keys;
    private String issuer = "";
    private boolean authority;
    private boolean authorityKey = true;
    private Optional<Integer> usage = Optional.of(KeyUsage.digitalSignature);
    private List<String> purposes = List.of(CertificateProfile.CLAIM_SIGNING);
    private Instant from = FROM;
    private Duration validity = LONG;
    private String algorithm = "SHA256withECDSA";
    private boolean unknownCritical;

    private Order(String subject, KeyPair keys) {
      this.subject = subject;
      this.keys = keys;
    }

    Order issuedBy(String name) {
      issuer = name;
      return this;
    }

    Order named(String name) {
      subject = name;
      return this;
    }

    Order authority() {
      authority = true;
      usage = Optional.of(KeyUsage.keyCertSign);
      purposes = List.of();
      return this;
    }

    Order usage(int bits) {
      usage = Optional.of(bits);
      return this;
    }

    Order withoutUsage() {
      usage = Optional.empty();
      return this;
    }

    Order withoutAuthorityKey() {
      authorityKey = false;
      return this;
    }

    Order purposes(String... oids) {
      purposes = List.of(oids);
      return this;
    }

    Order signedWith(String name) {
      algorithm = name;
      return this;
    }

    Order withUnknownCriticalExtension() {
      unknownCritical = true;
      return this;
    }

    Order valid(Instant start, Duration length) {
      from = start;
      validity = length;
      return this;
    }

    X509Certificate make(TestAuthority by) {
      try {
        var utils = new JcaX509ExtensionUtils();
        X500Name issuerName =
            issuer.isEmpty()
                ? X500Name.getInstance(by.root.getSubjectX500Principal().getEncoded())
                : new X500Name(issuer);
        var builder =
            new JcaX509v3CertificateBuilder(
                issuerName,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(from),
                Date.from(from.plus(validity)),
                new X500Name(subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
            Extension.subjectKeyIdentifier,
            false,
            utils.createSubjectKeyIdentifier(keys.getPublic()));
        if (authorityKey) {
          builder.addExtension(
              Extension.authorityKeyIdentifier,
              false,
              utils.createAuthorityKeyIdentifier(by.keys.getPublic()));
        }
        if (usage.isPresent()) {
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage.get()));
        }
        if (!purposes.isEmpty()) {
          builder.addExtension(
              Extension.extendedKeyUsage,
              purposes.equals(List.of(TIME_STAMPING)),
              new ExtendedKeyUsage(
                  purposes.stream()
                      .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                      .toArray(KeyPurposeId[]::new)));
        }
        if (unknownCritical) {
          builder.addExtension(
              new ASN1ObjectIdentifier("1.2.3.4.5"), true, new BasicConstraints(false));
        }
        return new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(new JcaContentSignerBuilder(algorithm).build(by.keys.getPrivate())));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

package colophon.verify;

import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads what people keep keys and certificates in (RFC 7468). */
final class TrustPem {

  private static final String START = "-----BEGIN ";
  private static final String KEY = "PUBLIC KEY-----";
  private static final String CERTIFICATE = "CERTIFICATE-----";

  private TrustPem() {}

  static boolean is(String text) {
    return text.contains(START + KEY) || text.contains(START + CERTIFICATE);
  }

  /** Public keys may check statements, Ed25519 ones the log too; certificates are roots. */
  static TrustRoot read(String text) throws ProvenanceFormatException {
    var keys = new ArrayList<PublishedKey>();
    var anchors = new ArrayList<X509Certificate>();
    for (byte[] spki : blocks(text, KEY)) {
      StatementKey key = StatementKey.parse(spki);
      keys.add(new PublishedKey(PublishedKey.Use.MANIFEST, key, null));
      if (key.algorithm() == StatementKey.Algorithm.ED25519) {
        keys.add(new PublishedKey(PublishedKey.Use.LOG, key, null));
      }
    }
    for (byte[] der : blocks(text, CERTIFICATE)) {
      anchors.add(certificate(der));
    }
    return new TrustRoot(keys, anchors);
  }

  private static List<byte[]> blocks(String text, String kind) throws ProvenanceFormatException {
    String opens = START + kind;
    String ends = "-----END " + kind;
    var blocks = new ArrayList<byte[]>();
    for (int start = text.indexOf(opens); start >= 0; ) {
      // The dashes that close the first line are not those that open the last one.
      int body = start + opens.length();
      int end = text.indexOf(ends, body);
      if (end < 0 || blocks.size() >= TrustRoot.MOST_KEYS) {
        throw new ProvenanceFormatException(
            "expected at most " + TrustRoot.MOST_KEYS + " blocks, each ended by \"" + ends + "\"");
      }
      try {
        blocks.add(Base64.getMimeDecoder().decode(text.substring(body, end).strip()));
      } catch (IllegalArgumentException e) {
        throw new ProvenanceFormatException("expected base64 between the lines of a PEM block");
      }
      start = text.indexOf(opens, end);
    }
    return blocks;
  }

  private static X509Certificate certificate(byte[] der) throws ProvenanceFormatException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | RuntimeException e) {
      // The JDK's parser answers hostile bytes with either.
      throw new ProvenanceFormatException(
          "expected an X.509 certificate, found " + der.length + " bytes that are none");
    }
  }
}

package colophon.c2pa;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time stamp (RFC 3161) as it stands in a signature: CMS SignedData (RFC 5652) around TSTInfo.
 * Reading one says nothing of whether it is right: ask {@link TimeStampCheck}.
 *
 * @param info TSTInfo as it stood, what the authority signed
 * @param imprintAlgorithm the object identifier of the hash that was stamped
 * @param time when it was stamped, as the authority says
 * @param signer who signed it
 */
record TimeStampToken(
    byte[] info,
    String imprintAlgorithm,
    byte[] imprint,
    Instant time,
    List<X509Certificate> certificates,
    CmsSigner signer) {

  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";

  /** How many certificates a token may bring. */
  static final int MOST_CERTIFICATES = 8;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT);

  static TimeStampToken read(byte[] token) throws C2paFormatException {
    Der content = Der.read(token).expect(Der.SEQUENCE);
    if (!content.child(0, Der.OID).oid().equals(SIGNED_DATA)) {
      throw wrong("signed data (CMS)", "something else");
    }
    Der signed = content.child(1, 0xA0).child(0, Der.SEQUENCE);
    Der encapsulated = signed.child(2, Der.SEQUENCE);
    if (!encapsulated.child(0, Der.OID).oid().equals(TST_INFO)) {
      throw wrong("time stamp information", "something else");
    }
    byte[] info = encapsulated.child(1, 0xA0).child(0, Der.OCTETS).content();
    List<X509Certificate> certificates = new ArrayList<>();
    Der signers = null;
    for (Der part : signed.children().subList(3, signed.children().size())) {
      if (part.tag() == 0xA0) {
        certificates.addAll(certificates(part));
      } else if (part.tag() == Der.SET) {
        signers = part;
      }
    }
    if (signers == null || signers.children().size() != 1) {
      throw wrong("one signer", signers == null ? "none" : "another number");
    }
    Der tst = Der.read(info).expect(Der.SEQUENCE);
    Der imprint = tst.child(2, Der.SEQUENCE);
    return new TimeStampToken(
        info,
        imprint.child(0, Der.SEQUENCE).child(0, Der.OID).oid(),
        imprint.child(1, Der.OCTETS).content(),
        time(tst.child(4, Der.TIME)),
        certificates,
        CmsSigner.read(signers.child(0, Der.SEQUENCE)));
  }

  /** The certificate of who signed; null where the token does not bring it. */
  @Nullable X509Certificate signerCertificate() {
    for (X509Certificate certificate : certificates) {
      if (signer.isNamed(certificate)) {
        return certificate;
      }
    }
    return null;
  }

  private static List<X509Certificate> certificates(Der set) throws C2paFormatException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Der certificate : set.children()) {
      if (certificates.size() == MOST_CERTIFICATES) {
        throw wrong("at most " + MOST_CERTIFICATES + " certificates", "more");
      }
      certificates.add(Certificates.read(certificate.encoding(), "the time stamp"));
    }
    return certificates;
  }

  private static Instant time(Der value) throws C2paFormatException {
    String text = new String(value.content(), StandardCharsets.US_ASCII);
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw wrong("a time in UTC", "another");
    }
  }

  private static C2paFormatException wrong(String expected, String found) {
    return new C2paFormatException(
        "expected " + expected + ", found " + found + ", in the time stamp");
  }

  /**
   * The one who signed (SignerInfo).
   *
   * @param issuer the issuer's name in DER; null where the key identifier is given instead
   * @param attributes the signed attributes as a SET, what the signature is made over
   */
  record CmsSigner(
      byte @Nullable [] issuer,
      @Nullable BigInteger serial,
      byte @Nullable [] keyId,
      String digestAlgorithm,
      Der attributes,
      String signatureAlgorithm,
      byte[] signature) {

    static CmsSigner read(Der info) throws C2paFormatException {
      List<Der> parts = info.children();
      if (parts.size() < 6) {
        throw wrong("a signer with signed attributes", "one without");
      }
      Der id = parts.get(1);
      boolean byKey = id.tag() == 0x80;
      return new CmsSigner(
          byKey ? null : id.child(0, Der.SEQUENCE).encoding(),
          byKey ? null : id.child(1, Der.INTEGER).integer(),
          byKey ? id.content() : null,
          parts.get(2).child(0, Der.OID).oid(),
          Der.read(parts.get(3).expect(0xA0).retagged(Der.SET)),
          parts.get(4).child(0, Der.OID).oid(),
          parts.get(5).expect(Der.OCTETS).content());
    }

    boolean isNamed(X509Certificate certificate) {
      if (keyId != null) {
        byte[] extension = certificate.getExtensionValue("2.5.29.14");
        // Two headers of two bytes stand before a key identifier in its extension.
        return extension != null
            && extension.length > 4
            && Arrays.equals(keyId, Arrays.copyOfRange(extension, 4, extension.length));
      }
      return certificate.getSerialNumber().equals(serial)
          && Arrays.equals(certificate.getIssuerX500Principal().getEncoded(), issuer);
    }

    /** The only value of a signed attribute; null where there is none. */
    @Nullable Der attribute(String oid) throws C2paFormatException {
      Der found = null;
      for (Der attribute : attributes.children()) {
        if (attribute.child(0, Der.OID).oid().equals(oid)) {
          Der values = attribute.child(1, Der.SET);
          if (found != null || values.children().size() != 1) {
            throw wrong("one value of attribute " + oid, "another number");
          }
          found = values.children().getFirst();
        }
      }
      return found;
    }
  }
}

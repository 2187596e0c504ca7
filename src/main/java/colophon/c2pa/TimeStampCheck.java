package colophon.c2pa;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the time stamp over a signature (section 15.8). */
final class TimeStampCheck {

  private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
  private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";

  private final CoseSignature signature;
  private final TrustAnchors anchors;
  private final Findings findings;

  TimeStampCheck(CoseSignature signature, TrustAnchors anchors, Findings findings) {
    this.signature = signature;
    this.anchors = anchors;
    this.findings = findings;
  }

  /** The time that the stamp proves; empty where there is no stamp, or one that proves nothing. */
  Optional<Instant> trustedTime() {
    if (signature.olderTimeStamp()) {
      note(StatusCode.TIME_STAMP_MALFORMED, "The time stamp is of a form that is no longer read.");
    }
    if (signature.timeStamps().isEmpty()) {
      return Optional.empty();
    }
    if (signature.timeStamps().size() > 1) {
      note(StatusCode.TIME_STAMP_MALFORMED, "There is more than one time stamp.");
      return Optional.empty();
    }
    try {
      return check(TimeStampToken.read(signature.timeStamps().getFirst()));
    } catch (C2paFormatException e) {
      note(
          StatusCode.TIME_STAMP_MALFORMED,
          "The time stamp cannot be read: " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private Optional<Instant> check(TimeStampToken token) throws C2paFormatException {
    MessageDigest digest = digest(token.imprintAlgorithm());
    X509Certificate stamper = token.signerCertificate();
    if (digest == null) {
      note(StatusCode.TIME_STAMP_UNTRUSTED, "The time stamp uses a hash that is not allowed.");
    } else if (!MessageDigest.isEqual(
        digest.digest(signature.timeStampMessage()), token.imprint())) {
      note(StatusCode.TIME_STAMP_MISMATCH, "The time stamp was made for another signature.");
    } else if (stamper == null) {
      note(StatusCode.TIME_STAMP_UNTRUSTED, "The time stamp does not bring its certificate.");
    } else if (!isSigned(token, stamper)) {
      note(StatusCode.TIME_STAMP_MISMATCH, "The time stamp is not signed by its certificate.");
    } else if (!Certificates.validAt(List.of(stamper), token.time())) {
      note(
          StatusCode.TIME_STAMP_OUTSIDE_VALIDITY,
          "The time stamp was made when its certificate was not valid.");
    } else {
      note(StatusCode.TIME_STAMP_VALIDATED, "The signature was stamped at " + token.time() + ".");
      return trusted(token, stamper);
    }
    return Optional.empty();
  }

  private Optional<Instant> trusted(TimeStampToken token, X509Certificate stamper) {
    Optional<String> fault = CertificateProfile.timeStamper(stamper);
    if (fault.isPresent()
        || !Certificates.lead(stamper, token.certificates(), anchors.timeStampers())) {
      note(
          StatusCode.TIME_STAMP_UNTRUSTED,
          "Who made the time stamp is not known to you"
              + fault.map(why -> ": " + why).orElse("")
              + ".");
      return Optional.empty();
    }
    note(StatusCode.TIME_STAMP_TRUSTED, "The time stamp leads to an authority that you trust.");
    return Optional.of(token.time());
  }

  private static boolean isSigned(TimeStampToken token, X509Certificate stamper)
      throws C2paFormatException {
    TimeStampToken.CmsSigner signer = token.signer();
    Der type = signer.attribute(CONTENT_TYPE);
    Der messageDigest = signer.attribute(MESSAGE_DIGEST);
    MessageDigest digest = digest(signer.digestAlgorithm());
    return type != null
        && type.oid().equals(TimeStampToken.TST_INFO)
        && messageDigest != null
        && digest != null
        && MessageDigest.isEqual(digest.digest(token.info()), messageDigest.content())
        && namesItsCertificate(signer, stamper)
        && verifies(signer, stamper.getPublicKey());
  }

  /** RFC 3161 wants the certificate named among what is signed, so that none takes its place. */
  private static boolean namesItsCertificate(
      TimeStampToken.CmsSigner signer, X509Certificate stamper) throws C2paFormatException {
    try {
      Der second = signer.attribute(SIGNING_CERTIFICATE_V2);
      if (second != null) {
        Der first = second.child(0, Der.SEQUENCE).child(0, Der.SEQUENCE);
        Der algorithm = first.children().getFirst();
        MessageDigest digest =
            algorithm.tag() == Der.SEQUENCE
                ? digest(algorithm.child(0, Der.OID).oid())
                : MessageDigest.getInstance("SHA-256");
        Der hash = first.child(algorithm.tag() == Der.SEQUENCE ? 1 : 0, Der.OCTETS);
        return digest != null
            && MessageDigest.isEqual(digest.digest(stamper.getEncoded()), hash.content());
      }
      Der first = signer.attribute(SIGNING_CERTIFICATE);
      return first != null
          && MessageDigest.isEqual(
              MessageDigest.getInstance("SHA-1").digest(stamper.getEncoded()),
              first.child(0, Der.SEQUENCE).child(0, Der.SEQUENCE).child(0, Der.OCTETS).content());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean verifies(TimeStampToken.CmsSigner signer, PublicKey key) {
    String hash = hashName(signer.digestAlgorithm());
    String name =
        switch (signer.signatureAlgorithm()) {
          case "1.2.840.113549.1.1.1" -> hash == null ? null : hash.replace("-", "") + "withRSA";
          case "1.2.840.113549.1.1.11" -> "SHA256withRSA";
          case "1.2.840.113549.1.1.12" -> "SHA384withRSA";
          case "1.2.840.113549.1.1.13" -> "SHA512withRSA";
          case "1.2.840.10045.4.3.2" -> "SHA256withECDSA";
          case "1.2.840.10045.4.3.3" -> "SHA384withECDSA";
          case "1.2.840.10045.4.3.4" -> "SHA512withECDSA";
          case "1.3.101.112" -> "Ed25519";
          default -> null;
        };
    if (name == null) {
      return false;
    }
    try {
      Signature checker = Signature.getInstance(name);
      checker.initVerify(key);
      checker.update(signer.attributes().encoding());
      return checker.verify(signer.signature());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static @Nullable MessageDigest digest(String oid) {
    String name = hashName(oid);
    try {
      return name == null ? null : MessageDigest.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  private static @Nullable String hashName(String oid) {
    return switch (oid) {
      case "2.16.840.1.101.3.4.2.1" -> "SHA-256";
      case "2.16.840.1.101.3.4.2.2" -> "SHA-384";
      case "2.16.840.1.101.3.4.2.3" -> "SHA-512";
      default -> null;
    };
  }

  private void note(StatusCode code, String sentence) {
    findings.add(code, CoseSignature.LABEL, sentence);
  }
}

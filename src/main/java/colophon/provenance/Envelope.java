package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed payload (DSSE v1.0), with exactly one signature. Reading one says nothing of who signed
 * it: ask {@link #signedBy}.
 *
 * @param payload as signed; never parse what is not verified for more than a message
 * @param keyId a hint at the key, unauthenticated; empty where the envelope gives none
 */
public record Envelope(String payloadType, byte[] payload, String keyId, byte[] signature) {

  /** The payload type of an in-toto statement. */
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  /** The largest envelope read, in bytes: a record of the largest size, in base64. */
  public static final int MOST_BYTES = 12 * 1024 * 1024;

  /** The longest signature read, in bytes: ES256 in DER has at most 72. */
  public static final int MOST_SIGNATURE_BYTES = 1024;

  /** Signs a payload. */
  public static Envelope sign(String payloadType, byte[] payload, StatementSigner signer) {
    byte[] signature = signer.sign(preAuthenticationEncoding(payloadType, payload));
    return new Envelope(payloadType, payload, signer.key().keyId(), signature);
  }

  /** Reads the JSON form, with standard or URL-safe base64. */
  public static Envelope parse(byte[] json) throws ProvenanceFormatException {
    Members members;
    try {
      members = new Members("", JsonReader.readObject(json, MOST_BYTES));
    } catch (JsonFormatException e) {
      throw new ProvenanceFormatException(e);
    }
    List<Members> signatures = members.objects("signatures");
    if (signatures.size() != 1) {
      throw new ProvenanceFormatException(
          "signatures: expected exactly one, found " + signatures.size());
    }
    Members only = signatures.getFirst();
    @Nullable String keyId = only.textOrNull("keyid");
    byte[] signature = base64(only, "sig");
    if (signature.length > MOST_SIGNATURE_BYTES) {
      throw new ProvenanceFormatException(
          "signatures[0].sig: expected at most "
              + MOST_SIGNATURE_BYTES
              + " bytes, found "
              + signature.length);
    }
    return new Envelope(
        members.text("payloadType"),
        base64(members, "payload"),
        keyId == null ? "" : keyId,
        signature);
  }

  /** The JSON form, canonical, in UTF-8. */
  public byte[] bytes() {
    return CanonicalJson.bytes(document());
  }

  /** The JSON form, to stand inside another document. */
  Json document() {
    var encoder = Base64.getEncoder();
    return Json.object(
        "payload",
        Json.of(encoder.encodeToString(payload)),
        "payloadType",
        Json.of(payloadType),
        "signatures",
        Json.array(
            List.of(
                Json.object(
                    "keyid", Json.of(keyId), "sig", Json.of(encoder.encodeToString(signature))))));
  }

  /** Whether that key signed this type and payload. */
  public boolean signedBy(StatementKey key) {
    return key.verifies(preAuthenticationEncoding(payloadType, payload), signature);
  }

  /** What is signed: type and body with their lengths, so that neither can flow into the other. */
  static byte[] preAuthenticationEncoding(String type, byte[] body) {
    byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(body.length + typeBytes.length + 32);
    out.writeBytes(("DSSEv1 " + typeBytes.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(typeBytes);
    out.writeBytes((" " + body.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] base64(Members members, String name) throws ProvenanceFormatException {
    String text = members.text(name);
    String standard = text.replace('-', '+').replace('_', '/');
    try {
      byte[] bytes = Base64.getDecoder().decode(standard);
      // The decoder forgives stray bits; two spellings of one value are refused.
      if (Base64.getEncoder().encodeToString(bytes).equals(standard)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Not base64 at all: said below.
    }
    throw members.unexpected(name, "padded canonical base64", Json.of(text));
  }
}

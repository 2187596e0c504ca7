package colophon.c2pa;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Text that carries its credentials when it is copied (A.8), in characters that nobody sees. It
 * costs about four bytes for each byte of the manifest, so it is offered, never the default. It
 * carries no time stamp: see {@link #sign}.
 */
public final class TextManifest {

  /** How often lengths are tried, and signatures for a length. */
  private static final int MOST_LENGTHS = 60;

  private static final int MOST_SIGNATURES = 200;
  private static final int SIGNATURE_BYTES = 64;
  private static final int START_BYTES = 3;

  /**
   * Of 64 random bytes about four are below 16, and those take three bytes where others take four.
   */
  private static final int USUAL_SHORT_BYTES = 4;

  private static final int MOST_SHORT_BYTES = 9;

  private TextManifest() {}

  /**
   * Signs a text and puts the manifest behind it.
   *
   * <p>What is signed names the exact length of the invisible part, and that depends on the bytes
   * of the signature. The form has no room to pad (A.8.2), so the claim is signed again until a
   * signature has the length that was named; ECDSA gives another one each time. A time stamp's
   * length could not be foreseen that way.
   *
   * @param text brought to normal form C here, as readers do
   * @throws C2paFormatException where the text carries a manifest already, or the key gives the
   *     same signature each time and no length fits it
   */
  public static String sign(String text, ManifestContent content, SigningCredential credential)
      throws C2paFormatException {
    if (!TextCarrier.isStreamSafe(text)) {
      throw new C2paFormatException(
          "expected at most 30 marks on one character (stream-safe text), found more");
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (normal.indexOf(TextCarrier.START) >= 0) {
      throw new C2paFormatException("expected a text without U+FEFF, found one with");
    }
    byte[] bytes = normal.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < MOST_LENGTHS; i++) {
      UnsignedManifest manifest =
          UnsignedManifest.of(content, DataHash.around(new ByteRange(bytes.length, length), bytes));
      for (int j = 0; j < MOST_SIGNATURES; j++) {
        String carrier = TextCarrier.encode(manifest.sign(credential).bytes());
        int found = carrier.getBytes(StandardCharsets.UTF_8).length;
        if (found == length) {
          return normal + carrier;
        }
        if (Math.abs(found - length) > MOST_SHORT_BYTES) {
          break;
        }
      }
      length = usualLength(manifest, credential);
    }
    throw new C2paFormatException(
        "expected a signature of the length that the text names, found none; the signing key seems"
            + " to give the same one each time");
  }

  private static int usualLength(UnsignedManifest manifest, SigningCredential credential) {
    CoseSignature signature = CoseSignature.sign(manifest.claim(), credential);
    int shortBytes = 0;
    for (byte b : signature.signature()) {
      shortBytes += (b & 0xFF) < 16 ? 1 : 0;
    }
    String carrier = TextCarrier.encode(manifest.with(signature).bytes());
    return carrier.getBytes(StandardCharsets.UTF_8).length + shortBytes - USUAL_SHORT_BYTES;
  }
}

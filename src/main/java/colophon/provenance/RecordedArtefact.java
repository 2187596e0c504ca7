package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * One published file of the version.
 *
 * @param name its file name in the version's folder
 * @param mediaType such as {@code text/html; charset=utf-8}
 * @param digest of its bytes
 * @param textDigest of its text: the bytes read as UTF-8, brought to NFC, written as UTF-8 again
 */
public record RecordedArtefact(String name, String mediaType, Digest digest, Digest textDigest)
    implements Recorded {

  /** The entry for these bytes, which are UTF-8 text. */
  public static RecordedArtefact of(String name, String mediaType, byte[] bytes) {
    return new RecordedArtefact(name, mediaType, Digest.of(bytes), textDigest(bytes));
  }

  /** The digest of the NFC form of a UTF-8 text. */
  public static Digest textDigest(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return isPlain(text)
        ? Digest.ofText(text)
        : Digest.ofText(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /**
   * Whether a text holds nothing but characters that are their own normal form wherever they stand:
   * those before the first combining mark, and the dashes, quotation marks and dots of print. Most
   * texts in Latin letters do, and the platform's tables need not be loaded for them.
   */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u0300' && (c < '\u2010' || c > '\u2027')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("name", name)
        .put("mediaType", mediaType)
        .put("digest", digest)
        .put("textDigest", textDigest)
        .build();
  }

  static RecordedArtefact read(Members members) throws ProvenanceFormatException {
    return new RecordedArtefact(
        members.text("name"),
        members.text("mediaType"),
        members.digest("digest"),
        members.digest("textDigest"));
  }
}

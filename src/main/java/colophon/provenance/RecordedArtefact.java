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
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? Digest.ofText(text)
        : Digest.ofText(Normalizer.normalize(text, Normalizer.Form.NFC));
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

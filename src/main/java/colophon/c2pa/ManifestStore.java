package colophon.c2pa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manifest store with one manifest, as it lies beside an artefact or stands in it. That it could
 * be read says nothing of whether it is right: ask {@link CredentialValidator}.
 */
public final class ManifestStore {

  /** The media type of a store that lies beside its artefact. */
  public static final String MEDIA_TYPE = "application/c2pa";

  /** What is put after an artefact's file name to name its store. */
  public static final String FILE_ENDING = ".c2pa";

  /** The label of its box. */
  static final String LABEL = "c2pa";

  private static final String MANIFEST = "c2ma";

  /** What stands in a store and is neither a manifest nor a box that may be passed over. */
  private static final List<String> OTHER_MANIFESTS = List.of("c2um", "c2cm", "c2md");

  private final Jumbf.Superbox manifest;
  private final byte[] bytes;

  private ManifestStore(Jumbf.Superbox manifest, byte[] bytes) {
    this.manifest = manifest;
    this.bytes = bytes;
  }

  /** Signs a manifest that lies beside its artefact. */
  public static ManifestStore sign(
      ManifestContent content, byte[] artefact, SigningCredential credential) {
    return UnsignedManifest.of(content, DataHash.ofWhole(artefact)).sign(credential);
  }

  static ManifestStore of(Jumbf.Superbox manifest) {
    Jumbf.Superbox store = Jumbf.Superbox.of(LABEL, LABEL, List.of(manifest));
    return new ManifestStore(manifest, store.bytes());
  }

  /**
   * Reads a store. Boxes of unknown kinds are passed over, as section 11.1.2 wants; a store of
   * several manifests is refused, since we neither write one nor check one.
   */
  public static ManifestStore read(byte[] bytes) throws C2paFormatException {
    Jumbf.Superbox store = JumbfReader.read(bytes);
    if (!store.type().equals(LABEL) || !store.label().equals(LABEL)) {
      throw new C2paFormatException(
          "expected a manifest store (\"c2pa\"), found a box \"" + store.label() + "\"");
    }
    Jumbf.Superbox manifest = null;
    for (Jumbf.Superbox box : store.superboxes()) {
      if (OTHER_MANIFESTS.contains(box.type()) || (manifest != null && isManifest(box))) {
        throw new C2paFormatException(
            "expected one manifest of the standard kind, found others, in the manifest store");
      }
      manifest = isManifest(box) ? box : manifest;
    }
    if (manifest == null) {
      throw new C2paFormatException("expected a manifest, found none, in the manifest store");
    }
    return new ManifestStore(manifest, bytes.clone());
  }

  private static boolean isManifest(Jumbf.Superbox box) {
    return box.type().equals(MANIFEST);
  }

  /** The store as it is kept and sent. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The manifest's name, {@code urn:c2pa:} and a UUID. */
  public String manifestLabel() {
    return manifest.label();
  }

  /** What a time-stamping authority is asked to stamp: the message, not its hash. */
  public byte[] timeStampMessage() throws C2paFormatException {
    return signature().timeStampMessage();
  }

  /**
   * The same store with a time stamp.
   *
   * @param token a TimeStampToken of RFC 3161 in DER, over the hash of {@link #timeStampMessage}
   */
  public ManifestStore withTimeStamp(byte[] token) throws C2paFormatException {
    if (token.length > CoseSignature.MOST_TIME_STAMP_BYTES) {
      throw new C2paFormatException(
          "expected a time stamp of at most "
              + CoseSignature.MOST_TIME_STAMP_BYTES
              + " bytes, found "
              + token.length);
    }
    TimeStampToken.read(token);
    Jumbf.Superbox stamped =
        Jumbf.Superbox.ofCbor("c2cs", CoseSignature.LABEL, signature().stamped(token).bytes());
    return of(
        Jumbf.Superbox.of(
            manifest.type(),
            manifest.label(),
            manifest.children().stream()
                .map(child -> child.equals(signatureBox()) ? stamped : child)
                .toList()));
  }

  /** The claim boxes; one, where all is well. */
  List<Jumbf.Superbox> claims() {
    return manifest.superboxes().stream().filter(box -> box.type().equals("c2cl")).toList();
  }

  /** The box of the signature; null where there is none. */
  Jumbf.@Nullable Superbox signatureBox() {
    return boxOf("c2cs", CoseSignature.LABEL);
  }

  /** The boxes of the assertions; none where there is no assertion store. */
  List<Jumbf.Superbox> assertions() {
    Jumbf.Superbox store = boxOf("c2as", UnsignedManifest.ASSERTIONS);
    return store == null ? List.of() : store.superboxes();
  }

  private Jumbf.@Nullable Superbox boxOf(String type, String label) {
    for (Jumbf.Superbox box : manifest.superboxes()) {
      if (box.type().equals(type) && box.label().equals(label)) {
        return box;
      }
    }
    return null;
  }

  private CoseSignature signature() throws C2paFormatException {
    Jumbf.Superbox box = signatureBox();
    byte[] cbor = box == null ? null : box.cbor();
    if (cbor == null) {
      throw new C2paFormatException("expected a signature, found none, in the manifest");
    }
    return CoseSignature.read(cbor);
  }
}

package colophon.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A page of ours with its manifest in its head (A.7), for those who want one file: an export, not
 * the artefact that the record names.
 */
public final class HtmlManifest {

  /** Room to keep for a time stamp that is still to come, in bytes. */
  public static final int TIME_STAMP_ROOM = 12 * 1024;

  private static final String HEAD_END = "</head>";

  private final byte[] before;
  private final byte[] after;
  private final int room;
  private final ManifestStore store;

  private HtmlManifest(byte[] before, byte[] after, int room, ManifestStore store) {
    this.before = before;
    this.after = after;
    this.room = room;
    this.store = store;
  }

  /**
   * The element by which a page points to the manifest beside it. It belongs into the head, and the
   * page is signed with it.
   *
   * @param href of the store, such as {@code index.html.c2pa}; a name without characters that HTML
   *     escapes
   */
  public static String link(String href) {
    if (!href.matches("[A-Za-z0-9._~/:%-]+")) {
      throw new IllegalArgumentException("the address of a manifest holds no markup: " + href);
    }
    return "<link rel=\"c2pa-manifest\" href=\"" + href + "\" type=\"application/c2pa\">";
  }

  /**
   * Signs a page and puts the manifest into it: in the place of the element that points to one
   * beside it, or at the end of the head.
   *
   * @param timeStampRoom {@link #TIME_STAMP_ROOM} where a time stamp will be added, else 0
   */
  public static HtmlManifest sign(
      byte[] page, ManifestContent content, SigningCredential credential, int timeStampRoom)
      throws C2paFormatException {
    ByteRange gap = gap(page);
    byte[] before = Arrays.copyOfRange(page, 0, (int) gap.start());
    byte[] after = Arrays.copyOfRange(page, (int) gap.end(), page.length);
    // Without its manifest the page is hashed as it will be read: both parts, nothing between.
    byte[] rest = joined(before, after);
    int most = Integer.MAX_VALUE;
    UnsignedManifest widest =
        UnsignedManifest.of(content, DataHash.around(new ByteRange(most, most), rest));
    int room = base64Length(widest.sign(credential).bytes().length + timeStampRoom);
    int length = HtmlCarrier.OPEN.length() + room + HtmlCarrier.CLOSE.length();
    UnsignedManifest manifest =
        UnsignedManifest.of(content, DataHash.around(new ByteRange(before.length, length), rest));
    return new HtmlManifest(before, after, room, manifest.sign(credential));
  }

  /** What a time-stamping authority is asked to stamp: the message, not its hash. */
  public byte[] timeStampMessage() throws C2paFormatException {
    return store.timeStampMessage();
  }

  /** The same page with a time stamp over its signature. */
  public HtmlManifest withTimeStamp(byte[] token) throws C2paFormatException {
    ManifestStore stamped = store.withTimeStamp(token);
    if (base64Length(stamped.bytes().length) > room) {
      throw new C2paFormatException(
          "expected a time stamp that fits the room kept for it, found one of "
              + token.length
              + " bytes");
    }
    return new HtmlManifest(before, after, room, stamped);
  }

  /** The manifest store in the page. */
  public ManifestStore store() {
    return store;
  }

  /** The page. */
  public byte[] bytes() {
    byte[] base64 = Base64.getEncoder().encode(store.bytes());
    var out = new ByteArrayOutputStream();
    out.writeBytes(before);
    out.writeBytes(HtmlCarrier.OPEN.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(base64);
    // White space around the base64 does not count (A.7.1.1); it keeps the length as signed.
    out.writeBytes(" ".repeat(room - base64.length).getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(HtmlCarrier.CLOSE.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(after);
    return out.toByteArray();
  }

  private static ByteRange gap(byte[] page) throws C2paFormatException {
    if (HtmlCarrier.isIn(page)) {
      throw new C2paFormatException("expected a page without a manifest, found one with");
    }
    List<ByteRange> links = HtmlCarrier.links(page);
    if (links.size() > 1) {
      throw new C2paFormatException("expected at most one link to a manifest, found more");
    }
    if (links.size() == 1) {
      return links.getFirst();
    }
    int head =
        new String(page, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).indexOf(HEAD_END);
    if (head < 0) {
      throw new C2paFormatException("expected a page with " + HEAD_END + ", found none");
    }
    return new ByteRange(head, 0);
  }

  private static int base64Length(int bytes) {
    return (bytes + 2) / 3 * 4;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}

package colophon.c2pa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A manifest store inside a page (A.7): base64 in a {@code script} element of its own type.
 * Browsers pass over it; the hash of the page leaves out the whole element.
 *
 * @param range where the element stands
 * @param store what it holds
 */
record HtmlCarrier(ByteRange range, byte[] store) {

  static final String OPEN = "<script type=\"application/c2pa\">";
  static final String CLOSE = "</script>";

  /** More than one is wrong already. */
  private static final int MOST_FOUND = 3;

  /** The manifest of a page; empty, with findings, where there is none or not one. */
  static Optional<HtmlCarrier> find(byte[] page, Findings findings) {
    if (page.length > CredentialValidator.MOST_ASSET_BYTES) {
      findings.add(StatusCode.GENERAL_ERROR, "The page is too large; it was not looked at.");
      return Optional.empty();
    }
    String text = new String(page, StandardCharsets.ISO_8859_1);
    List<ByteRange> scripts = scripts(text);
    int associations = scripts.size() + links(text).size();
    if (associations > 1) {
      findings.add(
          StatusCode.MANIFEST_HTML_MULTIPLE_MANIFESTS,
          "The page names " + associations + " manifests, and may name one.");
      return Optional.empty();
    }
    if (scripts.isEmpty()) {
      findings.add(
          StatusCode.CLAIM_MISSING,
          associations == 1
              ? "The manifest lies beside the page, not in it."
              : "There is no manifest in the page.");
      return Optional.empty();
    }
    int start = (int) scripts.getFirst().start();
    int content = (int) scripts.getFirst().end();
    int close = text.indexOf(CLOSE, content);
    if (close < 0 || !text.substring(start, content).equals(OPEN)) {
      // The hash leaves this element out: anything more in it could be made to do something.
      findings.add(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH,
          "The element of the manifest is not " + OPEN + " and nothing more.");
      return Optional.empty();
    }
    String base64 = text.substring(content, close).strip();
    byte[] store = decoded(base64);
    if (!Base64.getEncoder().encodeToString(store).equals(base64)) {
      findings.add(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH, "The manifest in the page is not base64.");
      return Optional.empty();
    }
    return Optional.of(
        new HtmlCarrier(new ByteRange(start, close + CLOSE.length() - start), store));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Nothing is not what was encoded either; the caller compares.
      return new byte[0];
    }
  }

  /** Where elements that point to a manifest beside the page stand. */
  static List<ByteRange> links(byte[] page) {
    return links(new String(page, StandardCharsets.ISO_8859_1));
  }

  /** Whether a page holds a manifest already. */
  static boolean isIn(byte[] page) {
    return !scripts(new String(page, StandardCharsets.ISO_8859_1)).isEmpty();
  }

  private static List<ByteRange> scripts(String text) {
    return tags(text, "<script", "application/c2pa");
  }

  private static List<ByteRange> links(String text) {
    return tags(text, "<link", "c2pa-manifest");
  }

  /**
   * The start tags of a name that hold a word, three at most. Each character is looked at once, and
   * a tag ends at the next {@code >}: what a browser reads as more than that is no tag of ours.
   */
  private static List<ByteRange> tags(String text, String name, String word) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<ByteRange> found = new ArrayList<>();
    int at = lower.indexOf(name);
    while (at >= 0 && found.size() < MOST_FOUND) {
      int end = lower.indexOf('>', at) + 1;
      if (end == 0) {
        break;
      }
      if (lower.substring(at, end).contains(word)) {
        found.add(new ByteRange(at, end - at));
      }
      at = lower.indexOf(name, end);
    }
    return found;
  }
}

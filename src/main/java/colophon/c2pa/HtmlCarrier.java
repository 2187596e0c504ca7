package colophon.c2pa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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

  /** How long the start tag of a script or link may be to be looked at. */
  private static final int MOST_TAG = 600;

  private static final Pattern SCRIPT =
      tag("script\\b[^>]{0,%d}?\\btype\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}application/c2pa\\b");

  private static final Pattern LINK =
      tag("link\\b[^>]{0,%d}?\\brel\\s{0,9}=\\s{0,9}[\"']?[^\"'>]{0,99}?\\bc2pa-manifest\\b");

  private static Pattern tag(String start) {
    return Pattern.compile(
        "<" + start.replace("%d", "" + MOST_TAG) + "[^>]{0," + MOST_TAG + "}>",
        Pattern.CASE_INSENSITIVE);
  }

  /** The manifest of a page; empty, with findings, where there is none or not one. */
  static Optional<HtmlCarrier> find(byte[] page, Findings findings) {
    if (page.length > CredentialValidator.MOST_ASSET_BYTES) {
      findings.add(StatusCode.GENERAL_ERROR, "The page is too large; it was not looked at.");
      return Optional.empty();
    }
    String text = new String(page, StandardCharsets.ISO_8859_1);
    List<MatchResult> scripts = all(SCRIPT, text);
    int associations = scripts.size() + all(LINK, text).size();
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
    MatchResult open = scripts.getFirst();
    int close = text.indexOf(CLOSE, open.end());
    if (close < 0 || !open.group().equals(OPEN)) {
      // The hash leaves this element out: anything more in it could be made to do something.
      findings.add(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH,
          "The element of the manifest is not " + OPEN + " and nothing more.");
      return Optional.empty();
    }
    String base64 = text.substring(open.end(), close).strip();
    byte[] store = decoded(base64);
    if (!Base64.getEncoder().encodeToString(store).equals(base64)) {
      findings.add(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH, "The manifest in the page is not base64.");
      return Optional.empty();
    }
    return Optional.of(
        new HtmlCarrier(new ByteRange(open.start(), close + CLOSE.length() - open.start()), store));
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
    return all(LINK, new String(page, StandardCharsets.ISO_8859_1)).stream()
        .map(found -> new ByteRange(found.start(), found.end() - found.start()))
        .toList();
  }

  /** Whether a page holds a manifest already. */
  static boolean isIn(byte[] page) {
    return !all(SCRIPT, new String(page, StandardCharsets.ISO_8859_1)).isEmpty();
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    List<MatchResult> found = new ArrayList<>();
    var matcher = pattern.matcher(text);
    while (found.size() < 3 && matcher.find()) {
      found.add(matcher.toMatchResult());
    }
    return found;
  }
}

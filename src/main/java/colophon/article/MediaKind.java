package colophon.article;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a document is, told from its bytes first and from what was declared second. */
enum MediaKind {
  HTML,
  PLAIN_TEXT,
  PDF,
  DOCX,
  FEED,
  JSON,
  EMPTY,
  OTHER;

  private static final int LOOKED_AT_BYTES = 4096;

  /** A PDF may be preceded by rubbish of at most this many bytes (ISO 32000, annex H.3.4.1). */
  private static final int PDF_HEADER_WITHIN_BYTES = 1024;

  static MediaKind of(byte[] document, String declared, String path) {
    if (document.length == 0) {
      return EMPTY;
    }
    String head =
        new String(
            document, 0, Math.min(document.length, LOOKED_AT_BYTES), StandardCharsets.ISO_8859_1);
    String markup = withoutNulls(head).toLowerCase(Locale.ROOT).stripLeading();
    if (markup.startsWith("ï»¿") || markup.startsWith("ÿþ") || markup.startsWith("þÿ")) {
      markup = markup.substring(markup.charAt(0) == 'ï' ? 3 : 2).stripLeading();
    }
    if (looksLikePdf(head)) {
      return PDF;
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return isWordPackage(document, declared, path) ? DOCX : OTHER;
    }
    MediaKind told = ofMarkup(markup);
    if (told != OTHER) {
      return told;
    }
    if (declared.startsWith("application/pdf") || path.endsWith(".pdf")) {
      return PDF; // without its mark it may still be one, only damaged
    }
    if (isBinary(head)) {
      return OTHER;
    }
    return ofText(markup, declared, path);
  }

  private static boolean looksLikePdf(String head) {
    int at = head.indexOf("%PDF-");
    return at >= 0 && at < PDF_HEADER_WITHIN_BYTES && !head.stripLeading().startsWith("<");
  }

  private static boolean isWordPackage(byte[] document, String declared, String path) {
    String names = new String(document, StandardCharsets.ISO_8859_1);
    return names.contains("word/document")
        || declared.contains("wordprocessingml")
        || path.endsWith(".docx");
  }

  private static MediaKind ofMarkup(String markup) {
    if (markup.startsWith("<?xml") || markup.startsWith("<")) {
      String start = markup.replaceAll("(?s)<!--.*?-->|<\\?.*?\\?>", " ").stripLeading();
      if (start.startsWith("<rss") || start.startsWith("<feed") || start.startsWith("<rdf:rdf")) {
        return FEED;
      }
      if (start.startsWith("<!doctype html")
          || start.startsWith("<html")
          || start.matches("(?s)<(head|body|meta|title|div|p|h1|article|table|main|script)\\b.*")) {
        return HTML;
      }
      if (start.startsWith("<!doctype") && start.contains("<html")) {
        return HTML;
      }
    }
    return OTHER;
  }

  private static MediaKind ofText(String markup, String declared, String path) {
    if (markup.startsWith("<?xml") && !declared.contains("html")) {
      return OTHER;
    }
    if (markup.isBlank()) {
      return EMPTY;
    }
    if (markup.startsWith("{") || markup.startsWith("[{")) {
      return markup.contains("jsonfeed.org") ? FEED : JSON;
    }
    boolean page = declared.contains("html") || path.matches(".*\\.x?html?");
    boolean tags = markup.matches("(?s).*<(html|body|p|div|article|h1|br|head)\\b[^>]*>.*");
    return tags || (page && !declared.contains("text/plain")) ? HTML : PLAIN_TEXT;
  }

  private static String withoutNulls(String head) {
    return head.indexOf(0) < 0 ? head : head.replace("\0", "");
  }

  /** Text has hardly any control characters; UTF-16 has its zeros in every second place. */
  private static boolean isBinary(String head) {
    if (head.startsWith("ÿþ") || head.startsWith("þÿ")) {
      return false;
    }
    int controls = 0;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (c == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      } else if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b) {
        controls++;
      }
    }
    boolean wide = Math.max(even, odd) > head.length() / 4 && Math.min(even, odd) == 0;
    return controls * 50 > head.length() || (even + odd > 0 && !wide);
  }
}

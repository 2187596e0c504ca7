package colophon.article;

import colophon.capture.Captured;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A web page into a reading: what it says of itself, and the text a reader sees. */
final class HtmlExtractor {

  static final String NAME = "html/1";

  /** The largest page read, in bytes after decoding. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final int MOST_DEPTH = 512;

  private static final String EMPTINESS =
      "The page holds no running text of its own; scripts may fill it in, and they are not run:"
          + " give the page's printed or AMP version, or a file of its text.";

  Reading read(Captured captured, byte[] document, String contentType)
      throws UnreadableDocumentException {
    if (document.length > MOST_BYTES) {
      throw new UnreadableDocumentException(
          "The page is larger than "
              + MOST_BYTES / 1024 / 1024
              + " MiB and was not read; give the article's own page.");
    }
    return read(captured, TextDecoding.decode(document, contentType));
  }

  /** The date alone; null where none is found. */
  @Nullable OffsetDateTime published(Captured captured, byte[] document) {
    Document page = parse(captured, TextDecoding.decode(document, ""));
    StructuredData data = StructuredData.of(page);
    return new PageDate(page, PageMeta.of(page), data, captured).find().orElse(null);
  }

  private static Document parse(Captured captured, String html) {
    Parser parser = Parser.htmlParser();
    parser.setMaxDepth(MOST_DEPTH);
    return Jsoup.parse(html, captured.snapshot().landed().toString(), parser);
  }

  private Reading read(Captured captured, String html) {
    Document page = parse(captured, html);
    StructuredData data = StructuredData.of(page);
    PageFacts facts = PageFacts.of(page, data, captured);
    List<HiddenText> hidden = new ArrayList<>(HiddenMarkup.cut(page));
    List<String> passages = passages(page, data, facts);
    return new Reading(
        NAME,
        facts.title(),
        facts.authors(),
        facts.outlet(),
        facts.published(),
        facts.canonical(),
        facts.language(),
        passages,
        hidden,
        EMPTINESS);
  }

  private static List<String> passages(Document page, StructuredData data, PageFacts facts) {
    BodyHint hint =
        data.article()
            .flatMap(article -> articleBody(article))
            .map(BodyHint::of)
            .orElseGet(BodyHint::none);
    List<Block> blocks = PageBlocks.of(page.body());
    if (hint.isUsable() && !isVisible(blocks, hint)) {
      hint = BodyHint.none();
    }
    String title = facts.title() == null ? "" : facts.title();
    Element root = BodyFinder.find(page.body(), blocks, hint, title);
    return new BodyText(blocks, root, hint, title).passages();
  }

  private static Optional<String> articleBody(JsonNode article) {
    return StructuredData.text(article, "articleBody");
  }

  /** Structured data that speaks of another text than the page shows is no help. */
  private static boolean isVisible(List<Block> blocks, BodyHint hint) {
    int found = 0;
    for (Block block : blocks) {
      if (block.length() >= 40 && hint.holds(block.text())) {
        found += block.length();
      }
    }
    return found * 2 > hint.characters();
  }
}

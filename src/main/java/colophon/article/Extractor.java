package colophon.article;

import colophon.capture.Captured;
import colophon.capture.Snapshot;
import colophon.capture.SnapshotBody;
import java.util.List;
import java.util.Locale;

/**
 * Reads a snapshot as an article. What a document is, is told from its bytes first and from its
 * declared type second; HTML, plain text, PDF and DOCX are read, everything else is turned away
 * with a sentence.
 */
public final class Extractor {

  /** Begins the sentence about a document that met a fault of this program. */
  static final String FAULT =
      "The document could not be read because of a fault in this program; report the fault with the"
          + " document (";

  private final DocumentExtractor documents;

  private final HtmlExtractor pages = new HtmlExtractor();
  private final PlainTextExtractor texts = new PlainTextExtractor();

  /** An extractor that reads PDF and DOCX through that process. */
  public Extractor(DocumentProcess process) {
    documents = new DocumentExtractor(process);
  }

  /** The article in a snapshot, or why there is none. Never throws on what a document holds. */
  public Extraction extract(Captured captured) {
    try {
      return ArticleAssembly.assemble(captured, read(captured));
    } catch (EmptyDocumentException e) {
      return new Extraction.Empty(e.sentence());
    } catch (UnreadableDocumentException e) {
      return new Extraction.Unreadable(e.sentence());
    } catch (RuntimeException | StackOverflowError e) {
      // The other documents of a run must not fail with this one.
      return new Extraction.Unreadable(FAULT + e.getClass().getSimpleName() + ").");
    }
  }

  private Reading read(Captured captured)
      throws UnreadableDocumentException, EmptyDocumentException {
    Snapshot snapshot = captured.snapshot();
    byte[] document = SnapshotBody.decoded(snapshot);
    String declared = declared(snapshot);
    String path = String.valueOf(snapshot.landed().getPath()).toLowerCase(Locale.ROOT);
    MediaKind kind = MediaKind.of(document, declared, path);
    return switch (kind) {
      case HTML -> pages.read(captured, document, declared);
      case PLAIN_TEXT -> texts.read(document, declared);
      case PDF, DOCX -> documents.read(kind, document);
      case EMPTY ->
          throw new EmptyDocumentException(
              "The document is empty; fetch it again or check its address.");
      case FEED ->
          throw new UnreadableDocumentException(
              "This is a feed, not an article; enter it as a source of kind feed.");
      case JSON ->
          throw new UnreadableDocumentException(
              "This is JSON data, not an article; give HTML, plain text, PDF or DOCX.");
      case OTHER ->
          throw new UnreadableDocumentException(
              "This is neither HTML, plain text, PDF nor DOCX"
                  + (declared.isEmpty() ? "" : " (the server calls it " + declared + ")")
                  + " and was not read; save it as one of these.");
    };
  }

  private static String declared(Snapshot snapshot) {
    List<String> types = snapshot.responseHeaders().getOrDefault("content-type", List.of());
    String declared = types.isEmpty() ? "" : types.getFirst().strip().toLowerCase(Locale.ROOT);
    return declared.length() > 100 ? declared.substring(0, 100) : declared;
  }
}

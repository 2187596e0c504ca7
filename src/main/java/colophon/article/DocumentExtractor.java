package colophon.article;

import colophon.text.Language;
import colophon.text.NormalText;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A PDF or DOCX file into a reading, through the child process. */
final class DocumentExtractor {

  static final String PDF_NAME = "pdf/1";
  static final String DOCX_NAME = "docx/1";

  private final DocumentProcess process;

  DocumentExtractor(DocumentProcess process) {
    this.process = process;
  }

  Reading read(MediaKind kind, byte[] document) throws UnreadableDocumentException {
    DocumentText text = process.read(kind, document);
    var paragraphs = new ArrayList<>(text.paragraphs());
    String title = text.title();
    if (title != null) {
      paragraphs.removeIf(paragraph -> BodyText.key(paragraph).equals(BodyText.key(title)));
    }
    TextHeader header = TextHeader.take(paragraphs);
    return new Reading(
        kind == MediaKind.PDF ? PDF_NAME : DOCX_NAME,
        title,
        header.authors().isEmpty() ? authors(text.author()) : header.authors(),
        text.publisher() == null ? header.outlet() : text.publisher(),
        header.published() == null ? created(text.created()) : header.published(),
        null,
        language(text.language()),
        paragraphs.stream().map(NormalText::line).toList(),
        text.hidden(),
        text.emptiness() == null
            ? "The document holds no running text; check that it is the file you mean."
            : text.emptiness());
  }

  private static List<String> authors(@Nullable String author) {
    return author == null ? List.of() : PageAuthors.clean(List.of(author), null);
  }

  private static @Nullable OffsetDateTime created(@Nullable String created) {
    return created == null
        ? null
        : DateText.read(created).map(found -> found.moment(ZoneOffset.UTC)).orElse(null);
  }

  private static @Nullable Language language(@Nullable String tag) {
    String primary = tag == null ? "" : tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return primary.matches("[a-z]{2,3}") ? new Language(primary) : null;
  }
}

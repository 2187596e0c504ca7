package colophon.article;

import colophon.text.Language;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of the readers found in a document, as it stood there; {@link ArticleAssembly} brings it
 * to normal form and makes the article.
 *
 * @param canonical the address the document names as its own; null where it names none
 * @param language as declared by the document; null where it declares none
 * @param passages in reading order
 * @param emptiness the sentence to give should the passages be too little for an article
 */
record Reading(
    String extraction,
    @Nullable String title,
    List<String> authors,
    @Nullable String outlet,
    @Nullable OffsetDateTime published,
    @Nullable URI canonical,
    @Nullable Language language,
    List<String> passages,
    List<HiddenText> hidden,
    String emptiness) {

  Reading {
    authors = List.copyOf(authors);
    passages = List.copyOf(passages);
    hidden = List.copyOf(hidden);
  }
}

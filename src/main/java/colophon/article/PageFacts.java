package colophon.article;

import colophon.capture.Captured;
import colophon.text.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a page says of itself: title, authors, outlet, date, address, language. */
record PageFacts(
    @Nullable String title,
    List<String> authors,
    @Nullable String outlet,
    @Nullable OffsetDateTime published,
    @Nullable URI canonical,
    @Nullable Language language) {

  private static final int LONGEST_OUTLET = 80;

  static PageFacts of(Document page, StructuredData data, Captured captured) {
    PageMeta meta = PageMeta.of(page);
    URI canonical = canonical(page, meta).orElse(null);
    String outlet =
        outlet(meta, data)
            .or(() ->
                OutletName.find(
                    page,
                    canonical,
                    captured.snapshot().readerLink(),
                    captured.snapshot().landed()))
            .orElse(null);
    return new PageFacts(
        PageTitle.of(page, meta, data, outlet).orElse(null),
        PageAuthors.of(page, meta, data, outlet),
        outlet,
        new PageDate(page, meta, data, captured).find().orElse(null),
        canonical,
        language(page, meta, data).orElse(null));
  }

  private static Optional<String> outlet(PageMeta meta, StructuredData data) {
    Optional<String> named = meta.first("og:site_name");
    if (named.isEmpty()) {
      named =
          data.article()
              .flatMap(article -> publisher(data, article))
              .or(() -> meta.first("application-name", "dc.publisher", "publisher"));
    }
    return named
        .map(StructuredData::plain)
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_OUTLET)
        .filter(name -> !name.startsWith("http") && !name.startsWith("@"));
  }

  private static Optional<String> publisher(StructuredData data, JsonNode article) {
    for (JsonNode publisher : data.resolved(article, "publisher")) {
      if (publisher.isObject() && publisher.path("name").isString()) {
        return Optional.of(publisher.get("name").asString());
      }
    }
    return Optional.empty();
  }

  /** The page's own address, where it names one of its own site. */
  private static Optional<URI> canonical(Document page, PageMeta meta) {
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    Optional<URI> named = link == null ? Optional.empty() : address(link.absUrl("href"));
    return named.or(() -> meta.first("og:url").flatMap(PageFacts::address));
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
        return Optional.empty();
      }
      String plain = text.strip();
      int fragment = plain.indexOf('#');
      return Optional.of(fragment < 0 ? uri : new URI(plain.substring(0, fragment)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Language> language(Document page, PageMeta meta, StructuredData data) {
    Element html = page.selectFirst("html");
    String lang = html == null ? "" : html.attr("lang");
    if (lang.isBlank() && html != null) {
      lang = html.attr("xml:lang");
    }
    return tag(lang)
        .or(() -> meta.first("content-language", "language", "dc.language").flatMap(PageFacts::tag))
        .or(() -> meta.first("og:locale").flatMap(PageFacts::tag))
        .or(() ->
            data.article()
                .flatMap(article -> StructuredData.text(article, "inLanguage"))
                .flatMap(PageFacts::tag));
  }

  private static Optional<Language> tag(String text) {
    String primary = text.strip().toLowerCase(Locale.ROOT).split("[-_,; ]", 2)[0];
    return primary.matches("[a-z]{2,3}") ? Optional.of(new Language(primary)) : Optional.empty();
  }
}

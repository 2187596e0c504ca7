package colophon.article;

import colophon.text.NormalText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who wrote a page, by its structured data, its meta elements or its byline. */
final class PageAuthors {

  private static final int MOST = 12;
  private static final int LONGEST = 60;

  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)^\\W*(written by|(view )?(all )?(posts|articles) by|more by|story by|words by|text"
              + " by|reported"
              + " by|by|von|par|por|di|door|av|af|text|texte|texto|autor(in|es)?|authors?|auteur|redaktion|автор|текст)\\s*:?\\s+");
  private static final Pattern SPLIT =
      Pattern.compile(
          "(?iu)\\s*[,;|/·•&、]\\s*|\\s+(?:and|und|et|y|e|og|och|en|und|и|with|mit|avec|con)\\s+(?=\\p{Lu})");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?iu).*(https?:|www\\.|@|\\d{2,}|\\.com|\\b(contributor|correspondent|reporter|editor|writer|desk|redakteur(in)?|journalist(in)?|staff"
              + " writer|producer|updated|published|min read|follow|senior|chief|special"
              + " to)\\b).*");

  private PageAuthors() {}

  static List<String> of(
      Document page, PageMeta meta, StructuredData data, @Nullable String outlet) {
    List<String> found = clean(structured(data), outlet, false);
    if (found.isEmpty()) {
      var declared = new ArrayList<String>();
      for (String name :
          List.of(
              "author",
              "article:author",
              "article:author_name",
              "dc.creator",
              "parsely-author",
              "sailthru.author",
              "byl",
              "creator",
              "cXenseParse:author",
              "news:author")) {
        declared.addAll(meta.all(name));
      }
      found = clean(declared, outlet, true);
    }
    return found.isEmpty() ? clean(shown(page), outlet, true) : found;
  }

  private static List<String> structured(StructuredData data) {
    var names = new ArrayList<String>();
    data.article()
        .ifPresent(article -> {
          for (String member : List.of("author", "creator")) {
            if (names.isEmpty()) {
              for (JsonNode author : data.resolved(article, member)) {
                names.addAll(named(author));
              }
            }
          }
        });
    return names;
  }

  private static List<String> named(JsonNode author) {
    if (author.isObject()) {
      return author.has("name") ? StructuredData.texts(author.get("name")) : List.of();
    }
    return author.isArray()
        ? author.values().stream().flatMap(one -> named(one).stream()).toList()
        : StructuredData.texts(author);
  }

  private static List<String> shown(Document page) {
    for (String query :
        List.of(
            "[itemprop~=author] [itemprop=name]",
            "[itemprop~=author]",
            "[rel~=author]",
            "[class*=byline] a, [class*=author] a",
            "[class~=(?i)(^|[\\s_-])(byline|author|autor|auteur)(-?name)?($|\\s)]")) {
      var names = new ArrayList<String>();
      for (Element element : page.select(query)) {
        String text = element.hasText() ? element.text() : element.attr("content");
        if (!text.isBlank() && text.length() < 2 * LONGEST && names.size() < MOST) {
          names.add(text);
        }
      }
      if (!clean(names, null, true).isEmpty()) {
        return names;
      }
    }
    for (Element element : page.select("p, div, span, small, td")) {
      String own = element.ownText();
      if (own.length() < 2 * LONGEST && own.matches("(By|BY|Von|Par|Por) \\p{Lu}.*")) {
        return List.of(own.replaceFirst("[·|•(\\d].*$", ""));
      }
    }
    return List.of();
  }

  /** Names from bylines: without their lead, split, without what is no name. */
  static List<String> clean(List<String> raw, @Nullable String outlet, boolean split) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String one : raw) {
      if (one.contains("://") || one.startsWith("@")) {
        continue; // an address of a profile, not a name
      }
      String line = LEAD.matcher(NormalText.line(StructuredData.plain(one))).replaceFirst("");
      for (String part : SPLIT.split(line)) {
        String name =
            LEAD.matcher(part.strip())
                .replaceFirst("")
                .replaceAll("^[^\\p{L}\\p{N}]+|[\\s,|(:–-]+$|\\s+(기자|특파원|記者|记者)$", "");
        String key = BodyText.key(name);
        boolean same = outlet != null && BodyText.key(outlet).equals(key);
        if (isName(name) && !same && seen.add(key) && names.size() < MOST) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  private static boolean isName(String text) {
    return text.length() >= 2
        && text.length() <= LONGEST
        && text.split("\\s+").length <= 6
        && text.codePoints().anyMatch(Character::isLetter)
        && !text.toLowerCase(Locale.ROOT).matches("null|undefined|admin|none|unknown|n/a")
        && !NO_NAME.matcher(text).matches();
  }
}

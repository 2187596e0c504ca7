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

  private static final int MOST_LOOKED_AT = 200;

  private static final Pattern BY = Pattern.compile("(By|BY|Von|Par|Por)(\\s|$)");
  private static final Pattern BY_NAME = Pattern.compile("(By|BY|Von|Par|Por) \\p{Lu}.*");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)^\\W*(written by|(view )?(all )?(posts|articles) by|more by|story by|words by|text"
              + " by|reported"
              + " by|by|von|par|por|di|door|av|af|text|texte|texto|autor(in|es)?|authors?|auteur|redaktion|quelle|source|fuente|fonte|автор|текст)\\s*:?\\s+");
  private static final Pattern SPLIT =
      Pattern.compile(
          "(?iu)\\s*[,;|/·•&、]\\s*|\\s+(?:and|und|et|y|e|og|och|en|und|и|with|mit|avec|con)\\s+(?=\\p{Lu})");

  /** What follows names the section, not an author. */
  private static final Pattern FILED_UNDER = Pattern.compile("(in|on|at|for|from|to)(\\s.*)?");

  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?iu).*(https?:|www\\.|@|\\d{2,}|\\.com|\\b(contributor|correspondent|reporter|editor|writer|desk|redakteur(in)?|journalist(in)?|staff"
              + " writer|producer|updated|published|min read|follow|senior|chief|special"
              + " to)\\b).*");

  private PageAuthors() {}

  static List<String> of(
      Document page, PageMeta meta, StructuredData data, @Nullable String outlet) {
    List<String> structured = structured(data);
    List<String> found = clean(structured, outlet);
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
              "news:author",
              "article_author",
              "twitter:misc:written by")) {
        declared.addAll(meta.all(name));
      }
      found = clean(declared, outlet);
    }
    if (!found.isEmpty()) {
      return found;
    }
    // An outlet that names itself as the author says that nobody in particular wrote it.
    List<String> itself = clean(structured, null);
    List<String> shown = clean(shown(page), outlet);
    boolean person = shown.stream().anyMatch(name -> name.indexOf(' ') > 0);
    return itself.isEmpty() || person ? shown : itself;
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
      if (!clean(names, null).isEmpty()) {
        return names;
      }
    }
    return byline(page);
  }

  /** A short line that says by whom, best one that links to a person; pictures have such lines. */
  private static List<String> byline(Document page) {
    String plain = "";
    int looked = 0;
    for (Element element : page.select("p, div, span, small, td, h3, h4, h5, h6")) {
      if (looked < MOST_LOOKED_AT && BY.matcher(element.ownText()).lookingAt()) {
        looked++;
        String line = element.text();
        if (line.length() < 2 * LONGEST && BY_NAME.matcher(line).matches()) {
          String named = line.replaceFirst("[·|•(\\d].*$", "");
          if (element.selectFirst("a[href]") != null) {
            return List.of(named);
          }
          plain = plain.isEmpty() ? named : plain;
        }
      }
    }
    return plain.isEmpty() ? List.of() : List.of(plain);
  }

  /** Names from bylines: without their lead, split, without what is no name. */
  static List<String> clean(List<String> raw, @Nullable String outlet) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String one : raw) {
      if (one.contains("://") || one.startsWith("@")) {
        continue; // an address of a profile, not a name
      }
      String line = LEAD.matcher(NormalText.line(StructuredData.plain(one))).replaceFirst("");
      line = line.replaceAll("\\s*\\([^)]*(\\)|$)", "");
      if (outlet != null && BodyText.key(outlet).equals(BodyText.key(line))) {
        continue;
      }
      String first = "";
      for (String part : SPLIT.split(line)) {
        String name =
            LEAD.matcher(part.strip())
                .replaceFirst("")
                .replaceAll("^[^\\p{L}\\p{N}]+|[\\s,|(:–-]+$|\\s+(기자|특파원|記者|记者)$", "");
        if (FILED_UNDER.matcher(name).matches()) {
          break;
        }
        String key = BodyText.key(name);
        boolean same = outlet != null && BodyText.key(outlet).equals(key);
        if (isName(name) && !same && !isAffiliation(first, name)) {
          first = first.isEmpty() ? name : first;
          if (seen.add(key) && names.size() < MOST) {
            names.add(name);
          }
        }
      }
    }
    return List.copyOf(names);
  }

  /** After a person's full name, one bare word is a place and "The …" is where they work. */
  private static boolean isAffiliation(String first, String name) {
    return first.indexOf(' ') > 0 && (name.indexOf(' ') < 0 || name.startsWith("The "));
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

package colophon.article;

import colophon.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The headline of a page: the one readers see where the page's other titles bear it out, else what
 * the page declares, else the browser's title without the outlet's name.
 */
final class PageTitle {

  private static final int LONGEST = 300;
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|–—·•»«:/\\\\~-]+\\s+|\\s*[|｜]\\s*");

  private PageTitle() {}

  static Optional<String> of(
      Document page, PageMeta meta, StructuredData data, @Nullable String outlet) {
    Optional<String> headline =
        data.article().flatMap(PageTitle::headline).map(title -> withoutOutlet(title, outlet));
    Optional<String> shared =
        meta.first("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
            .map(StructuredData::plain)
            .map(title -> withoutOutlet(title, outlet));
    String browser = withoutOutlet(page.title(), outlet);
    Optional<String> seen = seen(page, headline.orElse(""), shared.orElse(""), browser);
    return seen.or(() -> usable(headline))
        .or(() -> usable(shared))
        .or(() -> usable(Optional.of(browser)));
  }

  private static Optional<String> headline(JsonNode article) {
    return StructuredData.text(article, "headline").or(() -> StructuredData.text(article, "name"));
  }

  private static Optional<String> usable(Optional<String> title) {
    return title.map(NormalText::line).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
  }

  /** A heading of the page that resembles one of its declared titles. */
  private static Optional<String> seen(Document page, String... declared) {
    List<Element> headings = new ArrayList<>(page.select("h1"));
    headings.addAll(page.select("[itemprop=headline], h2"));
    Element only = null;
    int firsts = 0;
    for (Element heading : headings) {
      String text = NormalText.line(heading.text());
      if (text.isEmpty() || text.length() > LONGEST) {
        continue;
      }
      for (String title : declared) {
        if (likeness(text, title) >= 0.7) {
          return Optional.of(text);
        }
      }
      if (heading.normalName().equals("h1")) {
        only = heading;
        firsts++;
      }
    }
    boolean declaredNone = String.join("", declared).isBlank();
    return only != null && firsts == 1 && declaredNone
        ? Optional.of(NormalText.line(only.text()))
        : Optional.empty();
  }

  /** The share of words that two titles have in common, from 0 to 1. */
  private static double likeness(String one, String two) {
    List<String> a = List.of(BodyText.key(one).split(" "));
    List<String> b = List.of(BodyText.key(two).split(" "));
    long common = a.stream().filter(b::contains).count();
    long back = b.stream().filter(a::contains).count();
    return a.isEmpty() || b.isEmpty() || BodyText.key(two).isEmpty()
        ? 0
        : Math.min((double) common / a.size(), (double) back / b.size());
  }

  static String withoutOutlet(String title, @Nullable String outlet) {
    String text = NormalText.line(title);
    if (outlet != null) {
      String name = Pattern.quote(NormalText.line(outlet));
      String bare =
          text.replaceFirst("(?iu)\\s*[|–—·•»:/~-]+\\s*" + name + "[^|–—-]{0,30}$", "")
              .replaceFirst("(?iu)^" + name + "\\s*[|–—·•»:/~-]+\\s*", "");
      if (bare.length() >= 8 && bare.length() < text.length()) {
        return bare;
      }
    }
    String[] parts = SEPARATOR.split(text);
    if (parts.length > 1 && parts[0].length() >= 15 && isTail(parts[parts.length - 1])) {
      int end = text.lastIndexOf(parts[parts.length - 1]);
      String bare = text.substring(0, end).replaceFirst("\\s*[|–—·•»«/\\\\~-]+\\s*$", "");
      if (bare.length() >= 15 && bare.length() + parts[parts.length - 1].length() < text.length()) {
        return bare.strip();
      }
    }
    return text;
  }

  /** What follows the last separator is a name of the site where it is short and no sentence. */
  private static boolean isTail(String part) {
    String text = part.strip();
    return text.length() <= 30
        && text.split("\\s+").length <= 4
        && !text.matches(".*[.?!]$")
        && !text.isEmpty()
        && !Character.isLowerCase(text.codePointAt(0));
  }
}

package colophon.article;

import colophon.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The headline of a page: the one readers see where the page's other titles bear it out, else what
 * the page declares, else the browser's title without the outlet's name.
 */
final class PageTitle {

  private static final int LONGEST = 300;
  private static final int LONGEST_KICKER = 32;
  private static final int FEWEST_WORDS = 4;
  private static final int MOST_LEVELS = 6;

  /** Headings with this share of words in common say the same. */
  private static final double ALIKE = 0.7;

  private static final Set<String> ASIDE = Set.of("breadcrumb", "breadcrumbs", "crumbs");

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

  /** The heading of the page that its declared titles bear out. */
  private static Optional<String> seen(Document page, String... declared) {
    List<String> firsts = texts(page.select("h1"));
    List<String> headings = new ArrayList<>(firsts);
    headings.addAll(texts(page.select("[itemprop=headline], h2")));
    for (String text : headings) {
      for (String title : declared) {
        if (likeness(text, title) >= ALIKE) {
          return Optional.of(withoutKicker(text, declared));
        }
      }
    }
    // Search engines and social networks are often given other words than readers are.
    return firsts.size() == 1 && isHeadline(firsts.getFirst(), declared)
        ? Optional.of(firsts.getFirst())
        : Optional.empty();
  }

  /** A heading in a trail of links or beside the text names the page for machines. */
  private static List<String> texts(Elements headings) {
    var texts = new ArrayList<String>();
    for (Element heading : headings) {
      String text = NormalText.line(heading.text());
      if (!text.isEmpty() && text.length() <= LONGEST && !isAside(heading)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static boolean isAside(Element heading) {
    Element at = heading;
    for (int up = 0; at != null && up < MOST_LEVELS; up++) {
      String word = Furniture.suspicion(at);
      if (word != null && (ASIDE.contains(word) || Furniture.isCertain(word))) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private static boolean isHeadline(String text, String... declared) {
    if (String.join("", declared).isBlank()) {
      return true;
    }
    long words = List.of(text.split("\\s+")).size();
    return words >= FEWEST_WORDS && List.of(declared).stream().anyMatch(t -> likeness(text, t) > 0);
  }

  /** A label of the section that stands in the heading before the headline. */
  private static String withoutKicker(String heading, String... declared) {
    for (String title : declared) {
      int start = heading.length() - title.length();
      if (start > 0
          && start <= LONGEST_KICKER
          && title.length() >= LONGEST_KICKER / 2
          && heading.endsWith(title)
          && !Character.isLetterOrDigit(heading.codePointBefore(start))
          && !isTopic(heading.substring(0, start), declared)) {
        return title;
      }
    }
    return heading;
  }

  /** A topic before a colon belongs to the headline where a declared title has it as well. */
  private static boolean isTopic(String kicker, String... declared) {
    String key = BodyText.key(kicker);
    return kicker.strip().endsWith(":")
        && List.of(declared).stream().anyMatch(title -> BodyText.key(title).contains(key));
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

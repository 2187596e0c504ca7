package colophon.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The {@code meta} elements of a page, by name in lower case with punctuation made uniform. */
final class PageMeta {

  private static final int MOST = 2_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  static PageMeta of(Document page) {
    var meta = new PageMeta();
    int seen = 0;
    for (Element element : page.getElementsByTag("meta")) {
      if (seen++ < MOST) {
        String content = element.attr("content").strip();
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
          String name = key(element.attr(attribute));
          if (!name.isEmpty() && !content.isEmpty()) {
            meta.values.computeIfAbsent(name, k -> new ArrayList<>()).add(content);
          }
        }
      }
    }
    return meta;
  }

  /** The first value under the first of these names that has one. */
  Optional<String> first(String... names) {
    for (String name : names) {
      List<String> found = values.get(key(name));
      if (found != null) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  /** All values under one name. */
  List<String> all(String name) {
    return values.getOrDefault(key(name), List.of());
  }

  /** All names with their values. */
  Map<String, List<String>> all() {
    return values;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[._:\\s]+", "-");
  }
}

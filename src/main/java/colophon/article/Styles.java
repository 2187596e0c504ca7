package colophon.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/** What the page's own rules and style attributes declare for each element. */
final class Styles {

  private static final Pattern KEY = Pattern.compile("[.#][\\p{L}\\p{N}_-]+|^[a-zA-Z][a-zA-Z0-9]*");

  /** Work bound: elements tried against rules, for sheets made to be slow. */
  private static final int MOST_TRIALS = 400_000;

  private final Map<Element, Map<String, String>> declared = new IdentityHashMap<>();
  private final Map<String, List<Element>> byKey = new HashMap<>();
  private final Map<Element, Set<String>> classes = new IdentityHashMap<>();
  private int trials;

  static Styles of(Document page) {
    var styles = new Styles();
    var sheet = new StyleSheet();
    for (Element style : page.select("style")) {
      String media = style.attr("media");
      if (media.isEmpty() || media.contains("screen") || media.contains("all")) {
        sheet.read(style.data());
      }
    }
    if (!sheet.rules().isEmpty()) {
      styles.index(page);
      List<StyleSheet.Rule> inOrder = new ArrayList<>(sheet.rules());
      inOrder.sort(Comparator.comparingInt(StyleSheet.Rule::specificity));
      inOrder.forEach(styles::apply);
    }
    for (Element element : page.select("[style]")) {
      styles.declare(element, StyleSheet.declarations(element.attr("style")));
    }
    for (Element font : page.select("font[color]")) {
      styles.declare(font, Map.of("color", font.attr("color").toLowerCase(java.util.Locale.ROOT)));
    }
    for (Element element : page.select("[bgcolor]")) {
      styles
          .declared
          .computeIfAbsent(element, e -> new HashMap<>())
          .putIfAbsent(
              "background-color", element.attr("bgcolor").toLowerCase(java.util.Locale.ROOT));
    }
    return styles;
  }

  /** Names and values, lower case; empty where nothing is declared. */
  Map<String, String> of(Element element) {
    return declared.getOrDefault(element, Map.of());
  }

  private void index(Document page) {
    for (Element element : page.getAllElements()) {
      Set<String> names = element.hasAttr("class") ? element.classNames() : Set.of();
      if (!names.isEmpty()) {
        classes.put(element, names);
      }
      for (String name : names) {
        byKey.computeIfAbsent("." + name, k -> new ArrayList<>()).add(element);
      }
      if (!element.id().isEmpty()) {
        byKey.computeIfAbsent("#" + element.id(), k -> new ArrayList<>()).add(element);
      }
      byKey.computeIfAbsent(element.normalName(), k -> new ArrayList<>()).add(element);
    }
  }

  private void apply(StyleSheet.Rule rule) {
    Optional<SimpleSelector> simple = SimpleSelector.parse(rule.selector());
    if (simple.isPresent()) {
      for (Element element : candidates(simple.get().key())) {
        if (simple.get().matches(element, classes)) {
          declare(element, rule.declarations());
        }
      }
    } else {
      applyOther(rule);
    }
  }

  /** Selectors with attributes and siblings, as far as the page's library knows them. */
  private void applyOther(StyleSheet.Rule rule) {
    Matcher key = KEY.matcher(rule.selector().substring(rule.selector().lastIndexOf(' ') + 1));
    if (!key.find()) {
      return;
    }
    try {
      Evaluator evaluator = QueryParser.parse(rule.selector());
      for (Element element :
          candidates(
              key.group().charAt(0) == '.' || key.group().charAt(0) == '#'
                  ? key.group()
                  : key.group().toLowerCase(java.util.Locale.ROOT))) {
        if (element.is(evaluator)) {
          declare(element, rule.declarations());
        }
      }
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return; // what this reader of CSS does not know it leaves alone
    }
  }

  private List<Element> candidates(String key) {
    List<Element> found = byKey.getOrDefault(key, List.of());
    trials += found.size();
    return trials > MOST_TRIALS ? List.of() : found;
  }

  private void declare(Element element, Map<String, String> declarations) {
    if (!declarations.isEmpty()) {
      declared.computeIfAbsent(element, e -> new HashMap<>()).putAll(declarations);
    }
  }
}

package colophon.capture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds a feed's own elements among those of its extensions, by namespace where it is declared. */
final class FeedElement {

  private static final Set<String> CORE =
      Set.of(
          "http://www.w3.org/2005/atom",
          "https://www.w3.org/2005/atom",
          "http://purl.org/atom/ns#",
          "http://purl.org/rss/1.0/",
          "http://my.netscape.com/rdf/simple/0.9/",
          "http://channel.netscape.com/rdf/simple/0.9/",
          "http://backend.userland.com/rss",
          "http://backend.userland.com/rss2",
          "http://blogs.law.harvard.edu/tech/rss",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  /** Extensions by the prefix that everybody uses and the namespace that it stands for. */
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "dc", "http://purl.org/dc/elements/1",
          "dcterms", "http://purl.org/dc/terms",
          "itunes", "http://www.itunes.com/");

  private FeedElement() {}

  static String localName(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }

  /** Whether an element belongs to RSS, RDF or Atom: it has no prefix, or one that is bound so. */
  static boolean isCore(Element element) {
    String prefix = element.tag().prefix();
    return prefix.isEmpty() || CORE.contains(namespace(element));
  }

  /** The first child of the feed's own vocabulary with one of these names. */
  static Optional<Element> first(Element parent, String... names) {
    return all(parent, names).stream().findFirst();
  }

  /** The first child of an extension's vocabulary with that name. */
  static Optional<Element> firstOf(String prefix, Element parent, String name) {
    return allOf(prefix, parent, name).stream().findFirst();
  }

  /** The children of the feed's own vocabulary with these names, name by name. */
  static List<Element> all(Element parent, String... names) {
    return Arrays.stream(names)
        .flatMap(name ->
            parent.children().stream()
                .filter(child -> localName(child).equals(name.toLowerCase(Locale.ROOT)))
                .filter(FeedElement::isCore))
        .toList();
  }

  /** The children of an extension's vocabulary ({@code dc}, {@code dcterms}, {@code itunes}). */
  static List<Element> allOf(String prefix, Element parent, String... names) {
    String namespace = EXTENSIONS.getOrDefault(prefix, prefix);
    return Arrays.stream(names)
        .flatMap(name ->
            parent.children().stream()
                .filter(child -> localName(child).equals(name))
                .filter(child ->
                    namespace(child).startsWith(namespace)
                        || child.tag().prefix().equalsIgnoreCase(prefix)))
        .toList();
  }

  private static String namespace(Element element) {
    return element.tag().namespace().strip().toLowerCase(Locale.ROOT);
  }
}

package colophon.capture;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS, RDF and Atom from a forgiving parse: undeclared prefixes and entities, unclosed
 * elements, a cut-off end and junk before the root are read past. The parser knows no external
 * entities and expands none that a document declares.
 */
final class XmlFeed {

  private static final int MOST_DEPTH = 200;
  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed");
  private static final Set<String> ITEMS = Set.of("item", "entry");
  private static final Pattern ITEM = Pattern.compile("(?i)<(?:[a-z]+:)?(?:item|entry)[\\s>]");

  /** Atom's types of text whose characters are no markup any more. */
  private static final Set<String> BARE = Set.of("text", "xhtml");

  private final URI documentBase;
  private final Element root;
  private final @Nullable Element channel;
  private final int beyond;

  private XmlFeed(URI documentBase, Element root, int beyond) {
    this.documentBase = documentBase;
    this.beyond = beyond;
    this.root = root;
    this.channel =
        isNamed(root, "channel") ? root : FeedElement.first(root, "channel").orElse(null);
  }

  static FeedReading read(String text, URI base) {
    Parser parser = Parser.xmlParser().settings(ParseSettings.preserveCase);
    parser.setMaxDepth(MOST_DEPTH);
    ItemCount count = ItemCount.of(text);
    Element document = parser.parseInput(text.substring(0, count.end()), base.toString());
    Element root = root(document);
    if (root == null) {
      return NoFeed.explain(document, text, base);
    }
    return new XmlFeed(base, root, count.beyond()).feed();
  }

  /**
   * Where the first items of a feed end. What stands beyond is not parsed, since a tree takes many
   * times the memory of its text.
   *
   * @param end in characters
   * @param beyond how many items stand after it
   */
  private record ItemCount(int end, int beyond) {

    static ItemCount of(String text) {
      Matcher item = ITEM.matcher(text);
      int found = 0;
      int end = text.length();
      while (item.find()) {
        if (found++ == FeedReader.MOST_ITEMS) {
          end = item.start();
        }
      }
      return new ItemCount(end, Math.max(0, found - FeedReader.MOST_ITEMS));
    }
  }

  private static @Nullable Element root(Element document) {
    for (Element element : document.getAllElements()) {
      String name = FeedElement.localName(element);
      if (ROOTS.contains(name) || (name.equals("channel") && hasItems(element))) {
        return element;
      }
      if (name.equals("html") || name.equals("body")) {
        return null;
      }
    }
    return null;
  }

  private static boolean hasItems(Element element) {
    return element.children().stream().anyMatch(child -> isNamed(child, "item"));
  }

  private static boolean isNamed(Element element, String name) {
    return FeedElement.localName(element).equals(name);
  }

  private FeedReading feed() {
    var items = new ArrayList<ItemHint>();
    int withoutLink = 0;
    for (Element item : items()) {
      if (items.size() + withoutLink == FeedReader.MOST_ITEMS) {
        break;
      }
      Optional<URI> link = link(item);
      if (link.isPresent()) {
        items.add(hint(item, link.get()));
      } else {
        withoutLink++;
      }
    }
    String title = title(channel == null ? root : channel);
    return new FeedReading.Feed(title == null ? "" : title, items, withoutLink, beyond);
  }

  /** Items stand in the root or its channel; where damage has moved them, anywhere below. */
  private List<Element> items() {
    return root.getAllElements().stream()
        .filter(element -> ITEMS.contains(FeedElement.localName(element)))
        .filter(FeedElement::isCore)
        .toList();
  }

  private ItemHint hint(Element item, URI link) {
    return new ItemHint(link, title(item), authors(item), published(item), outlet(item));
  }

  private static @Nullable String title(Element holder) {
    return FeedElement.first(holder, "title")
        .or(() -> FeedElement.firstOf("dc", holder, "title"))
        .map(title ->
            title.attr("type").toLowerCase(Locale.ROOT).equals("text")
                ? PlainText.of(title.wholeText())
                : PlainText.ofHtml(title.wholeText()))
        .orElse(null);
  }

  private Optional<URI> link(Element item) {
    for (Element link : FeedElement.all(item, "link")) {
      String relation = link.attr("rel").toLowerCase(Locale.ROOT);
      String target = link.hasAttr("href") ? link.attr("href") : link.wholeText();
      if (relation.isEmpty() || relation.equals("alternate")) {
        Optional<URI> resolved = WebAddress.resolve(base(link), target);
        if (resolved.isPresent()) {
          return resolved;
        }
      }
    }
    for (Element identity : FeedElement.all(item, "guid", "id")) {
      String text = identity.wholeText().strip();
      if (text.startsWith("http")
          && !identity.attr("isPermaLink").toLowerCase(Locale.ROOT).equals("false")) {
        return WebAddress.resolve(base(identity), text);
      }
    }
    String about = item.attr("rdf:about");
    return about.startsWith("http") ? WebAddress.resolve(base(item), about) : Optional.empty();
  }

  /** The base of an element by xml:base (W3C XML Base), outermost first. */
  private URI base(Element element) {
    URI base = documentBase;
    for (Element outer : element.parents().reversed()) {
      base = withOwn(base, outer);
    }
    return withOwn(base, element);
  }

  private static URI withOwn(URI base, Element element) {
    String own = element.attr("xml:base");
    return own.isEmpty() ? base : WebAddress.resolve(base, own).orElse(base);
  }

  private List<String> authors(Element item) {
    Set<String> names = named(item);
    if (names.isEmpty()) {
      FeedElement.first(item, "source").ifPresent(source -> names.addAll(named(source)));
    }
    // An Atom feed's author is the author of entries that name none (RFC 4287, section 4.2.1).
    if (names.isEmpty() && isNamed(root, "feed")) {
      names.addAll(named(root));
    }
    return List.copyOf(names);
  }

  private static Set<String> named(Element holder) {
    var names = new LinkedHashSet<String>();
    for (Element author : FeedElement.all(holder, "author")) {
      add(FeedElement.first(author, "name").orElse(author), names);
    }
    FeedElement.allOf("dc", holder, "creator").forEach(creator -> add(creator, names));
    if (names.isEmpty()) {
      FeedElement.allOf("itunes", holder, "author").forEach(author -> add(author, names));
    }
    return names;
  }

  private static void add(Element author, Set<String> names) {
    String name = PlainText.ofHtml(AuthorName.of(author.wholeText()));
    if (name != null) {
      names.add(name);
    }
  }

  private static @Nullable OffsetDateTime published(Element item) {
    var dates = new ArrayList<Element>();
    dates.addAll(FeedElement.all(item, "pubDate", "published", "issued"));
    dates.addAll(FeedElement.allOf("dcterms", item, "issued", "created"));
    dates.addAll(FeedElement.allOf("dc", item, "date"));
    dates.addAll(FeedElement.all(item, "updated", "modified", "created"));
    return dates.stream()
        .map(date -> FeedDate.read(date.wholeText()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String outlet(Element item) {
    return FeedElement.first(item, "source")
        .map(source -> FeedElement.first(source, "title").orElse(source))
        .filter(element -> element.childrenSize() == 0)
        .map(element -> PlainText.ofHtml(element.wholeText()))
        .orElse(null);
  }
}

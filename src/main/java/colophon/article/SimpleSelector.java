package colophon.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A CSS selector of tags, ids and classes, joined by descendance or parenthood: what nearly all
 * rules are made of. Others are left to the page's library.
 */
final class SimpleSelector {

  /** One compound, and whether its element is the parent of the next (or any ancestor). */
  private record Part(String tag, String id, Set<String> classes, boolean parent) {}

  private static final int MOST_PARTS = 8;
  private static final Pattern COMPOUND =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*|\\*)?((?:[.#][\\p{L}\\p{N}_-]+)*)");
  private static final Pattern NAME = Pattern.compile("([.#])([\\p{L}\\p{N}_-]+)");

  private final List<Part> parts;

  private SimpleSelector(List<Part> parts) {
    this.parts = parts;
  }

  /** Empty where the selector is not of this simple kind. */
  static Optional<SimpleSelector> parse(String selector) {
    var parts = new ArrayList<Part>();
    boolean parent = false;
    for (String token : selector.replace(">", " > ").strip().split("\\s+")) {
      if (token.equals(">")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        Part last = parts.removeLast();
        parts.add(new Part(last.tag, last.id, last.classes, true));
        continue;
      }
      Matcher compound = COMPOUND.matcher(token);
      if (!compound.matches() || parts.size() >= MOST_PARTS) {
        return Optional.empty();
      }
      parts.add(part(compound));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new SimpleSelector(parts));
  }

  private static Part part(Matcher compound) {
    String tag = compound.group(1) == null ? "*" : compound.group(1).toLowerCase(Locale.ROOT);
    String id = "";
    var classes = new HashSet<String>();
    Matcher name = NAME.matcher(compound.group(2));
    while (name.find()) {
      if (name.group(1).equals("#")) {
        id = name.group(2);
      } else {
        classes.add(name.group(2));
      }
    }
    return new Part(tag, id, classes, false);
  }

  /**
   * The rarest key of the last compound: {@code #id}, {@code .class} or a tag; {@code *} at worst.
   */
  String key() {
    Part last = parts.getLast();
    if (!last.id.isEmpty()) {
      return "#" + last.id;
    }
    return last.classes.isEmpty()
        ? last.tag
        : "." + last.classes.stream().sorted().findFirst().orElseThrow();
  }

  boolean matches(Element element, Map<Element, Set<String>> classes) {
    return fits(parts.getLast(), element, classes)
        && above(parts.size() - 2, element.parent(), classes);
  }

  private boolean above(int at, @Nullable Element from, Map<Element, Set<String>> classes) {
    if (at < 0) {
      return true;
    }
    Part part = parts.get(at);
    for (Element up = from; up != null; up = up.parent()) {
      if (fits(part, up, classes) && above(at - 1, up.parent(), classes)) {
        return true;
      }
      if (part.parent) {
        return false;
      }
    }
    return false;
  }

  private static boolean fits(Part part, Element element, Map<Element, Set<String>> classes) {
    return (part.tag.equals("*") || part.tag.equals(element.normalName()))
        && (part.id.isEmpty() || part.id.equals(element.id()))
        && (part.classes.isEmpty()
            || classes.getOrDefault(element, Set.of()).containsAll(part.classes));
  }
}

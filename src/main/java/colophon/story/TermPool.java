package colophon.story;

import java.util.HashMap;
import java.util.Map;

/** Keeps one string of each term: the articles of a window share most of their words. */
final class TermPool {

  private final Map<String, String> known = new HashMap<>();

  /** The same term, always as the same object. */
  String only(String term) {
    String first = known.putIfAbsent(term, term);
    return first == null ? term : first;
  }
}

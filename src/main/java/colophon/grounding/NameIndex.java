package colophon.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words of some texts, to look names up in. */
final class NameIndex {

  /** How far apart two words of one name may stand: "Lee, the president, Jae-myung" is too far. */
  static final int NEAR = 4;

  private static final Set<String> CONNECTING =
      Set.of("of", "the", "and", "for", "de", "la", "du", "des", "on", "in");

  private final Map<String, List<Integer>> places = new TreeMap<>();
  private final Set<String> acronyms = new HashSet<>();
  private final Set<Integer> known = new HashSet<>();
  private final Map<String, Set<String>> matches = new HashMap<>();
  private final StringBuilder raw = new StringBuilder();
  private int next;

  NameIndex(List<String> texts) {
    texts.forEach(this::add);
  }

  private void add(String text) {
    List<NamedWords.Word> words = NamedWords.of(text);
    var folded = new ArrayList<String>();
    for (NamedWords.Word word : words) {
      folded.add(word.folded());
      put(word.folded(), next);
      if (word.close()) {
        put(folded.get(folded.size() - 2) + word.folded(), next);
      }
      next++;
    }
    known.addAll(Places.in(folded, text));
    initials(words);
    raw.append(text).append('\n');
    next += 2 * NEAR;
  }

  private void put(String word, int at) {
    places.computeIfAbsent(word, ignored -> new ArrayList<>()).add(at);
  }

  /** Every run of capitalised words lends its initials: "European Central Bank" gives "ecb". */
  private void initials(List<NamedWords.Word> words) {
    for (int i = 0; i < words.size(); i++) {
      var full = new StringBuilder();
      var capitals = new StringBuilder();
      for (int k = i; k < words.size() && k < i + 8; k++) {
        NamedWords.Word word = words.get(k);
        boolean joins = CONNECTING.contains(word.folded());
        if (k > i && word.breaks() || !word.capital() && !joins) {
          break;
        }
        full.append(word.folded().charAt(0));
        if (word.capital()) {
          capitals.append(word.folded().charAt(0));
          acronyms.add(full.toString());
          acronyms.add(capitals.toString());
        }
      }
    }
  }

  boolean has(String folded) {
    return places.containsKey(folded);
  }

  boolean hasPlace(int place) {
    return known.contains(place);
  }

  boolean expands(String acronym) {
    return acronym.length() >= 2 && acronyms.contains(acronym);
  }

  boolean contains(String stretch) {
    return raw.indexOf(stretch) >= 0;
  }

  /** The words of the texts that a folded word is a form of. */
  Set<String> forms(String folded) {
    return matches.computeIfAbsent(folded, this::find);
  }

  private Set<String> find(String folded) {
    if (folded.isEmpty()) {
      return Set.of();
    }
    if (places.containsKey(folded)) {
      return Set.of(folded);
    }
    var found = new HashSet<String>();
    Set<String> plain = new HashSet<>(Inflection.plainForms(folded));
    String umlauts = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    for (String word : places.keySet()) {
      if (word.charAt(0) == folded.charAt(0)
          && (Inflection.sameName(word, folded)
              || plain.contains(word)
              || Inflection.plainForms(word).contains(folded)
              || word.replace("ae", "a").replace("oe", "o").replace("ue", "u").equals(umlauts))) {
        found.add(word);
      }
    }
    return found;
  }

  /** Whether forms of both words stand close together somewhere. */
  boolean near(Set<String> some, Set<String> others) {
    return some.stream()
        .flatMap(word -> places.getOrDefault(word, List.of()).stream())
        .anyMatch(at ->
            others.stream()
                .flatMap(word -> places.getOrDefault(word, List.of()).stream())
                .anyMatch(other -> Math.abs(other - at) <= NEAR));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

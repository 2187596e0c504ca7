package colophon.grounding;

import colophon.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places and bodies that go by several names: "Britain", "the UK", "British". */
final class Places {

  /** The most words in one name of a place. */
  static final int MOST_WORDS = 6;

  private static final Map<String, Integer> LATIN = new HashMap<>();
  private static final Map<String, Integer> EAST_ASIAN = new HashMap<>();

  static {
    int number = 0;
    for (String line : WordList.lines(Places.class, "places.txt")) {
      for (String name : line.split("\\|")) {
        boolean eastAsian = Typography.hasEastAsian(name);
        (eastAsian ? EAST_ASIAN : LATIN).put(eastAsian ? name.strip() : key(name), number);
      }
      number++;
    }
  }

  private Places() {}

  private static String key(String name) {
    return String.join(
        " ", List.of(name.strip().split("[\\s-]+")).stream().map(Typography::folded).toList());
  }

  /** The place that those folded words name together; null where they name none. */
  static @Nullable Integer named(List<String> folded) {
    return LATIN.get(String.join(" ", folded));
  }

  /** Every place that a text names, its folded words given in order. */
  static Set<Integer> in(List<String> folded, String text) {
    var places = new LinkedHashSet<Integer>();
    for (int i = 0; i < folded.size(); i++) {
      for (int length = 1; length <= MOST_WORDS && i + length <= folded.size(); length++) {
        Integer place = named(folded.subList(i, i + length));
        if (place != null) {
          places.add(place);
        }
      }
    }
    if (Typography.hasEastAsian(text)) {
      new ArrayList<>(EAST_ASIAN.keySet())
          .stream().filter(text::contains).forEach(name -> places.add(EAST_ASIAN.get(name)));
    }
    return places;
  }
}

package colophon.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** How well groups agree with the events they should be, text by text (Bagga and Baldwin 1998). */
public record BCubed(double precision, double recall) {

  public static BCubed of(Collection<SortedSet<String>> groups, Map<String, String> events) {
    Map<String, Integer> sizes = new HashMap<>();
    events.values().forEach(event -> sizes.merge(event, 1, Integer::sum));
    double precision = 0;
    double recall = 0;
    int texts = 0;
    for (Set<String> group : groups) {
      for (String text : group) {
        String event = events.get(text);
        Set<String> same = new HashSet<>(group);
        same.removeIf(other -> !events.get(other).equals(event));
        precision += (double) same.size() / group.size();
        recall += (double) same.size() / sizes.get(event);
        texts++;
      }
    }
    return new BCubed(precision / texts, recall / texts);
  }

  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}

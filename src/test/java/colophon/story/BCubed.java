package colophon.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** How well groups agree with the events they should be, text by text (Bagga and Baldwin 1998). */
record BCubed(double precision, double recall) {

  static BCubed of(Collection<SortedSet<String>> groups, Map<String, String> events) {
    double precision = 0;
    double recall = 0;
    int texts = 0;
    for (Set<String> group : groups) {
      for (String text : group) {
        String event = events.get(text);
        Set<String> same = new HashSet<>(group);
        same.removeIf(other -> !events.get(other).equals(event));
        precision += (double) same.size() / group.size();
        recall += (double) same.size() / events.values().stream().filter(event::equals).count();
        texts++;
      }
    }
    return new BCubed(precision / texts, recall / texts);
  }

  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}

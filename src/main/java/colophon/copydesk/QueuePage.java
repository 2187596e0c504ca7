package colophon.copydesk;

import colophon.review.Flag;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of the queue.
 *
 * @param matching how many drafts the filter lets through, shown here or not
 * @param counts of everything that waits, whatever the filter
 */
public record QueuePage(List<QueueLine> lines, int matching, Counts counts) {

  public QueuePage {
    lines = List.copyOf(lines);
  }

  /**
   * How much waits.
   *
   * @param held of them all, until some time to come
   * @param blocked how many have a mark that nobody has settled
   * @param pipelines by name
   * @param marks how many drafts a mark of each kind blocks
   */
  public record Counts(
      int all,
      int mine,
      int unassigned,
      int held,
      int blocked,
      SortedMap<String, Integer> pipelines,
      Map<Flag.Kind, Integer> marks) {
    public Counts {
      pipelines = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(pipelines));
      marks = Map.copyOf(marks);
    }
  }
}

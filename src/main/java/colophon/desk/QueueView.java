package colophon.desk;

import java.util.List;

/**
 * The drafts that wait.
 *
 * @param filters the ways to see fewer, with how many each shows
 * @param next the address of the next part; empty where there is none
 */
public record QueueView(
    List<Line> lines, List<Filter> filters, int from, int matching, String next) {
  public QueueView {
    lines = List.copyOf(lines);
    filters = List.copyOf(filters);
  }

  /** A way to see fewer. */
  public record Filter(String words, int count, String address, boolean chosen) {}

  /**
   * One draft.
   *
   * @param blocking how many marks keep it from being approved
   * @param kinds the marks' kinds in words
   * @param open who has it open now, by name; empty where nobody has
   */
  public record Line(
      String draft,
      String headline,
      String slug,
      String pipeline,
      int urgency,
      String note,
      String deadline,
      String waiting,
      int blocking,
      List<String> kinds,
      String assigned,
      String held,
      String embargo,
      String open,
      String first) {
    public Line {
      kinds = List.copyOf(kinds);
    }
  }
}

package colophon.desk;

import java.util.List;

/** The drafts that wait. */
public record QueueView(List<Line> lines, int total) {
  public QueueView {
    lines = List.copyOf(lines);
  }

  /**
   * One draft.
   *
   * @param blocking how many marks keep it from being approved
   * @param kinds the marks' kinds in words, the gravest first
   */
  public record Line(
      String draft,
      String headline,
      String slug,
      int urgency,
      String note,
      String deadline,
      String waiting,
      int blocking,
      List<String> kinds,
      String assigned,
      String held) {
    public Line {
      kinds = List.copyOf(kinds);
    }
  }
}

package colophon.desk;

import java.util.ArrayList;
import java.util.List;

/** What sets two texts apart, line by line: the shortest way from one to the other. */
public final class LineDifference {

  /** The most lines of a text that is compared. */
  static final int MOST_LINES = 3_000;

  /** How many lines that stand in both are shown around each difference. */
  static final int AROUND = 3;

  /**
   * One line, or a run of lines that are left out.
   *
   * @param mark {@code added}, {@code removed}, {@code same} or {@code left out}
   * @param before its number in the first text; 0 where it does not stand there
   * @param after its number in the second
   */
  public record Line(String mark, int before, int after, String text) {}

  private LineDifference() {}

  /** The lines of both texts in order, equal ones far from any difference left out. */
  static List<Line> of(String before, String after) {
    List<String> first = before.lines().limit(MOST_LINES).toList();
    List<String> second = after.lines().limit(MOST_LINES).toList();
    return shortened(all(first, second));
  }

  private static List<Line> all(List<String> first, List<String> second) {
    int[][] common = new int[first.size() + 1][second.size() + 1];
    for (int i = first.size() - 1; i >= 0; i--) {
      for (int j = second.size() - 1; j >= 0; j--) {
        common[i][j] =
            first.get(i).equals(second.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var lines = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    while (i < first.size() || j < second.size()) {
      if (i < first.size() && j < second.size() && first.get(i).equals(second.get(j))) {
        lines.add(new Line("same", i + 1, j + 1, first.get(i)));
        i++;
        j++;
      } else if (j == second.size() || (i < first.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line("removed", i + 1, 0, first.get(i)));
        i++;
      } else {
        lines.add(new Line("added", 0, j + 1, second.get(j)));
        j++;
      }
    }
    return lines;
  }

  private static List<Line> shortened(List<Line> lines) {
    var shown = new ArrayList<Line>();
    int leftOut = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (near(lines, at)) {
        if (leftOut > 0) {
          shown.add(leftOut(leftOut));
          leftOut = 0;
        }
        shown.add(lines.get(at));
      } else {
        leftOut++;
      }
    }
    if (leftOut > 0 && !shown.isEmpty()) {
      shown.add(leftOut(leftOut));
    }
    return List.copyOf(shown);
  }

  private static Line leftOut(int number) {
    return new Line(
        "left out",
        0,
        0,
        number == 1 ? "1 line that stands in both" : number + " lines that stand in both");
  }

  private static boolean near(List<Line> lines, int at) {
    for (int i = Math.max(0, at - AROUND); i <= Math.min(lines.size() - 1, at + AROUND); i++) {
      if (!lines.get(i).mark().equals("same")) {
        return true;
      }
    }
    return false;
  }
}

package colophon.desk;

import java.util.List;

/**
 * Two states of a brief side by side.
 *
 * @param before what the earlier one is, such as {@code version 1}
 * @param note what readers are told of the later one; may be empty
 * @param back where the reader came from
 * @param versions of which two may be chosen; empty where a draft is compared
 */
public record CompareView(
    String headline,
    String slug,
    String before,
    String after,
    String note,
    String counts,
    List<Row> rows,
    List<Integer> versions,
    int from,
    int to,
    Back back) {

  public CompareView {
    rows = List.copyOf(rows);
    versions = List.copyOf(versions);
  }

  /** A page that leads here. */
  public record Back(String address, String words) {}

  /**
   * A sentence.
   *
   * @param style of what became of it: same, changed, added or cut
   * @param word for it
   * @param place in the brief, such as {@code headline}
   * @param rebound whether it rests on other words of the sources than before
   */
  public record Row(
      String style, String word, String place, List<ExcerptView.Piece> pieces, boolean rebound) {
    public Row {
      pieces = List.copyOf(pieces);
    }
  }
}

package colophon.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.LongFunction;

/**
 * One figure over the last days, as columns that are drawn on the server.
 *
 * @param summary the whole in a sentence, for people who do not see the columns
 * @param most the greatest value, in words
 */
public record DayChart(String name, String summary, String most, List<Column> columns) {

  /** How many days are shown, today included. */
  public static final int DAYS = 30;

  /** The drawing's size, in its own units. */
  public static final int WIDTH = DAYS * Column.STEP;

  public static final int HEIGHT = 100;

  public DayChart {
    columns = List.copyOf(columns);
  }

  /**
   * One day.
   *
   * @param value in words
   * @param height of {@link #HEIGHT}
   */
  public record Column(String day, String value, int x, int height) {

    static final int STEP = 20;

    /** How wide a column is. */
    public int width() {
      return STEP - 4;
    }

    /** Where it begins, from above. */
    public int y() {
      return HEIGHT - height;
    }
  }

  /**
   * Draws a figure.
   *
   * @param byDay the value of each day that has one, by its date
   * @param today the last day shown
   * @param words a value for people
   */
  static DayChart of(
      String name, SortedMap<String, Long> byDay, LocalDate today, LongFunction<String> words) {
    long most = 0;
    long total = 0;
    for (int i = 0; i < DAYS; i++) {
      long value = byDay.getOrDefault(today.minusDays(i).toString(), 0L);
      most = Math.max(most, value);
      total += value;
    }
    var columns = new ArrayList<Column>();
    for (int i = 0; i < DAYS; i++) {
      String day = today.minusDays(DAYS - 1L - i).toString();
      long value = byDay.getOrDefault(day, 0L);
      // What is not nothing is seen, however small it is beside the greatest.
      int height = value == 0 ? 0 : (int) Math.max(2, Math.round((double) HEIGHT * value / most));
      columns.add(new Column(day, words.apply(value), i * Column.STEP + 2, height));
    }
    String summary =
        total == 0
            ? name + ": none in the last " + DAYS + " days."
            : name
                + ": "
                + words.apply(total)
                + " in the last "
                + DAYS
                + " days, at most "
                + words.apply(most)
                + " on one day.";
    return new DayChart(name, summary, words.apply(most), columns);
  }
}

package colophon.desk;

import java.util.List;

/**
 * A table as RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, so that opening the file computes and fetches nothing.
 */
final class Csv {

  private final StringBuilder out = new StringBuilder();

  Csv row(List<String> cells) {
    out.append(String.join(",", cells.stream().map(Csv::cell).toList())).append("\r\n");
    return this;
  }

  static String cell(String text) {
    String harmless = startsFormula(text) ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }

  /** Whatever stands unseen before it, a spreadsheet may pass over. */
  private static boolean startsFormula(String text) {
    String start = text.replaceFirst("^[\\p{Z}\\p{C}]+", "");
    return !text.isEmpty()
        && ("\t\r\n".indexOf(text.charAt(0)) >= 0
            || !start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

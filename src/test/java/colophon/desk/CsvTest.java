package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a spreadsheet is given. */
class CsvTest {

  @Test
  void cellsAreQuotedAndLinesEndAsTheStandardSays() {
    assertThat(new Csv().row(List.of("a", "say \"b\"", "c,\nd", "")).toString())
        .isEqualTo("\"a\",\"say \"\"b\"\"\",\"c,\nd\",\"\"\r\n");
  }

  @Test
  void nothingIsTakenForAFormula() {
    for (String formula :
        List.of("=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "\u00a0 =1")) {
      assertThat(Csv.cell(formula)).startsWith("\"'");
    }
    assertThat(Csv.cell("Rate cut to 3.00 = a first")).doesNotContain("'");
  }
}

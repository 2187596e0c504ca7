package colophon.desk;

import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the verifier found, for a page.
 *
 * @param tone the class of the outcome's mark
 * @param outcome in a few words
 * @param place the version it is of, where that is known; its name is empty where it is not
 * @param standing what that version is today; empty where it is not known
 */
public record FindingsView(
    String tone,
    String outcome,
    ExcerptView.Place place,
    String standing,
    List<Line> wrong,
    List<Line> checked,
    List<Line> notShown,
    List<String> keys) {

  public FindingsView {
    wrong = List.copyOf(wrong);
    checked = List.copyOf(checked);
    notShown = List.copyOf(notShown);
    keys = List.copyOf(keys);
  }

  /** One finding; {@code code} is explained in the documentation. */
  public record Line(String subject, String sentence, String code) {}

  /** In words that do not depend on whose keys were used. */
  static FindingsView of(
      Report report,
      String outcome,
      ExcerptView.Place place,
      String standing,
      UnaryOperator<String> words) {
    return new FindingsView(
        tone(report.outcome()),
        outcome,
        place,
        standing,
        lines(report, Severity.FAILED, words),
        lines(report, Severity.PASSED, words),
        lines(report, Severity.NOTED, words),
        report.keys().stream()
            .map(key ->
                key.use().word()
                    + " key "
                    + key.keyId()
                    + (key.elsewhere() ? ", this newsroom's" : ", found beside what it signs"))
            .distinct()
            .toList());
  }

  private static List<Line> lines(Report report, Severity severity, UnaryOperator<String> words) {
    return report.findings(severity).stream().map(each -> line(each, words)).toList();
  }

  private static Line line(Finding finding, UnaryOperator<String> words) {
    return new Line(
        words.apply(finding.subject()), words.apply(finding.sentence()), finding.code().text());
  }

  private static String tone(Outcome outcome) {
    return switch (outcome) {
      case TRUSTED -> "ok";
      case VALID -> "weak";
      case INVALID -> "unsupported";
    };
  }
}

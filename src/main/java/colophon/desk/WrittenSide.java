package colophon.desk;

import colophon.brief.Sentence;
import colophon.brief.Writing;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Verdict;
import colophon.pipeline.Orders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One of two writings that are shown side by side: what it cost, and how its sentences stand. */
public record WrittenSide(
    String prompt, String model, String cost, String checks, int words, List<Line> lines) {

  public WrittenSide {
    lines = List.copyOf(lines);
  }

  /** One sentence and how it stands. */
  public record Line(String role, String text, String state, String style, String why) {}

  static WrittenSide of(
      Writing writing, List<Sentence> sentences, Optional<GroundingReport> report) {
    Long micros = writing.costMicros();
    List<Line> lines =
        sentences.stream()
            .map(sentence -> line(sentence, report.flatMap(found -> finding(found, sentence))))
            .toList();
    return new WrittenSide(
        writing.promptId() + ", version " + writing.promptVersion(),
        DeskWords.model(writing.provider(), writing.model()),
        (micros == null ? "price not known" : OperatorWords.money(Orders.CURRENCY, micros))
            + ", "
            + (writing.inputTokens() + writing.outputTokens())
            + " tokens in "
            + writing.attempts()
            + (writing.attempts() == 1 ? " call" : " calls"),
        counts(lines),
        sentences.stream().mapToInt(sentence -> sentence.text().split("\\s+").length).sum(),
        lines);
  }

  static Optional<SentenceFinding> finding(GroundingReport report, Sentence sentence) {
    return report.findings().stream()
        .filter(each -> each.sentenceId().equals(sentence.id()))
        .findFirst();
  }

  private static String counts(List<Line> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::state, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  static Line line(Sentence sentence, Optional<SentenceFinding> finding) {
    SentenceState state =
        finding
            .map(found ->
                switch (found.verdict()) {
                  case Verdict.NoMismatch ignored -> SentenceState.OK;
                  case Verdict.Weak ignored -> SentenceState.WEAK;
                  case Verdict.Unsupported ignored -> SentenceState.UNSUPPORTED;
                })
            .orElse(SentenceState.UNCHECKED);
    String why =
        finding
            .map(found ->
                switch (found.verdict()) {
                  case Verdict.NoMismatch ignored -> "";
                  case Verdict.Weak weak -> weak.why();
                  case Verdict.Unsupported unsupported -> unsupported.why();
                })
            .orElse("");
    return new Line(
        sentence.role().name().toLowerCase(Locale.ROOT),
        sentence.text(),
        state.word(),
        state.style(),
        why);
  }
}

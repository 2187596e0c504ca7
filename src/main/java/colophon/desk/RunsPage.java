package colophon.desk;

import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of runs. */
@RestController
final class RunsPage {

  private static final int LINES = 50;

  /** Nobody pages further back than this; the filters lead there sooner. */
  private static final int MOST_PAGES = 10_000;

  /**
   * A part of the history.
   *
   * @param pipeline the filter; empty for all
   * @param outcome the filter; empty for all
   * @param page from 1
   */
  public record View(
      List<Line> lines,
      List<String> pipelines,
      List<String> outcomes,
      String pipeline,
      String outcome,
      int page,
      boolean more) {
    public View {
      lines = List.copyOf(lines);
      pipelines = List.copyOf(pipelines);
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * One run.
   *
   * @param cost what its models cost, in money and tokens
   * @param retries how often something was tried again; empty where nothing was
   */
  public record Line(
      String id,
      String pipeline,
      String slot,
      String startedBy,
      String started,
      String took,
      String outcome,
      String style,
      String summary,
      String cost,
      String retries) {}

  private final Definitions definitions;
  private final RunHistory runs;
  private final CallHistory calls;
  private final Pages pages;
  private final InstantSource clock;

  RunsPage(
      Definitions definitions,
      RunHistory runs,
      CallHistory calls,
      Pages pages,
      InstantSource clock) {
    this.definitions = definitions;
    this.runs = runs;
    this.calls = calls;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/runs")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String pipeline,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "1") String page) {
    int number = number(page);
    List<RunLog.RunLine> found = runs.page(pipeline, outcome, (number - 1) * LINES, LINES + 1);
    List<String> ids = found.stream().map(RunLog.RunLine::id).toList();
    Map<String, CallHistory.RunBill> bills = calls.bills(ids);
    Map<String, Integer> breakdowns = runs.breakdowns(ids);
    var view =
        new View(
            found.stream()
                .limit(LINES)
                .map(run ->
                    line(
                        run,
                        clock.instant(),
                        bills.getOrDefault(run.id(), CallHistory.RunBill.NONE),
                        breakdowns.getOrDefault(run.id(), 0)))
                .toList(),
            List.copyOf(definitions.pipelines().keySet()),
            RunHistory.OUTCOMES,
            pipeline,
            outcome,
            number,
            found.size() > LINES);
    return pages.page(request, "runs", "Runs", "runs", view);
  }

  private static int number(String page) {
    return page.matches("[0-9]{1,5}") ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
  }

  static Line line(RunLog.RunLine run, Instant now, CallHistory.RunBill bill, int breakdowns) {
    return new Line(
        run.id(),
        run.pipeline(),
        OperatorWords.slot(run.slot()),
        run.startedBy(),
        OperatorWords.exact(run.startedAt()),
        OperatorWords.took(Duration.between(run.startedAt(), run.endedAt().orElse(now))),
        OperatorWords.state(run),
        OperatorWords.style(run),
        OperatorWords.result(run),
        OperatorWords.cost(bill),
        OperatorWords.retries(bill, breakdowns));
  }
}

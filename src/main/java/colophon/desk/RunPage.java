package colophon.desk;

import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.Run;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunResult;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One run: its stages in time, and every item with what became of it and why. */
@RestController
final class RunPage {

  /** The most items shown of one run. */
  private static final int MOST_ITEMS = 2_000;

  /**
   * What the page shows.
   *
   * @param known whether its pipeline has a page
   * @param left how many items are not shown
   */
  public record View(
      RunsPage.Line run,
      boolean known,
      boolean ended,
      String definition,
      List<StageView> stages,
      List<String> problems,
      List<Published> published,
      List<Held> held,
      int items,
      long left) {
    public View {
      stages = List.copyOf(stages);
      problems = List.copyOf(problems);
      published = List.copyOf(published);
      held = List.copyOf(held);
    }
  }

  /**
   * A stage.
   *
   * @param state {@code done}, {@code now} or {@code later}
   * @param took since the stage before was over; empty where it is not over
   * @param counts what became of its items, and of how many
   */
  public record StageView(
      String name,
      String state,
      String took,
      String over,
      String summary,
      String counts,
      List<Item> items) {
    public StageView {
      items = List.copyOf(items);
    }
  }

  /** An item, what became of it, and why. */
  public record Item(String item, String outcome, String reason, boolean problem) {}

  /** A brief that went out. */
  public record Published(String slug, String headline, String kind) {}

  /** A draft that waits, or waited, and why. */
  public record Held(String draft, String headline, List<String> reasons) {
    public Held {
      reasons = List.copyOf(reasons);
    }
  }

  private final Definitions definitions;
  private final RunLog log;
  private final RunHistory runs;
  private final CallHistory calls;
  private final Pages pages;
  private final InstantSource clock;

  RunPage(
      Definitions definitions,
      RunLog log,
      RunHistory runs,
      CallHistory calls,
      Pages pages,
      InstantSource clock) {
    this.definitions = definitions;
    this.log = log;
    this.runs = runs;
    this.calls = calls;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/runs/{id}")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable String id) {
    Run run = log.find(id).orElseThrow(() -> missing(id));
    RunLog.RunLine line = runs.find(id).orElseThrow(() -> missing(id));
    List<RunHistory.ItemLine> items = runs.items(id, MOST_ITEMS);
    List<RunHistory.StageLine> stages = runs.stages(id);
    long all =
        stages.stream()
            .flatMap(stage -> stage.outcomes().values().stream())
            .mapToLong(Integer::longValue)
            .sum();
    Optional<RunResult> result = log.result(run);
    var view =
        new View(
            RunsPage.line(
                line,
                clock.instant(),
                calls.bills(List.of(id)).getOrDefault(id, CallHistory.RunBill.NONE),
                runs.breakdowns(List.of(id)).getOrDefault(id, 0)),
            definitions.pipelines().containsKey(run.pipeline()),
            line.endedAt().isPresent(),
            run.definition().toString(),
            stages(line, stages, items),
            runs.problems(id, MOST_ITEMS),
            result.map(RunResult::published).orElse(List.of()).stream()
                .map(brief ->
                    new Published(
                        brief.slug(),
                        brief.headline(),
                        brief.kind() + ", version " + brief.version()))
                .toList(),
            result.map(RunResult::held).orElse(List.of()).stream()
                .map(draft -> new Held(draft.draftId(), draft.headline(), draft.reasons()))
                .toList(),
            items.size(),
            all - items.size());
    return pages.page(request, "run", "Run of " + run.pipeline(), "runs", view);
  }

  private static ResponseStatusException missing(String id) {
    return ReviewPage.missing("There is no run \"" + id + "\"; the page Runs lists them.");
  }

  private static List<StageView> stages(
      RunLog.RunLine run, List<RunHistory.StageLine> stages, List<RunHistory.ItemLine> items) {
    var views = new ArrayList<StageView>();
    Instant before = run.startedAt();
    boolean under = run.outcome().equals("running");
    for (RunHistory.StageLine stage : stages) {
      Optional<Instant> over = stage.finishedAt();
      boolean done = over.isPresent();
      Instant began = before;
      views.add(
          new StageView(
              OperatorWords.stage(stage.stage()),
              done ? "done" : under ? "now" : "later",
              over.map(at -> OperatorWords.took(Duration.between(began, at))).orElse(""),
              over.map(OperatorWords::exact).orElse(""),
              done ? stage.summary() : under ? "at work" : "not done",
              stage.outcomes().entrySet().stream()
                  .map(each -> each.getValue() + " " + each.getKey())
                  .collect(Collectors.joining(", ")),
              items.stream()
                  .filter(item -> item.stage() == stage.stage())
                  .map(item -> new Item(item.item(), item.outcome(), item.reason(), item.problem()))
                  .toList()));
      under = under && done;
      before = over.orElse(before);
    }
    return views;
  }
}

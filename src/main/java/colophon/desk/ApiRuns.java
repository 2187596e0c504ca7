package colophon.desk;

import colophon.capture.PollStore;
import colophon.capture.Source;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs and sources, for scripts. */
@RestController
final class ApiRuns {

  /** The most items of one run that are given. */
  private static final int MOST_ITEMS = 2_000;

  /** A part of the history, the newest first; {@code next} is null at its end. */
  public record Part(List<Run> runs, @Nullable Integer next) {
    public Part {
      runs = List.copyOf(runs);
    }
  }

  /** One run; {@code endedAt} is null where it has not ended. */
  public record Run(
      String run,
      String pipeline,
      String slot,
      String startedBy,
      Instant startedAt,
      @Nullable Instant endedAt,
      String outcome,
      String summary) {}

  /**
   * One run with what became of each item.
   *
   * @param moreItems whether there are more than are given
   */
  public record Detail(Run run, List<Stage> stages, List<Item> items, boolean moreItems) {
    public Detail {
      stages = List.copyOf(stages);
      items = List.copyOf(items);
    }
  }

  /** A stage; {@code outcomes} counts its items by what became of them. */
  public record Stage(
      String stage, @Nullable Instant finishedAt, String summary, Map<String, Integer> outcomes) {}

  /** An item. */
  public record Item(
      String stage, String item, String outcome, String reason, boolean problem, Instant at) {}

  /** The sources of all pipelines. */
  public record Sources(List<SourceLine> sources) {
    public Sources {
      sources = List.copyOf(sources);
    }
  }

  /** One source; {@code lastPoll} is null where it was never polled. */
  public record SourceLine(
      String source,
      String pipeline,
      String outlet,
      String kind,
      String address,
      boolean outsideModel,
      long pollEverySeconds,
      @Nullable Poll lastPoll) {}

  /** How its last poll went. */
  public record Poll(
      Instant at,
      int captured,
      int unchanged,
      int failuresInARow,
      Instant next,
      List<String> problems) {
    public Poll {
      problems = List.copyOf(problems);
    }
  }

  private final Definitions definitions;
  private final RunHistory runs;
  private final PollStore polls;

  ApiRuns(Definitions definitions, RunHistory runs, PollStore polls) {
    this.definitions = definitions;
    this.runs = runs;
    this.polls = polls;
  }

  @GetMapping("/api/v1/runs")
  Part runs(
      @RequestParam(defaultValue = "") String pipeline,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "50") int limit) {
    List<RunLog.RunLine> found = runs.page(pipeline, outcome, skip, limit + 1);
    return new Part(
        found.stream().limit(limit).map(ApiRuns::run).toList(),
        found.size() > limit ? skip + limit : null);
  }

  @GetMapping("/api/v1/runs/{run}")
  Detail one(@PathVariable String run) {
    RunLog.RunLine line =
        runs.find(run)
            .orElseThrow(() ->
                ApiProblem.missing("There is no run \"" + run + "\"; /api/v1/runs lists them."));
    List<RunHistory.ItemLine> items = runs.items(run, MOST_ITEMS + 1);
    return new Detail(
        run(line),
        runs.stages(run).stream()
            .map(stage ->
                new Stage(
                    ApiDraft.word(stage.stage()),
                    stage.finishedAt().orElse(null),
                    stage.summary(),
                    stage.outcomes()))
            .toList(),
        items.stream()
            .limit(MOST_ITEMS)
            .map(item ->
                new Item(
                    ApiDraft.word(item.stage()),
                    item.item(),
                    item.outcome(),
                    item.reason(),
                    item.problem(),
                    item.at()))
            .toList(),
        items.size() > MOST_ITEMS);
  }

  @GetMapping("/api/v1/sources")
  Sources sources() {
    return new Sources(
        definitions.pipelines().values().stream()
            .flatMap(pipeline -> pipeline.sources().stream().map(each -> line(pipeline, each)))
            .toList());
  }

  private SourceLine line(Pipeline pipeline, Source source) {
    return new SourceLine(
        source.id(),
        pipeline.name(),
        source.outlet(),
        ApiDraft.word(source.kind()),
        source.location().toString(),
        source.outsideModel(),
        source.pollEvery().toSeconds(),
        polls.lastOf(source.id()).map(ApiRuns::poll).orElse(null));
  }

  private static Poll poll(PollStore.PastPoll poll) {
    return new Poll(
        poll.polledAt(),
        poll.captured(),
        poll.unchanged(),
        poll.failuresInARow(),
        poll.nextPoll(),
        poll.problems().stream().map(problem -> problem.reason()).toList());
  }

  private static Run run(RunLog.RunLine run) {
    return new Run(
        run.id(),
        run.pipeline(),
        run.slot(),
        run.startedBy(),
        run.startedAt(),
        run.endedAt().orElse(null),
        run.outcome(),
        run.summary());
  }
}

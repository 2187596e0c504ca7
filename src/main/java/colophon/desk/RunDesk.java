package colophon.desk;

import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.Run;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunResult;
import colophon.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers what is shown of one run. */
final class RunDesk {

  /** The most items shown at once. */
  static final int MOST_ITEMS = 2_000;

  private final Definitions definitions;
  private final RunLog log;
  private final RunHistory runs;
  private final CallHistory calls;
  private final RunItemWords words;
  private final InstantSource clock;

  RunDesk(
      Definitions definitions,
      RunLog log,
      RunHistory runs,
      CallHistory calls,
      RunItemWords words,
      InstantSource clock) {
    this.definitions = definitions;
    this.log = log;
    this.runs = runs;
    this.calls = calls;
    this.words = words;
    this.clock = clock;
  }

  /** The run of that id, where there is one. */
  Optional<Run> find(String id) {
    return log.find(id);
  }

  /** How the run stands. */
  RunPage.Progress progress(Run run) {
    String id = run.id();
    RunLog.RunLine line = line(run);
    List<RunHistory.StageLine> stages = runs.stages(id);
    Optional<RunResult> result = log.result(run);
    int breakdowns = runs.breakdowns(List.of(id)).getOrDefault(id, 0);
    return new RunPage.Progress(
        RunsPage.line(
            line,
            clock.instant(),
            calls.bills(List.of(id)).getOrDefault(id, CallHistory.RunBill.NONE),
            breakdowns),
        definitions.pipelines().containsKey(run.pipeline()),
        line.endedAt().isPresent(),
        note(line, breakdowns),
        run.definition().toString(),
        stages(line, stages),
        account(id, stages),
        runs.problems(id, MOST_ITEMS).stream().map(OperatorWords::moments).toList(),
        result.map(RunResult::published).orElse(List.of()).stream()
            .map(brief ->
                new RunPage.Published(
                    brief.slug(), brief.headline(), brief.kind() + ", version " + brief.version()))
            .toList(),
        result.map(RunResult::held).orElse(List.of()).stream()
            .map(draft -> new RunPage.Held(draft.draftId(), draft.headline(), draft.reasons()))
            .toList());
  }

  private RunLog.RunLine line(Run run) {
    return runs.find(run.id()).orElseThrow();
  }

  /** What one who looks at it may expect; empty of a run that has ended. */
  private static String note(RunLog.RunLine run, int breakdowns) {
    if (run.endedAt().isPresent()) {
      return "";
    }
    if (run.outcome().equals("running")) {
      return "It is at work, and this page follows it.";
    }
    if (!run.begun()) {
      return "It waits for the process that serves, which takes it up within moments, unless its"
          + " pipeline is gone or runs by another definition now. This page follows it.";
    }
    return breakdowns > 0
        ? "It broke down, and is tried again by itself after a while; what was said stands below."
        : "The process that was at work on it is gone. The next start of colophon serve takes it up"
            + " where it was left; nothing that is done is done again.";
  }

  /** Whether every article that was read is accounted for, a line each; none before grouping. */
  private List<String> account(String run, List<RunHistory.StageLine> stages) {
    RunHistory.StageLine group = stages.get(Stage.GROUP.ordinal());
    if (group.finishedAt().isEmpty()) {
      return List.of();
    }
    RunHistory.ArticleAccount account = runs.account(run);
    var lines = new ArrayList<String>();
    lines.add(
        (account.untold() == 0
                ? "Every article is accounted for: "
                : "Not every article is accounted for: ")
            + account.read()
            + " read by this run"
            + (account.documents() == account.read()
                ? ""
                : " (from " + account.documents() + " documents, of which some are the same)")
            + " and "
            + account.standing()
            + " read before that stand in its window are "
            + (account.read() + account.standing())
            + ": "
            + counts(account.outcomes())
            + (account.untold() == 0
                ? "."
                : ", and " + account.untold() + " of which nothing was noted."));
    String stories =
        group.outcomes().entrySet().stream()
            .filter(each -> each.getKey().startsWith("story "))
            .map(each -> each.getValue() + " " + each.getKey().substring("story ".length()))
            .collect(Collectors.joining(", "));
    if (!stories.isEmpty()) {
      lines.add("Of their stories: " + stories + ".");
    }
    return lines;
  }

  private static String counts(Map<String, Integer> outcomes) {
    return outcomes.isEmpty()
        ? "none"
        : outcomes.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }

  private static List<RunPage.StageView> stages(
      RunLog.RunLine run, List<RunHistory.StageLine> stages) {
    var views = new ArrayList<RunPage.StageView>();
    Instant before = run.startedAt();
    boolean under = run.outcome().equals("running");
    for (RunHistory.StageLine stage : stages) {
      Optional<Instant> over = stage.finishedAt();
      boolean done = over.isPresent();
      Instant began = before;
      views.add(
          new RunPage.StageView(
              OperatorWords.stage(stage.stage()),
              done ? "done" : under ? "now" : "later",
              over.map(at -> OperatorWords.took(Duration.between(began, at))).orElse(""),
              over.map(OperatorWords::exact).orElse(""),
              done ? stage.summary() : under ? "at work" : "not done",
              stage.outcomes().isEmpty() ? "" : counts(stage.outcomes())));
      under = under && done;
      before = over.orElse(before);
    }
    return views;
  }

  /** How far the run is, as one word that changes whenever a stage is over or the run is. */
  String reached(Run run) {
    RunLog.RunLine line = line(run);
    return line.endedAt().map(Instant::toString).orElse("")
        + runs.stages(run.id()).stream().filter(each -> each.finishedAt().isPresent()).count();
  }

  /**
   * The items by stage. Of a run that goes on, those of a stage stand here when it is over, so that
   * they do not move under whoever reads them.
   */
  RunPage.Items items(Run run, int from, boolean mayReview) {
    boolean ended = log.ended(run.id());
    List<RunHistory.StageLine> stages = runs.stages(run.id());
    List<RunHistory.ItemLine> lines = runs.items(run.id(), from, MOST_ITEMS + 1);
    var groups = new ArrayList<RunPage.ItemGroup>();
    int shown = 0;
    for (RunHistory.StageLine stage : stages) {
      List<RunHistory.ItemLine> own =
          lines.stream().limit(MOST_ITEMS).filter(item -> item.stage() == stage.stage()).toList();
      if (!own.isEmpty() && (ended || stage.finishedAt().isPresent())) {
        groups.add(
            new RunPage.ItemGroup(
                OperatorWords.stage(stage.stage()),
                counts(stage.outcomes()),
                words.words(own, mayReview)));
        shown += own.size();
      }
    }
    return new RunPage.Items(
        run.id(), ended, groups, from, shown, lines.size() > MOST_ITEMS ? from + MOST_ITEMS : -1);
  }
}

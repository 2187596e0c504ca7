package colophon.desk;

import colophon.article.Quarantine;
import colophon.article.UnreadDocument;
import colophon.capture.PollStore;
import colophon.copydesk.Queue;
import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.Orders;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.Slot;
import colophon.pipeline.Spending;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what an operator sees first. */
final class TodayDesk {

  /** The most runs that are shown as not ended. */
  private static final int MOST_RUNNING = 20;

  /** The most sentences told of one run. */
  private static final int MOST_PROBLEMS = 3;

  /** The most documents set aside that a warning may be about. */
  private static final int MOST_SET_ASIDE = 100;

  /** After so long without a brief a pipeline that runs by itself is named. */
  private static final Duration QUIET_AFTER = Duration.ofHours(24);

  private final StatusDesk status;
  private final Definitions definitions;
  private final Timetable timetable;
  private final RunHistory runs;
  private final PollStore polls;
  private final Queue queue;
  private final PublicationStore publications;
  private final CallHistory calls;
  private final Quarantine quarantine;
  private final InstantSource clock;

  TodayDesk(
      StatusDesk status,
      Definitions definitions,
      Timetable timetable,
      RunHistory runs,
      PollStore polls,
      Queue queue,
      PublicationStore publications,
      CallHistory calls,
      Quarantine quarantine,
      InstantSource clock) {
    this.status = status;
    this.definitions = definitions;
    this.timetable = timetable;
    this.runs = runs;
    this.polls = polls;
    this.queue = queue;
    this.publications = publications;
    this.calls = calls;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  TodayView view(boolean mayAct) {
    Map<String, Instant> briefs = publications.latestByPipeline();
    return new TodayView(
        status.ticks(),
        running(),
        next(mayAct, briefs),
        waiting(),
        needs(briefs),
        definitions.pipelines().values().stream()
            .filter(pipeline -> !pipeline.model().use().equals("extractive"))
            .map(this::spend)
            .toList());
  }

  /** When each pipeline runs next, and what its last run came to. */
  TodayView.Next next(boolean mayAct) {
    return next(mayAct, publications.latestByPipeline());
  }

  private TodayView.Next next(boolean mayAct, Map<String, Instant> briefs) {
    return new TodayView.Next(
        mayAct,
        definitions.pipelines().values().stream()
            .map(pipeline -> next(pipeline, briefs.get(pipeline.name())))
            .toList());
  }

  /** The runs that have not ended. */
  TodayView.Running running() {
    return new TodayView.Running(
        runs.unended(MOST_RUNNING).stream().map(this::running).toList(),
        OperatorWords.utc(clock.instant()));
  }

  private TodayView.RunningLine running(RunLog.RunLine run) {
    boolean working = run.outcome().equals("running");
    return new TodayView.RunningLine(
        run.id(),
        title(run.pipeline()),
        OperatorWords.slot(run.slot()),
        run.startedBy(),
        working ? "" : OperatorWords.result(run),
        DeskWords.ago(run.startedAt(), clock.instant()),
        stages(runs.stages(run.id()), working));
  }

  private static List<TodayView.StageView> stages(
      List<RunHistory.StageLine> stages, boolean working) {
    var views = new ArrayList<TodayView.StageView>();
    boolean under = working;
    for (RunHistory.StageLine stage : stages) {
      boolean done = stage.finishedAt().isPresent();
      String state = done ? "done" : under ? "now" : "later";
      views.add(
          new TodayView.StageView(
              OperatorWords.stage(stage.stage()),
              state,
              done ? stage.summary() : outcomes(stage.outcomes())));
      under = under && done;
    }
    return views;
  }

  private static String outcomes(Map<String, Integer> outcomes) {
    return outcomes.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private String title(String pipeline) {
    Pipeline known = definitions.pipelines().get(pipeline);
    return known == null ? pipeline : known.title();
  }

  private TodayView.NextLine next(Pipeline pipeline, @Nullable Instant brief) {
    Instant now = clock.instant();
    boolean paused = timetable.paused(pipeline);
    Optional<Slot> slot = timetable.next(pipeline);
    Optional<RunLog.RunLine> last = runs.lastEnded(pipeline.name());
    return new TodayView.NextLine(
        pipeline.name(),
        pipeline.title(),
        paused,
        slot.map(each -> OperatorWords.local(each.at(), pipeline.zone()))
            .orElse(paused ? "paused" : "when somebody asks for it"),
        slot.map(each -> OperatorWords.utc(each.at())).orElse(""),
        slot.map(each -> OperatorWords.until(each.at(), now)).orElse(""),
        last.map(RunLog.RunLine::id).orElse(""),
        last.map(OperatorWords::result).orElse("it has not run yet"),
        last.map(OperatorWords::style).orElse(""),
        brief == null ? "no brief yet" : "last brief " + DeskWords.ago(brief, now) + " ago");
  }

  private TodayView.Waiting waiting() {
    var counts = queue.counts("");
    return new TodayView.Waiting(counts.all(), counts.blocked());
  }

  private List<TodayView.Need> needs(Map<String, Instant> briefs) {
    var needs = new ArrayList<TodayView.Need>();
    List<String> aside =
        quarantine.setAside(MOST_SET_ASIDE).stream().map(UnreadDocument::sentence).toList();
    for (String warning : status.warnings()) {
      needs.add(
          new TodayView.Need(
              OperatorWords.moments(warning),
              "weak",
              aside.contains(warning) ? "/desk/sources" : ""));
    }
    for (Pipeline pipeline : definitions.pipelines().values()) {
      runs.lastEnded(pipeline.name())
          .filter(run -> !run.outcome().equals("done"))
          .ifPresent(run -> problems(pipeline, run, needs));
      quiet(pipeline, briefs.get(pipeline.name()), needs);
      pipeline
          .sources()
          .forEach(source ->
              polls
                  .lastOf(source.id())
                  .filter(poll -> poll.failuresInARow() > 0)
                  .ifPresent(poll ->
                      needs.add(
                          new TodayView.Need(
                              SourcesPage.failing(source, poll, clock.instant()),
                              "unsupported",
                              "/desk/sources#" + pipeline.name() + "-" + source.id()))));
    }
    return needs;
  }

  private void problems(Pipeline pipeline, RunLog.RunLine run, List<TodayView.Need> needs) {
    runs.problems(run.id(), MOST_PROBLEMS)
        .forEach(sentence ->
            needs.add(
                new TodayView.Need(
                    pipeline.title() + ": " + OperatorWords.moments(sentence),
                    "unsupported",
                    "/desk/runs/" + run.id())));
  }

  private void quiet(Pipeline pipeline, @Nullable Instant brief, List<TodayView.Need> needs) {
    if (brief == null || timetable.paused(pipeline) || !pipeline.schedule().fires()) {
      return;
    }
    Duration since = Duration.between(brief, clock.instant());
    if (since.compareTo(QUIET_AFTER) >= 0) {
      needs.add(
          new TodayView.Need(
              "No brief from " + pipeline.title() + " for " + since.toHours() + " hours.",
              "weak",
              "/desk/runs?pipeline=" + pipeline.name()));
    }
  }

  private TodayView.SpendLine spend(Pipeline pipeline) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    CallHistory.Spent spent = calls.spentOn(pipeline.name(), today);
    Spending most = pipeline.spending();
    Long micros = most.moneyMicrosPerDay();
    String used = OperatorWords.money(Orders.CURRENCY, spent.micros());
    return new TodayView.SpendLine(
        pipeline.title(),
        spent.calls() + " of " + most.callsPerDay() + " calls",
        spent.tokens() + " of " + most.tokensPerDay() + " tokens",
        (micros == null ? used : used + " of " + OperatorWords.money(Orders.CURRENCY, micros))
            + (spent.unpriced() == 0
                ? ""
                : ", without " + spent.unpriced() + " calls whose price is not known"));
  }
}

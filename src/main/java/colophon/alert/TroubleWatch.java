package colophon.alert;

import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyFolder;
import colophon.attest.LogInspection;
import colophon.attest.LogRefusedException;
import colophon.attest.LogStore;
import colophon.capture.PollStore;
import colophon.capture.Source;
import colophon.copydesk.Queue;
import colophon.llm.CallHistory;
import colophon.pipeline.AlertRules;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.Spending;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what the rules of a newsroom call a trouble. It reads only. */
final class TroubleWatch {

  /** The most runs, drafts and the like of one kind that are told. */
  private static final int MOST = 100;

  /** How often the whole log is computed again. */
  static final Duration INSPECTED_EVERY = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(TroubleWatch.class);

  private final Timetable timetable;
  private final DefinitionStore definitions;
  private final RunHistory runs;
  private final PublicationStore publications;
  private final PollStore polls;
  private final CallHistory calls;
  private final Queue queue;
  private final LogStore log;
  private final @Nullable KeyFolder keys;
  private final @Nullable KeptCheckpoint kept;
  private final InstantSource clock;
  private Instant inspected = Instant.MIN;
  private Optional<String> fault = Optional.empty();

  TroubleWatch(
      Timetable timetable,
      DefinitionStore definitions,
      RunHistory runs,
      PublicationStore publications,
      PollStore polls,
      CallHistory calls,
      Queue queue,
      LogStore log,
      @Nullable KeyFolder keys,
      @Nullable KeptCheckpoint kept,
      InstantSource clock) {
    this.timetable = timetable;
    this.definitions = definitions;
    this.runs = runs;
    this.publications = publications;
    this.polls = polls;
    this.calls = calls;
    this.queue = queue;
    this.log = log;
    this.keys = keys;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * What is wrong now, by kind. A kind that could not be looked at is left out, so that nothing of
   * it is taken for over.
   */
  Map<Trouble.Kind, List<Trouble>> look(AlertRules rules, Collection<Pipeline> pipelines) {
    Map<Trouble.Kind, List<Trouble>> found = new EnumMap<>(Trouble.Kind.class);
    List<Pipeline> active =
        pipelines.stream().filter(pipeline -> !timetable.paused(pipeline)).toList();
    at(found, Trouble.Kind.RUN_FAILED, rules.runFailed(), this::broken);
    at(found, Trouble.Kind.RUN_PROBLEMS, rules.runProblems(), () -> problems(active));
    Duration quiet = rules.noBriefFor();
    at(
        found,
        Trouble.Kind.NO_BRIEF,
        quiet != null,
        () -> quiet == null ? List.of() : quiet(active, quiet));
    int failures = rules.sourceFailsInARow();
    at(found, Trouble.Kind.SOURCE_FAILING, failures > 0, () -> failing(active, failures));
    int percent = rules.budgetPercent();
    at(found, Trouble.Kind.BUDGET_USED, percent > 0, () -> used(pipelines, percent));
    at(found, Trouble.Kind.DEADLINE_PASSED, rules.deadlinePassed(), this::overdue);
    at(found, Trouble.Kind.SIGNING_KEYS, !rules.silent(), () -> signingKeys(rules.keyEndsWithin()));
    at(found, Trouble.Kind.LOG_TROUBLE, rules.logTrouble(), this::logTrouble);
    return found;
  }

  /** A rule that is switched off has no trouble, so that what was told before is over. */
  private static void at(
      Map<Trouble.Kind, List<Trouble>> found,
      Trouble.Kind kind,
      boolean wanted,
      Supplier<List<Trouble>> look) {
    try {
      found.put(kind, wanted ? look.get() : List.of());
    } catch (RuntimeException e) {
      LOG.warn("Whether there is \"{}\" could not be looked at: {}", kind.word(), e.getMessage());
    }
  }

  private List<Trouble> broken() {
    return runs.brokenDown(MOST).stream()
        .map(run ->
            new Trouble(
                Trouble.Kind.RUN_FAILED,
                "run " + run.runId(),
                "The run of "
                    + run.pipeline()
                    + " for "
                    + run.slot()
                    + " broke down"
                    + (run.times() == 1 ? "" : " " + run.times() + " times")
                    + " and has not ended. "
                    + run.reason()))
        .toList();
  }

  private List<Trouble> problems(List<Pipeline> pipelines) {
    var troubles = new ArrayList<Trouble>();
    for (Pipeline pipeline : pipelines) {
      Optional<RunLog.RunLine> last = runs.lastEnded(pipeline.name());
      if (last.isPresent() && !last.get().outcome().equals("done")) {
        String first = runs.problems(last.get().id(), 1).stream().findFirst().orElse("");
        troubles.add(
            new Trouble(
                Trouble.Kind.RUN_PROBLEMS,
                "pipeline " + pipeline.name(),
                "The last run of "
                    + pipeline.name()
                    + ", for "
                    + last.get().slot()
                    + ", ended with problems: "
                    + last.get().summary()
                    + ". "
                    + first));
      }
    }
    return troubles;
  }

  private List<Trouble> quiet(List<Pipeline> pipelines, Duration most) {
    Map<String, Instant> briefs = publications.latestByPipeline();
    var troubles = new ArrayList<Trouble>();
    for (Pipeline pipeline : pipelines) {
      Optional<Instant> since = since(pipeline, briefs.get(pipeline.name()));
      if (pipeline.schedule().fires()
          && since.isPresent()
          && !since.get().plus(most).isAfter(clock.instant())) {
        troubles.add(
            new Trouble(
                Trouble.Kind.NO_BRIEF,
                "pipeline " + pipeline.name(),
                "No brief from "
                    + pipeline.name()
                    + " since "
                    + since.get().truncatedTo(ChronoUnit.MINUTES)
                    + ", longer than "
                    + most.toHours()
                    + " h. Look at its last runs and at what waits in the queue."));
      }
    }
    return troubles;
  }

  /** From when its silence counts: its last brief, its first day or its being resumed. */
  private Optional<Instant> since(Pipeline pipeline, @Nullable Instant brief) {
    Optional<Instant> begun =
        definitions.versions("pipeline", pipeline.name(), MOST).stream()
            .map(DefinitionStore.Version::appliedAt)
            .min(Instant::compareTo);
    Optional<Instant> switched =
        definitions.lastSwitch(pipeline.name()).map(DefinitionStore.Switch::at);
    return Stream.of(Optional.ofNullable(brief), begun, switched)
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  private List<Trouble> failing(List<Pipeline> pipelines, int least) {
    var troubles = new ArrayList<Trouble>();
    for (Pipeline pipeline : pipelines) {
      for (Source source : pipeline.sources()) {
        Optional<PollStore.PastPoll> last = polls.lastOf(source.id());
        if (last.isPresent()
            && last.get().failuresInARow() >= least
            && troubles.stream().noneMatch(known -> known.about().equals(about(source)))) {
          troubles.add(
              new Trouble(
                  Trouble.Kind.SOURCE_FAILING,
                  about(source),
                  "The source "
                      + source.id()
                      + " ("
                      + source.outlet()
                      + ") failed "
                      + last.get().failuresInARow()
                      + " times in a row. "
                      + last.get().problems().stream()
                          .findFirst()
                          .map(problem -> problem.reason())
                          .orElse("")));
        }
      }
    }
    return troubles;
  }

  private static String about(Source source) {
    return "source " + source.id();
  }

  private List<Trouble> used(Collection<Pipeline> pipelines, int percent) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var troubles = new ArrayList<Trouble>();
    for (Pipeline pipeline : pipelines) {
      CallHistory.Spent spent = calls.spentOn(pipeline.name(), today);
      Spending most = pipeline.spending();
      Long money = most.moneyMicrosPerDay();
      String over =
          over(spent.calls(), most.callsPerDay(), percent, "calls")
              + over(spent.tokens(), most.tokensPerDay(), percent, "tokens")
              + (money == null ? "" : over(spent.micros(), money, percent, "millionths of USD"));
      if (!over.isEmpty() && !pipeline.model().use().equals("extractive")) {
        troubles.add(
            new Trouble(
                Trouble.Kind.BUDGET_USED,
                "pipeline " + pipeline.name(),
                "The pipeline "
                    + pipeline.name()
                    + " used "
                    + percent
                    + " per cent or more of its model budget of "
                    + today
                    + " (UTC):"
                    + over
                    + ". What is over it is not written; raise the budget in the pipeline, or wait"
                    + " for the next day."));
      }
    }
    return troubles;
  }

  private static String over(long used, long most, int percent, String unit) {
    return most > 0 && used >= Math.ceil(most / 100.0 * percent)
        ? " " + used + " of " + most + " " + unit
        : "";
  }

  private List<Trouble> overdue() {
    return queue.overdue(MOST).stream()
        .map(draft ->
            new Trouble(
                Trouble.Kind.DEADLINE_PASSED,
                "draft " + draft.draftId(),
                "The draft \""
                    + draft.headline()
                    + "\" of "
                    + draft.pipeline()
                    + " waits past its deadline, "
                    + draft.deadline().truncatedTo(ChronoUnit.MINUTES)
                    + ". It stands in the queue."))
        .toList();
  }

  private List<Trouble> signingKeys(Duration ahead) {
    if (keys == null) {
      return List.of();
    }
    var troubles = new ArrayList<Trouble>();
    keys.trouble()
        .ifPresent(
            why -> troubles.add(new Trouble(Trouble.Kind.SIGNING_KEYS, "signing keys", why)));
    keys.certificateEnds()
        .filter(end -> !end.minus(ahead).isAfter(clock.instant()))
        .ifPresent(end ->
            troubles.add(
                new Trouble(
                    Trouble.Kind.SIGNING_KEYS,
                    "signing certificate",
                    "The certificate that signs content credentials "
                        + (end.isAfter(clock.instant()) ? "ends at " : "ended at ")
                        + end.truncatedTo(ChronoUnit.MINUTES)
                        + ". Bring another with colophon keys import, or make a new key with"
                        + " colophon keys rotate.")));
    return troubles;
  }

  private List<Trouble> logTrouble() {
    if (!log.isBegun()) {
      return List.of();
    }
    var troubles = new ArrayList<Trouble>();
    if (kept != null) {
      try {
        kept.compare(log);
      } catch (LogRefusedException e) {
        troubles.add(
            new Trouble(
                Trouble.Kind.LOG_TROUBLE, "kept checkpoint", String.valueOf(e.getMessage())));
      }
    }
    Instant now = clock.instant();
    if (inspected.equals(Instant.MIN) || !inspected.plus(INSPECTED_EVERY).isAfter(now)) {
      fault = new LogInspection(log).inspect(Map.of()).fault().map(each -> each.sentence());
      inspected = now;
    }
    fault.ifPresent(sentence ->
        troubles.add(
            new Trouble(
                Trouble.Kind.LOG_TROUBLE,
                "log inspection",
                "The log's inspection found a fault. "
                    + sentence
                    + " Publish nothing more into it, and run colophon log fsck.")));
    return troubles;
  }
}

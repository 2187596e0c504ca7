package colophon.desk;

import colophon.edition.VersionPlan;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunItem;
import colophon.pipeline.RunLog;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Gathers what the status page shows. */
public final class StatusDesk {

  private static final int MOST_RUNS = 50;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", Locale.ENGLISH);

  private final Definitions definitions;
  private final RunLog runs;
  private final Timetable timetable;
  private final PublicationStore publications;
  private final Supplier<List<StatusView.WaitingLine>> waiting;
  private final BooleanSupplier ticks;
  private final Supplier<List<String>> warnings;

  public StatusDesk(
      Definitions definitions,
      RunLog runs,
      Timetable timetable,
      PublicationStore publications,
      Supplier<List<StatusView.WaitingLine>> waiting,
      BooleanSupplier ticks,
      Supplier<List<String>> warnings) {
    this.definitions = definitions;
    this.runs = runs;
    this.timetable = timetable;
    this.publications = publications;
    this.waiting = waiting;
    this.ticks = ticks;
    this.warnings = warnings;
  }

  StatusView view() {
    return new StatusView(
        definitions.newsroom().publisher(),
        ticks.getAsBoolean(),
        definitions.pipelines().values().stream().map(this::line).toList(),
        runs.latest(MOST_RUNS).stream().map(StatusDesk::line).toList(),
        waiting.get(),
        publications.current().stream().map(StatusDesk::line).toList(),
        warnings.get());
  }

  /** Whether the schedule is running in this process. */
  boolean ticks() {
    return ticks.getAsBoolean();
  }

  /** What somebody should look after, a sentence each. */
  List<String> warnings() {
    return warnings.get();
  }

  Optional<RunView> run(String id) {
    return runs.find(id)
        .map(run ->
            new RunView(
                run.id(),
                run.pipeline(),
                run.slot().label(),
                run.startedBy(),
                run.startedAt().toString(),
                runs.ended(id),
                outcomes(id)));
  }

  private SortedMap<String, SortedMap<String, Integer>> outcomes(String run) {
    SortedMap<String, SortedMap<String, Integer>> outcomes = new TreeMap<>();
    for (RunItem item : runs.items(run)) {
      outcomes
          .computeIfAbsent(item.stage(), none -> new TreeMap<>())
          .merge(item.outcome(), 1, Integer::sum);
    }
    return outcomes;
  }

  private StatusView.PipelineLine line(Pipeline pipeline) {
    boolean paused = timetable.paused(pipeline);
    String next =
        paused
            ? "none while paused"
            : timetable
                .next(pipeline)
                .map(slot -> moment(slot.at(), pipeline.zone()))
                .orElse("runs when asked to");
    return new StatusView.PipelineLine(
        pipeline.name(),
        pipeline.title(),
        paused ? "paused" : "active",
        next,
        pipeline.review().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        pipeline.sources().size());
  }

  private static StatusView.RunLine line(RunLog.RunLine run) {
    return new StatusView.RunLine(
        run.id(), run.pipeline(), run.slot(), run.startedBy(), run.outcome(), run.summary());
  }

  private static StatusView.BriefLine line(VersionPlan plan) {
    return new StatusView.BriefLine(
        plan.slug().value(), "version " + plan.version(), plan.publishedAt().toString());
  }

  private static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }
}

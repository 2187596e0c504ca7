package colophon.desk;

import colophon.article.Quarantine;
import colophon.attest.LogStore;
import colophon.capture.PollStore;
import colophon.copydesk.Queue;
import colophon.copydesk.QueuePage;
import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunHistory;
import colophon.pipeline.Software;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationFigures;
import colophon.publication.PublicationStore;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Figures for a Prometheus server, in its text format. All are read from the database when they are
 * asked for, so every node tells the same and a restart loses none.
 */
final class Metrics {

  static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double MICROS = 1e6;

  private final Definitions definitions;
  private final Software software;
  private final StatusDesk status;
  private final Timetable timetable;
  private final RunHistory runs;
  private final PollStore polls;
  private final Quarantine quarantine;
  private final Queue queue;
  private final PublicationStore publications;
  private final PublicationFigures figures;
  private final CallHistory calls;
  private final LogStore log;
  private final InstantSource clock;

  Metrics(
      Definitions definitions,
      Software software,
      StatusDesk status,
      Timetable timetable,
      RunHistory runs,
      PollStore polls,
      Quarantine quarantine,
      Queue queue,
      PublicationStore publications,
      PublicationFigures figures,
      CallHistory calls,
      LogStore log,
      InstantSource clock) {
    this.definitions = definitions;
    this.software = software;
    this.status = status;
    this.timetable = timetable;
    this.runs = runs;
    this.polls = polls;
    this.quarantine = quarantine;
    this.queue = queue;
    this.publications = publications;
    this.figures = figures;
    this.calls = calls;
    this.log = log;
    this.clock = clock;
  }

  void write(OutputStream out) throws IOException {
    var all = MetricSnapshots.builder();
    house(all);
    work(all);
    desk(all);
    models(all);
    PrometheusTextFormatWriter.create().write(out, all.build(), EscapingScheme.DEFAULT);
  }

  private void house(MetricSnapshots.Builder all) {
    all.metricSnapshot(
        InfoSnapshot.builder()
            .name("colophon_build")
            .help("The program that answers.")
            .dataPoint(
                InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.of("version", software.version(), "build", software.build()))
                    .build())
            .build());
    all.metricSnapshot(
        gauge(
            "colophon_schedule_ticking",
            "1 while this process keeps the schedule, else 0.",
            status.ticks() ? 1 : 0));
    all.metricSnapshot(
        gauges(
            "colophon_pipeline_paused",
            "1 while the pipeline is paused, else 0.",
            definitions.pipelines().values(),
            pipeline -> Labels.of("pipeline", pipeline.name()),
            pipeline -> timetable.paused(pipeline) ? 1 : 0));
    all.metricSnapshot(
        gauge(
            "colophon_log_entries", "Entries of the public log.", log.isBegun() ? log.size() : 0));
    PublicationFigures.Pending pending = figures.pending();
    all.metricSnapshot(
        gauges(
            "colophon_publication_pending",
            "What was begun and is not finished: versions not yet in the log, logged versions not"
                + " yet released, withdrawals not yet carried out.",
            Map.of(
                    "planned", pending.planned(),
                    "logged", pending.logged(),
                    "withdrawal", pending.withdrawals())
                .entrySet(),
            each -> Labels.of("state", each.getKey()),
            each -> each.getValue().doubleValue()));
  }

  private void work(MetricSnapshots.Builder all) {
    List<RunHistory.Ending> endings = runs.endings();
    all.metricSnapshot(
        counters(
            "colophon_runs",
            "Runs that ended, by pipeline and outcome.",
            endings.stream().filter(ending -> ending.outcome().startsWith("done")).toList(),
            ending -> Labels.of("pipeline", ending.pipeline(), "outcome", word(ending.outcome())),
            RunHistory.Ending::number));
    all.metricSnapshot(
        gauges(
            "colophon_runs_unended",
            "Runs that have not ended: running, or left by a process that stopped.",
            endings.stream().filter(ending -> !ending.outcome().startsWith("done")).toList(),
            ending -> Labels.of("pipeline", ending.pipeline(), "state", word(ending.outcome())),
            RunHistory.Ending::number));
    all.metricSnapshot(
        counters(
            "colophon_briefs_published",
            "Versions of briefs that readers were shown.",
            figures.released(),
            each -> Labels.of("pipeline", each.pipeline(), "kind", each.kind()),
            PublicationFigures.Released::number));
    all.metricSnapshot(
        CounterSnapshot.builder()
            .name("colophon_briefs_withdrawn")
            .help("Briefs that were withdrawn.")
            .dataPoint(CounterDataPointSnapshot.builder().value(figures.withdrawn()).build())
            .build());
    Map<String, Instant> latest = publications.latestByPipeline();
    Instant now = clock.instant();
    all.metricSnapshot(
        gauges(
            "colophon_last_brief_timestamp_seconds",
            "When the pipeline last brought out a version.",
            latest.entrySet(),
            each -> Labels.of("pipeline", each.getKey()),
            each -> each.getValue().getEpochSecond()));
    all.metricSnapshot(
        gauges(
            "colophon_last_brief_age_seconds",
            "How long ago the pipeline last brought out a version.",
            latest.entrySet(),
            each -> Labels.of("pipeline", each.getKey()),
            each -> Math.max(0, Duration.between(each.getValue(), now).toSeconds())));
    List<PollStore.Standing> sources = polls.standings();
    all.metricSnapshot(
        gauges(
            "colophon_source_failures_in_a_row",
            "Polls up to the last in which the source could not be read.",
            sources,
            source -> Labels.of("source", source.sourceId()),
            PollStore.Standing::failuresInARow));
    all.metricSnapshot(
        gauges(
            "colophon_source_last_poll_timestamp_seconds",
            "When the source was last polled.",
            sources,
            source -> Labels.of("source", source.sourceId()),
            source -> source.polledAt().getEpochSecond()));
    all.metricSnapshot(
        gauge(
            "colophon_documents_set_aside",
            "Documents that could not be read and are not tried again.",
            quarantine.number()));
  }

  private void desk(MetricSnapshots.Builder all) {
    QueuePage.Counts counts = queue.counts("");
    all.metricSnapshot(
        gauge("colophon_drafts_waiting", "Drafts that wait for an editor.", counts.all()));
    all.metricSnapshot(
        gauge(
            "colophon_drafts_blocked",
            "Drafts that wait and have a mark that nobody has settled.",
            counts.blocked()));
    all.metricSnapshot(
        gauges(
            "colophon_drafts_flagged",
            "Drafts that wait and are blocked by a flag of this kind.",
            counts.marks().entrySet(),
            each -> Labels.of("flag", word(each.getKey().name())),
            each -> each.getValue()));
  }

  private void models(MetricSnapshots.Builder all) {
    List<CallHistory.Used> used = calls.used();
    all.metricSnapshot(
        counters(
            "colophon_model_calls",
            "Calls to models, by what came of them.",
            used,
            each -> labels(each, "outcome", word(each.outcome())),
            CallHistory.Used::calls));
    var input = CounterSnapshot.builder();
    input.name("colophon_model_tokens");
    input.help("Tokens that models read and wrote, or that stand reserved for calls that are out.");
    for (CallHistory.Used each : CallHistory.Used.byModel(used)) {
      input.dataPoint(point(labels(each, "direction", "input"), each.inputTokens()));
      input.dataPoint(point(labels(each, "direction", "output"), each.outputTokens()));
    }
    all.metricSnapshot(input.build());
    all.metricSnapshot(
        counters(
            "colophon_model_cost_usd",
            "What calls cost by the price list, in US dollars; calls without a price are left out.",
            CallHistory.Used.byModel(used),
            each -> Labels.of("pipeline", each.pipeline(), "model", each.model()),
            each -> each.micros() / MICROS));
  }

  private static Labels labels(CallHistory.Used used, String name, String value) {
    return Labels.of("pipeline", used.pipeline(), "model", used.model(), name, value);
  }

  private static String word(String words) {
    return words.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private static GaugeSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  private static <T> GaugeSnapshot gauges(
      String name,
      String help,
      Iterable<T> of,
      Function<T, Labels> labels,
      ToDoubleFunction<T> value) {
    var gauges = GaugeSnapshot.builder();
    gauges.name(name);
    gauges.help(help);
    for (T each : of) {
      gauges.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(labels.apply(each))
              .value(value.applyAsDouble(each))
              .build());
    }
    return gauges.build();
  }

  private static <T> CounterSnapshot counters(
      String name,
      String help,
      Iterable<T> of,
      Function<T, Labels> labels,
      ToDoubleFunction<T> value) {
    var counters = CounterSnapshot.builder();
    counters.name(name);
    counters.help(help);
    for (T each : of) {
      counters.dataPoint(point(labels.apply(each), value.applyAsDouble(each)));
    }
    return counters.build();
  }

  private static CounterDataPointSnapshot point(Labels labels, double value) {
    return CounterDataPointSnapshot.builder().labels(labels).value(value).build();
  }
}

package colophon.cli;

import colophon.alert.AlertDesk;
import colophon.attest.KeysUnusableException;
import colophon.evidence.RetentionSweep;
import colophon.pipeline.Beat;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.ServingNode;
import colophon.pipeline.SourcePolls;
import colophon.pipeline.Timetable;
import colophon.tasks.SourceWatch;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a serving node does again and again: polls, slots, and what a crash left undone. */
final class ServeBeats {

  private static final Logger LOG = LoggerFactory.getLogger(ServeBeats.class);

  private final OpenNewsroom newsroom;
  private final Recovery recovery;
  private final ServingNode node;
  private final RunCarrier carrier;

  ServeBeats(OpenNewsroom newsroom, ServingNode node, RunCarrier carrier) {
    this.newsroom = newsroom;
    this.recovery = new Recovery(newsroom, RunWatcher.NONE);
    this.node = node;
    this.carrier = carrier;
  }

  /** What is done once, before the first beat, which may be half a minute away. */
  void begin() {
    recovery.sweep();
    guarded("deliveries", this::deliveries).beat();
  }

  Map<String, Beat> work() {
    return Map.of(
        "slots", guarded("slots", this::slots),
        "polls", guarded("polls", this::polls),
        "deliveries", guarded("deliveries", this::deliveries),
        "watch", guarded("watch", () -> newsroom.room(SourceWatch.class).round()),
        "retention", guarded("retention", this::retention),
        "alerts", guarded("alerts", newsroom.room(AlertDesk.class)::beat));
  }

  Map<String, Duration> every() {
    return Map.of(
        "slots", Duration.ofSeconds(2),
        "polls", Duration.ofSeconds(30),
        "deliveries", Duration.ofSeconds(30),
        "watch", Duration.ofMinutes(10),
        "retention", Duration.ofMinutes(10),
        "alerts", Duration.ofSeconds(30));
  }

  private void slots() {
    node.renew();
    newsroom.room(Timetable.class).beginDue(newsroom.definitions().pipelines().values());
    carrier.carry();
  }

  private void polls() {
    var timetable = newsroom.room(Timetable.class);
    for (Pipeline pipeline : newsroom.definitions().pipelines().values()) {
      if (!timetable.paused(pipeline) && pipeline.schedule().fires()) {
        newsroom.room(SourcePolls.class).pollDue(pipeline);
      }
    }
  }

  private void deliveries() {
    recovery.deliveries();
    recovery.publications();
  }

  /** The newsroom's zone is that of its first pipeline, as it is for the site's front page. */
  private void retention() {
    var definitions = newsroom.definitions();
    ZoneId zone =
        definitions.pipelines().values().stream()
            .findFirst()
            .map(Pipeline::zone)
            .orElse(ZoneOffset.UTC);
    try {
      newsroom
          .room(RetentionSweep.class)
          .daily(definitions.newsroom().retention(), zone)
          .ifPresent(LOG::info);
    } catch (KeysUnusableException e) {
      LOG.warn("Nothing was erased by rule, and it is tried again: {}", e.getMessage());
    }
  }

  /** A beat that fails is written down and comes again; it never stops the clock. */
  private static Beat guarded(String name, Beat beat) {
    return () -> {
      try {
        beat.beat();
      } catch (RuntimeException e) {
        LOG.error("The beat \"{}\" failed and comes again: {}", name, e.getMessage(), e);
      }
    };
  }
}

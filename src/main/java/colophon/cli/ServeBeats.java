package colophon.cli;

import colophon.pipeline.Beat;
import colophon.pipeline.OpenRuns;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.SourcePolls;
import colophon.pipeline.Timetable;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a serving node does again and again: polls, slots, and what a crash left undone. */
final class ServeBeats {

  private static final Logger LOG = LoggerFactory.getLogger(ServeBeats.class);

  private final OpenNewsroom newsroom;
  private final Recovery recovery;

  ServeBeats(OpenNewsroom newsroom, RunWatcher watcher) {
    this.newsroom = newsroom;
    this.recovery = new Recovery(newsroom, watcher);
  }

  /** What is done once, before the first beat. */
  void begin() {
    recovery.sweep();
  }

  Map<String, Beat> work() {
    return Map.of(
        "slots", guarded("slots", this::slots),
        "runs", guarded("runs", this::runs),
        "polls", guarded("polls", this::polls),
        "deliveries", guarded("deliveries", this::deliveries));
  }

  Map<String, Duration> every() {
    return Map.of(
        "slots", Duration.ofSeconds(5),
        "runs", Duration.ofSeconds(5),
        "polls", Duration.ofSeconds(30),
        "deliveries", Duration.ofSeconds(30));
  }

  /** Quick, so that no slot is missed while a run takes its time. */
  private void slots() {
    newsroom.room(Timetable.class).beginDue(newsroom.definitions().pipelines().values());
  }

  private void runs() {
    newsroom
        .room(OpenRuns.class)
        .carryOn(newsroom.definitions().pipelines(), newsroom.definitions().newsroom());
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

package colophon.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Begins runs that people ask for at the desk. The desk runs nothing itself: a process that serves
 * takes the run up, as it does with one that {@code colophon run} leaves to it.
 */
public final class AskedRuns {

  /** Who started such a run, as the record tells it; who asked stands in the list of acts. */
  public static final String STARTED_BY = "desk";

  /** What came of asking. */
  public sealed interface Asked {}

  /** It was begun, and a process that serves takes it up within moments. */
  public record Begun(Run run) implements Asked {}

  /** It was not; the reason is a sentence. */
  public record Refused(String reason) implements Asked {}

  private final JdbcClient jdbc;
  private final RunLog log;
  private final InstantSource clock;

  public AskedRuns(JdbcClient jdbc, RunLog log, InstantSource clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.clock = clock;
  }

  /** Begins a run of a pipeline for this moment, paused or not. */
  public Asked ask(Pipeline pipeline) {
    if (!ServingNode.carries(jdbc, pipeline)) {
      return new Refused(
          "No process serves this pipeline by this definition of it, so nobody would do the run."
              + " Start colophon serve again.");
    }
    Optional<Run> waiting = waiting(pipeline);
    if (waiting.isPresent()) {
      return new Refused(
          "The run that was asked for at the desk before has not ended; a second one would find"
              + " nothing else. Wait for it, and ask again.");
    }
    Instant now = clock.instant();
    return new Begun(log.begin(pipeline, new Slot("asked " + now, now), STARTED_BY));
  }

  /** One that was asked for, has not ended and has not failed: asking twice is asking once. */
  private Optional<Run> waiting(Pipeline pipeline) {
    return log.unfinished().stream()
        .filter(run -> run.pipeline().equals(pipeline.name()))
        .filter(run -> run.startedBy().equals(STARTED_BY))
        .filter(run -> log.failures(run.id()).count() == 0)
        .findFirst();
  }
}

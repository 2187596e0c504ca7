package colophon.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs a pipeline for appointed times that passed. Each is a run like any other, known by who
 * started it; a time that a run was begun for is never run again.
 */
public final class Backfill {

  /** Who started such a run, as the record tells it. */
  public static final String STARTED_BY = "backfill";

  /** The most runs that are begun at once. */
  public static final int MOST_SLOTS = 50;

  /** The longest window of a pipeline that runs at intervals. */
  private static final Duration MONTH = Duration.ofDays(31);

  /** The longest window of one that runs at times of day. */
  private static final Duration YEAR = Duration.ofDays(366);

  /** What there is to be done. */
  public sealed interface Planned {}

  /**
   * The appointed times of the window.
   *
   * @param open those that nothing ran for, the earliest first
   * @param done those that have had their run
   */
  public record Plan(List<Slot> open, List<Slot> done) implements Planned {
    public Plan {
      open = List.copyOf(open);
      done = List.copyOf(done);
    }
  }

  /** It cannot be done; the reason is a sentence. */
  public record Refused(String reason) implements Planned {}

  private final JdbcClient jdbc;
  private final RunLog log;
  private final InstantSource clock;

  public Backfill(JdbcClient jdbc, RunLog log, InstantSource clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.clock = clock;
  }

  /**
   * What a window holds. Nothing is begun.
   *
   * @param from the earliest time that counts
   * @param until the latest time that counts
   */
  public Planned plan(Pipeline pipeline, Instant from, Instant until) {
    if (!pipeline.schedule().fires()) {
      return new Refused(
          "This pipeline has no appointed times, so there are none to make up for. Run it with Run"
              + " now, or for one time with colophon run --as-of.");
    }
    if (until.isBefore(from)) {
      return new Refused("The window ends before it begins; exchange the two times.");
    }
    if (until.isAfter(clock.instant())) {
      return new Refused("The window ends in the future; its times run when they come.");
    }
    Duration longest = pipeline.schedule().every().isPositive() ? MONTH : YEAR;
    if (from.isBefore(until.minus(longest))) {
      return new Refused(
          "The window is too long; choose one of at most " + longest.toDays() + " days.");
    }
    List<Slot> slots = pipeline.schedule().between(from.minusNanos(1), until, pipeline.zone());
    List<String> known =
        jdbc.sql(
                "select slot_label from run where pipeline = :pipeline and slot_label = any(:labels)")
            .param("pipeline", pipeline.name())
            .param("labels", slots.stream().map(Slot::label).toArray(String[]::new))
            .query(String.class)
            .list();
    List<Slot> open = slots.stream().filter(slot -> !known.contains(slot.label())).toList();
    if (open.size() > MOST_SLOTS) {
      return new Refused(
          "The window holds "
              + open.size()
              + " times that nothing ran for, and at most "
              + MOST_SLOTS
              + " are begun at once; choose a shorter one.");
    }
    return new Plan(open, slots.stream().filter(slot -> known.contains(slot.label())).toList());
  }

  /** What came of asking. */
  public sealed interface Begun {}

  /** These runs were begun; a process that serves takes them up, one after another. */
  public record Runs(List<Run> runs) implements Begun {
    public Runs {
      runs = List.copyOf(runs);
    }
  }

  /** None was; the reason is a sentence. */
  public record Nothing(String reason) implements Begun {}

  /** Begins a run for each time of the window that nothing ran for. */
  public Begun begin(Pipeline pipeline, Instant from, Instant until) {
    return switch (plan(pipeline, from, until)) {
      case Refused refused -> new Nothing(refused.reason());
      case Plan plan when plan.open().isEmpty() ->
          new Nothing(
              plan.done().isEmpty()
                  ? "The pipeline has no appointed time in this window."
                  : "Every appointed time of this window has had its run.");
      case Plan ignored when !ServingNode.carries(jdbc, pipeline) ->
          new Nothing(
              "No process serves this pipeline by this definition of it, so nobody would do the"
                  + " runs. Start colophon serve again.");
      case Plan plan -> {
        var runs = new ArrayList<Run>();
        for (Slot slot : plan.open()) {
          Run run = log.begin(pipeline, slot, STARTED_BY);
          if (run.startedBy().equals(STARTED_BY)) {
            runs.add(run); // else somebody began it between our two looks
          }
        }
        yield new Runs(runs);
      }
    };
  }
}

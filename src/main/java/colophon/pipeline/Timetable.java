package colophon.pipeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns time into begun runs. Every node may ask at every moment: the decision and the run are
 * written in one transaction that locks the pipeline's mark, so a slot is begun once.
 */
public final class Timetable {

  private final JdbcClient jdbc;
  private final RunLog log;
  private final DefinitionStore definitions;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  public Timetable(
      JdbcClient jdbc,
      RunLog log,
      DefinitionStore definitions,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.definitions = definitions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Begins a run for every slot that is due. A paused pipeline's slots pass. */
  public List<Run> beginDue(Iterable<Pipeline> pipelines) {
    var begun = new ArrayList<Run>();
    for (Pipeline pipeline : pipelines) {
      if (pipeline.schedule().fires()) {
        transaction.executeWithoutResult(status -> begun.addAll(beginDue(pipeline)));
      }
    }
    return begun;
  }

  /** Whether its slots pass without a run: its file says so, or somebody paused it. */
  public boolean paused(Pipeline pipeline) {
    return definitions.paused(pipeline.name()).orElse(pipeline.paused());
  }

  /** When a pipeline runs next; empty while it is paused, or where it runs only when asked to. */
  public Optional<Slot> next(Pipeline pipeline) {
    return paused(pipeline)
        ? Optional.empty()
        : pipeline.schedule().next(clock.instant(), 1, pipeline.zone()).stream().findFirst();
  }

  private List<Run> beginDue(Pipeline pipeline) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into schedule_mark (pipeline, decided_until) values (:pipeline, :now)
            on conflict do nothing
            """)
        .param("pipeline", pipeline.name())
        .param("now", Timestamp.from(now))
        .update();
    Instant decidedUntil =
        jdbc.sql("select decided_until from schedule_mark where pipeline = :pipeline for update")
            .param("pipeline", pipeline.name())
            .query(Timestamp.class)
            .single()
            .toInstant();
    if (!decidedUntil.isBefore(now)) {
      return List.of();
    }
    DueSlots due = DueSlots.of(pipeline, decidedUntil, now);
    jdbc.sql("update schedule_mark set decided_until = :now where pipeline = :pipeline")
        .param("now", Timestamp.from(now))
        .param("pipeline", pipeline.name())
        .update();
    if (paused(pipeline)) {
      return List.of();
    }
    return due.run().stream().map(slot -> log.begin(pipeline, slot, "schedule")).toList();
  }
}

package colophon.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which slots of a pipeline are to be run now, and which are passed over.
 *
 * @param run every slot that is on time, and of missed ones at most the latest: a newsroom that was
 *     down all night does not want twelve runs at once
 * @param passed left out for good
 */
record DueSlots(List<Slot> run, List<Slot> passed) {

  /** A slot this late has been missed: nothing ran when it was due. */
  static final Duration GRACE = Duration.ofMinutes(2);

  DueSlots {
    run = List.copyOf(run);
    passed = List.copyOf(passed);
  }

  /**
   * Decides on the slots since the last decision.
   *
   * @param decidedUntil the instant up to which slots were decided on before
   */
  static DueSlots of(Pipeline pipeline, Instant decidedUntil, Instant now) {
    List<Slot> due = pipeline.schedule().between(decidedUntil, now, pipeline.zone());
    Instant missedBefore = now.minus(GRACE);
    List<Slot> run = due.stream().filter(slot -> !slot.at().isBefore(missedBefore)).toList();
    if (run.isEmpty()
        && !due.isEmpty()
        && pipeline.schedule().missed() == Schedule.Missed.RUN_ONCE) {
      run = List.of(due.getLast());
    }
    List<Slot> chosen = run;
    return new DueSlots(chosen, due.stream().filter(slot -> !chosen.contains(slot)).toList());
  }
}

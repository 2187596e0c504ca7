package colophon.cli;

import colophon.publication.StepWatcher;

/**
 * Lets a crash test stop the process right after a step: with {@code COLOPHON_STOP_AFTER=STEP:N} in
 * its environment, the process says so and stands still when that step is done for the Nth time,
 * and waits to be killed.
 */
final class StepsOnRequest {

  static final String VARIABLE = "COLOPHON_STOP_AFTER";

  private StepsOnRequest() {}

  static StepWatcher watcher() {
    String wanted = System.getenv(VARIABLE);
    if (wanted == null || !wanted.matches("[a-z]+:[0-9]+")) {
      return StepWatcher.NONE;
    }
    String word = wanted.substring(0, wanted.indexOf(':'));
    int[] left = {Integer.parseInt(wanted.substring(wanted.indexOf(':') + 1))};
    return (step, briefId, version) -> {
      if (step.word().equals(word) && --left[0] == 0) {
        standStill("step " + word);
      }
    };
  }

  /** Says where it stands and waits to be killed. */
  static void standStill(String where) {
    System.out.println("STOPPED after " + where);
    System.out.flush();
    while (true) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}

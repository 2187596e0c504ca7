package colophon.cli;

import colophon.pipeline.RunWatcher;
import colophon.pipeline.Stage;
import colophon.publication.Step;
import colophon.publication.StepWatcher;
import colophon.publication.WithdrawalStep;

/**
 * Lets a crash test stop the process at a known point. With {@code COLOPHON_STOP_AFTER=POINT:WHICH}
 * in its environment, the process says so and stands still when it has passed that point, and waits
 * to be killed. A point is a step of a publication ({@code logged}), a step of a withdrawal ({@code
 * taken-down}), the end of a run's stage ({@code read}) or of one item in a stage ({@code
 * read-item}). WHICH is a number, for the so manieth time it is passed, or the id of the brief.
 */
final class StepsOnRequest {

  static final String VARIABLE = "COLOPHON_STOP_AFTER";

  private static final Stop ASKED = Stop.parse(System.getenv(VARIABLE));

  private StepsOnRequest() {}

  /** Watches the steps of publications and withdrawals. */
  static StepWatcher watcher() {
    return new StepWatcher() {
      @Override
      public void done(Step step, String briefId, int version) {
        ASKED.passed(step.word(), briefId);
      }

      @Override
      public void done(WithdrawalStep step, String briefId) {
        ASKED.passed(step.word(), briefId);
      }
    };
  }

  /** Watches the stages of runs, and passes on what it is told. */
  static RunWatcher watching(RunWatcher other) {
    return new RunWatcher() {
      @Override
      public void began(Stage stage, int total) {
        other.began(stage, total);
      }

      @Override
      public void progressed(Stage stage, int done, int total) {
        other.progressed(stage, done, total);
        ASKED.passed(stage.word() + "-item", "");
      }

      @Override
      public void finished(Stage stage, String summary) {
        other.finished(stage, summary);
        ASKED.passed(stage.word(), "");
      }

      @Override
      public void noticed(String sentence) {
        other.noticed(sentence);
      }
    };
  }

  /** Where to stop; an empty point is passed by nothing. */
  private static final class Stop {

    private final String point;
    private final String which;
    private int times;

    private Stop(String point, String which) {
      this.point = point;
      this.which = which;
    }

    static Stop parse(@org.jspecify.annotations.Nullable String asked) {
      return asked != null && asked.matches("[a-z-]+:(b-[0-9a-f]{16}|[0-9]{1,6})")
          ? new Stop(
              asked.substring(0, asked.indexOf(':')), asked.substring(asked.indexOf(':') + 1))
          : new Stop("", "");
    }

    void passed(String passed, String briefId) {
      if (!passed.equals(point)) {
        return;
      }
      boolean here;
      synchronized (this) {
        here = which.equals(briefId) || which.equals(Integer.toString(++times));
      }
      if (here) {
        standStill(passed + ":" + which);
      }
    }

    private static void standStill(String where) {
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
}

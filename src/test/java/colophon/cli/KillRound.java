package colophon.cli;

import colophon.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One newsroom that is killed again and again and must come to the same end as the undisturbed. */
final class KillRound {

  /** How long a point may take to be reached, or a command to end, on a loaded machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /**
   * The bar: a restart has everything in order within this time. Where a run was killed with drafts
   * still to write, the time of the whole undisturbed run comes on top: that work is the run's own.
   */
  static final Duration RECOVERY = Duration.ofSeconds(30);

  /** A command that ended before its moment is run again and killed at half the time. */
  private static final int MOST_ATTEMPTS = 4;

  private final int number;
  private final Path home;
  private final KillPhase.Subjects subjects;
  private final Map<KillPhase, Undisturbed.Phase> expected;
  private final boolean byServing;
  private final List<String> faults = new ArrayList<>();
  private final List<Duration> recoveries = new ArrayList<>();
  private int killed;

  /**
   * @param byServing whether the last restart of a phase is a serving node, where one can take up
   *     what was left; else it is the command that was killed
   */
  KillRound(
      int number,
      Path home,
      KillPhase.Subjects subjects,
      Map<KillPhase, Undisturbed.Phase> expected,
      boolean byServing) {
    this.number = number;
    this.home = home;
    this.subjects = subjects;
    this.expected = new EnumMap<>(expected);
    this.byServing = byServing;
  }

  void run(Map<KillPhase, List<Kill>> kills)
      throws InterruptedException, IOException, DatabaseUnavailableException {
    for (KillPhase phase : KillPhase.values()) {
      List<Kill> mine = kills.getOrDefault(phase, List.of());
      boolean decided = false;
      for (Kill kill : mine) {
        decided |= kill(kill);
      }
      Duration allowed =
          mine.isEmpty() || mine.getLast().isInPublication()
              ? RECOVERY
              : RECOVERY.plus(expected(phase).took());
      recover(phase, byServing && decided, allowed);
    }
  }

  /** Makes one kill; whether it fell on a known point, after which the database knows the work. */
  private boolean kill(Kill kill) throws InterruptedException {
    int share = kill.share();
    int attempts = kill.stopAfter() == null ? MOST_ATTEMPTS : 1;
    for (int attempt = 1; attempt <= attempts; attempt++) {
      if (made(kill, share)) {
        killed++;
        System.out.printf(
            "  %2d.%-2d %s%s%n",
            number,
            killed,
            kill.words(),
            share == kill.share() ? "" : " (moved to " + share + " %, it had ended before)");
        return kill.stopAfter() != null;
      }
      share = Math.max(1, share / 2);
    }
    fault(kill.words() + " was never reached");
    return false;
  }

  /** Whether the process lived until that point or moment, and was killed there. */
  private boolean made(Kill kill, int share) throws InterruptedException {
    try (var process =
        NewsroomProcess.start(home, kill.phase().arguments(subjects), kill.stopAfter())) {
      boolean reached;
      if (kill.stopAfter() != null) {
        reached = process.awaitStop(PATIENCE);
      } else {
        long whole = expected(kill.phase()).took().toMillis();
        reached = !process.awaitEnd(Duration.ofMillis(whole * share / 100));
      }
      if (!reached && kill.stopAfter() != null) {
        System.out.println("      it said:\n" + process.lastWords());
      }
      process.kill(home, reached && kill.withServer());
      return reached;
    }
  }

  private void recover(KillPhase phase, boolean serving, Duration allowed)
      throws InterruptedException, IOException, DatabaseUnavailableException {
    long start = System.nanoTime();
    NewsroomState state = serving ? served(phase) : rerun(phase);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    List<String> differences = state.differences(expected(phase).state());
    differences.forEach(this::fault);
    recoveries.add(took);
    if (took.compareTo(allowed) > 0) {
      fault("recovery took " + took.toMillis() + " ms, allowed " + allowed.toMillis());
    }
    System.out.printf(
        "      %s taken up by %s in %.1f s: %s%n",
        phase.words(),
        serving ? "serve" : "the same command",
        took.toMillis() / 1000.0,
        differences.isEmpty() ? "as undisturbed" : "NOT as undisturbed");
  }

  private NewsroomState rerun(KillPhase phase)
      throws InterruptedException, IOException, DatabaseUnavailableException {
    try (var process = NewsroomProcess.start(home, phase.arguments(subjects), null)) {
      if (!process.awaitEnd(PATIENCE)) {
        fault(phase.words() + " did not end; it said:\n" + process.lastWords());
        process.kill(home, false);
      } else if (process.exitCode() != expected(phase).exitCode()
          && !(phase == KillPhase.WITHDRAWAL && process.exitCode() == ExitCode.NOT_ALL_DONE)) {
        // A brief withdrawn twice is said to be withdrawn before.
        fault(
            phase.words()
                + " ended with "
                + process.exitCode()
                + "; it said:\n"
                + process.lastWords());
      }
    }
    return NewsroomState.of(home);
  }

  /**
   * A serving node takes up what it finds; it is looked at until all is in order. Then it is
   * stopped, or killed too, so that the next command meets what a dead node left.
   */
  private NewsroomState served(KillPhase phase)
      throws InterruptedException, IOException, DatabaseUnavailableException {
    try (var process = NewsroomProcess.start(home, List.of("serve", "--port", "0"), null)) {
      long patience = System.nanoTime() + PATIENCE.toNanos();
      Optional<NewsroomState> state = Optional.empty();
      while (process.isAlive() && System.nanoTime() < patience) {
        Thread.sleep(500);
        if (NewsroomProcess.postmaster(home).isPresent()) {
          state = look();
          if (state.map(s -> s.differences(expected(phase).state()).isEmpty()).orElse(false)) {
            break;
          }
        }
      }
      if (phase.ordinal() % 2 == 0) {
        process.kill(home, false);
      } else {
        process.interrupt();
      }
      return state.isPresent() ? state.get() : NewsroomState.of(home);
    }
  }

  /** The state while others work, where it can be read at this moment. */
  private Optional<NewsroomState> look() {
    try {
      return Optional.of(NewsroomState.of(home));
    } catch (IOException
        | DatabaseUnavailableException
        | java.io.UncheckedIOException
        | org.springframework.dao.DataAccessException e) {
      return Optional.empty();
    }
  }

  private Undisturbed.Phase expected(KillPhase phase) {
    return java.util.Objects.requireNonNull(expected.get(phase));
  }

  private void fault(String sentence) {
    faults.add("newsroom " + number + ": " + sentence);
    System.out.println("      FAULT " + sentence);
  }

  int killed() {
    return killed;
  }

  List<String> faults() {
    return faults;
  }

  List<Duration> recoveries() {
    return recoveries;
  }
}

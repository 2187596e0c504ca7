package colophon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the real process with SIGKILL at each step of a publication and a withdrawal, at each
 * boundary of a run's stages and at moments of chance, sometimes with the database server, and
 * compares what stands after the restart with a newsroom that was left in peace.
 *
 * <p>{@code .ci/evaluate colophon.cli.KillEvaluation [--kills 50] [--seed 1] [--keep]}, started in
 * the project's folder. Exit code 0 where every newsroom came to the expected end.
 */
final class KillEvaluation {

  private static final int DEFAULT_KILLS = 50;
  private static final int MOST_KILLS = 1_000;

  private KillEvaluation() {}

  /** Runs it; the class comment says with which arguments. */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    int kills = Math.clamp(number(given, "--kills", DEFAULT_KILLS), 1, MOST_KILLS);
    int seed = number(given, "--seed", 1);
    Path folder = Files.createTempDirectory("colophon-kills");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopServers(folder)));
    long start = System.nanoTime();
    Undisturbed undisturbed = Undisturbed.make(folder.resolve("undisturbed"));
    List<Map<KillPhase, List<Kill>>> plan =
        KillPlan.rounds(
            kills,
            new Random(seed),
            undisturbed.briefs(),
            undisturbed.approved(),
            undisturbed.withdrawn());
    var faults = new ArrayList<String>();
    var recoveries = new ArrayList<Duration>();
    int killed = 0;
    for (int number = 1; number <= plan.size(); number++) {
      System.out.println("Newsroom " + number + " of " + plan.size());
      Path home = folder.resolve("newsroom-" + number);
      var round =
          new KillRound(
              number, home, undisturbed.subjects(), undisturbed.phases(), number % 2 == 0);
      round.run(plan.get(number - 1));
      killed += round.killed();
      faults.addAll(round.faults());
      recoveries.addAll(round.recoveries());
      if (round.faults().isEmpty() && !given.contains("--keep")) {
        FileSystemUtils.deleteRecursively(home);
      }
    }
    recoveries.sort(Comparator.naturalOrder());
    System.out.printf(
        "%d kills in %d newsrooms, seed %d, %d s. Restarts until all was in order: median %.1f s,"
            + " longest %.1f s (bar: 30 s, and the run's own work where it was not done). Faults:"
            + " %d.%n",
        killed,
        plan.size(),
        seed,
        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
        recoveries.get(recoveries.size() / 2).toMillis() / 1000.0,
        recoveries.getLast().toMillis() / 1000.0,
        faults.size());
    faults.forEach(fault -> System.out.println("  " + fault));
    if (faults.isEmpty() && !given.contains("--keep")) {
      FileSystemUtils.deleteRecursively(folder);
    } else {
      System.out.println("The newsrooms are kept in " + folder);
    }
    System.exit(faults.isEmpty() && killed > 0 ? 0 : 1);
  }

  private static int number(List<String> arguments, String name, int otherwise) {
    int at = arguments.indexOf(name);
    return at < 0 || at + 1 == arguments.size()
        ? otherwise
        : Integer.parseInt(arguments.get(at + 1));
  }

  /** Ends the servers of newsrooms whose process was killed and never restarted. */
  private static void stopServers(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var homes = Files.list(folder)) {
      homes.forEach(home -> NewsroomProcess.postmaster(home).ifPresent(ProcessHandle::destroy));
    } catch (IOException e) {
      System.err.println("The folder " + folder + " could not be looked through: " + e);
    }
  }
}

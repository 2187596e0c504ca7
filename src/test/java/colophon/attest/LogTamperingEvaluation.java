package colophon.attest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Alters, deletes, reorders, truncates and forks at each of a thousand leaves, once the entries
 * alone and once everything that the database holds, and counts what a verifier with one old
 * checkpoint notices and names. Arguments: the number of leaves (1000), and of those to take only
 * every so manieth, from one of chance on (1: all).
 */
public final class LogTamperingEvaluation {

  private static final int LEAVES = 1000;
  private static final long SEED = 20260507;

  /** The leaves after the kept checkpoint. */
  private static final int MORE = 37;

  private LogTamperingEvaluation() {}

  public static void main(String[] arguments) throws Exception {
    int leaves = arguments.length == 0 ? LEAVES : Integer.parseInt(arguments[0]);
    int step = arguments.length < 2 ? 1 : Integer.parseInt(arguments[1]);
    var random = new Random(SEED);
    Path folder = Files.createTempDirectory("log-tampering");
    int missed = 0;
    try (var log = new TamperedLog(folder, leaves, MORE)) {
      System.out.printf(
          Locale.ROOT,
          "%d leaves under the kept checkpoint, %d after it%n%-10s %-12s %9s %9s %9s%n",
          leaves,
          MORE,
          "what",
          "how far",
          "done",
          "noticed",
          "named");
      for (var kind : LogTampering.Kind.values()) {
        for (var depth : LogTampering.Depth.values()) {
          int done = 0;
          int noticed = 0;
          int named = 0;
          for (int index = random.nextInt(step); index < leaves; index += step) {
            done++;
            var verdict = log.tampering.at(index, kind, depth);
            noticed += verdict.noticed() ? 1 : 0;
            named += verdict.named() ? 1 : 0;
            if (!verdict.named()) {
              System.out.println(kind + " " + depth + " at " + index + ": " + verdict.sentence());
            }
          }
          missed += done - named;
          System.out.printf(
              Locale.ROOT,
              "%-10s %-12s %9d %9d %9d%n",
              kind.name().toLowerCase(Locale.ROOT),
              depth.name().toLowerCase(Locale.ROOT),
              done,
              noticed,
              named);
        }
      }
    }
    System.out.println(missed == 0 ? "All noticed and named." : missed + " not named.");
    System.exit(missed == 0 ? 0 : 1);
  }
}

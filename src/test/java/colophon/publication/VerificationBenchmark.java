package colophon.publication;

import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long verification takes: of a site with as many briefs as named (1,000), and of one page in a
 * process that has verified before. The site is made by a real publisher and left in the folder
 * named second, where one is, so that the command can be timed on it too.
 */
public final class VerificationBenchmark {

  private static final int WARM_UP = 200;
  private static final int ROUNDS = 500;

  private VerificationBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int briefs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    Path folder =
        arguments.length > 1
            ? Files.createDirectories(Path.of(arguments[1]))
            : Files.createTempDirectory("verification");
    try (var desk = new PublicationDesk(folder, Instant.now().minus(Duration.ofDays(1)))) {
      Instant begun = Instant.now();
      Publisher publisher = desk.publisher();
      for (int i = 0; i < briefs; i++) {
        var order =
            PublicationDesk.order(
                String.format(Locale.ROOT, "b-%016x", i), "d-" + i, "Harbour " + i + ": Open");
        if (!(publisher.publish(order) instanceof Publication.Released)) {
          throw new IllegalStateException("brief " + i + " was not released");
        }
      }
      say("published %d briefs in %.1f s", briefs, seconds(begun));
      Instant now = Instant.now();
      for (int round = 1; round <= 3; round++) {
        Instant start = Instant.now();
        check(Verifier.verify(desk.site, desk.keys(), now));
        say("site of %d briefs, round %d: %.2f s", briefs, round, seconds(start));
      }
      Path page = desk.site.resolve("briefs/harbour-0-open/v1/index.html");
      var times = new double[ROUNDS];
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        long start = System.nanoTime();
        check(Verifier.verify(page, desk.keys(), now));
        if (i >= 0) {
          times[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      Arrays.sort(times);
      say(
          "one page in process: median %.2f ms, 95 %% under %.2f ms (%d rounds)",
          times[ROUNDS / 2], times[ROUNDS * 95 / 100], ROUNDS);
      say("left in %s", folder);
    }
  }

  private static void check(Report report) {
    if (report.outcome() != Outcome.TRUSTED) {
      throw new IllegalStateException(report.text());
    }
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  private static void say(String pattern, Object... values) {
    System.out.println(String.format(Locale.ROOT, pattern, values));
  }
}

package colophon.pipeline;

import colophon.llm.MiniLmEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how reading, grouping and storing grow with the number of articles. News is generated
 * from the samples first; each size is then measured in a process of its own, with the options that
 * the launcher gives, after a warm-up over other news, so that neither making the news nor starting
 * counts.
 */
public final class LoadEvaluation {

  private static final long SEED = 20_260_113;
  private static final int WARM_UP = 120;
  private static final String RESULT = "seconds: ";

  private LoadEvaluation() {}

  /** Takes numbers of articles (2000 and 10000 where none is given), --seed N and --heap SIZE. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 4 && arguments[0].equals("--measure")) {
      measure(Integer.parseInt(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
      return;
    }
    List<Integer> sizes = new ArrayList<>();
    long seed = SEED;
    String heap = "1g";
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--seed" -> seed = Long.parseLong(arguments[++i]);
        case "--heap" -> heap = arguments[++i];
        default -> sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    compare(sizes.isEmpty() ? List.of(2_000, 10_000) : sizes, seed, heap);
  }

  private static void compare(List<Integer> sizes, long seed, String heap)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("colophon-load");
    try {
      Path warm = folder.resolve("warm-up");
      NewsFolder.write(warm, WARM_UP, seed + 1);
      List<Double> seconds = new ArrayList<>();
      for (int size : sizes) {
        Path news = folder.resolve("news-" + size);
        NewsFolder written = NewsFolder.write(news, size, seed);
        System.out.printf(
            Locale.ROOT,
            "%n%d articles, %.1f MiB, %d feeds, seed %d, -Xmx%s%n",
            size,
            written.bytes() / 1024.0 / 1024,
            written.sources().size(),
            seed,
            heap);
        seconds.add(inProcess(size, heap, warm, news));
      }
      for (int i = 1; i < sizes.size(); i++) {
        System.out.printf(
            Locale.ROOT,
            "%n%d articles cost %.2f times as much as %d%n",
            sizes.get(i),
            seconds.get(i) / seconds.getFirst(),
            sizes.getFirst());
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static double inProcess(int size, String heap, Path warm, Path news)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8"));
    String options = System.getenv().getOrDefault("COLOPHON_EVALUATION_OPTIONS", "").strip();
    command.addAll(options.isEmpty() ? List.of() : List.of(options.split("\\s+")));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LoadEvaluation.class.getName(),
            "--measure",
            String.valueOf(size),
            warm.toString(),
            news.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    double seconds = Double.NaN;
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(RESULT)) {
          seconds = Double.parseDouble(line.substring(RESULT.length()));
        } else {
          System.out.println(line);
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The measurement of " + size + " articles broke off.");
    }
    return seconds;
  }

  private static void measure(int size, Path warm, Path news) throws IOException {
    MiniLmEmbedder model = new MiniLmEmbedder();
    try (LoadRun run = new LoadRun(NewsFolder.at(warm), model)) {
      run.measure(WARM_UP, true);
    }
    try (LoadRun run = new LoadRun(NewsFolder.at(news), model)) {
      System.out.println(RESULT + run.measure(size, false));
    }
  }
}

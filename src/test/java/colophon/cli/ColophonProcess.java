package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One command in a process of its own, which a test may stop as a person would. */
final class ColophonProcess implements AutoCloseable {

  /** How long a test waits for anything; on a quiet machine all of it takes a few seconds. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;

  private ColophonProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static ColophonProcess start(Path folder, Map<String, String> environment, String... arguments) {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Its log goes where the program's own goes, not where that of the tests does.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                classes,
                "colophon.cli.Colophon"));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new ColophonProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has printed that. */
  ColophonProcess prints(String words) {
    until(() -> output().contains(words) || !process.isAlive());
    assertThat(output()).contains(words);
    return this;
  }

  /** Its exit code, once it has ended. */
  int ends() {
    until(() -> !process.isAlive());
    assertThat(process.isAlive()).as("still running; it printed: " + output()).isFalse();
    return process.exitValue();
  }

  /** Ctrl-C; where whoever started the tests ignores it, the signal that asks to end. */
  void interrupt() {
    signal(interruptsAreIgnored() ? "TERM" : "INT");
  }

  void kill() {
    process.destroyForcibly();
    ends();
  }

  static boolean interruptsAreIgnored() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    } catch (IOException e) {
      return false;
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void until(BooleanSupplier condition) {
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < last) {
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}

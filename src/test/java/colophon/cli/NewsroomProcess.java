package colophon.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command of Colophon as a process of its own, on the Java and the classes that this evaluation
 * runs on: what was compiled is what is killed, packaged or not.
 */
final class NewsroomProcess implements AutoCloseable {

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread reader;

  private NewsroomProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  /**
   * Starts a command.
   *
   * @param stopAfter where it is to stand still; null for nowhere
   */
  static NewsroomProcess start(Path home, List<String> arguments, @Nullable String stopAfter) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-cp",
            absolute(System.getProperty("java.class.path")),
            Colophon.class.getName()));
    command.addAll(arguments);
    command.addAll(List.of("--home", home.toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("COLOPHON_"));
    if (stopAfter != null) {
      builder.environment().put(StepsOnRequest.VARIABLE, stopAfter);
    }
    try {
      return new NewsroomProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it came to stand still before the time was up. */
  boolean awaitStop(Duration most) throws InterruptedException {
    return stopped.await(most.toMillis(), TimeUnit.MILLISECONDS) && process.isAlive();
  }

  /** Whether it ended by itself before the time was up. */
  boolean awaitEnd(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    reader.join(Duration.ofSeconds(5));
    return true;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() {
    return process.exitValue();
  }

  /** Kills it with SIGKILL, and the postmaster of its newsroom too where that is asked. */
  void kill(Path home, boolean withServer) throws InterruptedException {
    if (withServer) {
      postmaster(home).ifPresent(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
    process.waitFor();
  }

  /** Asks it to stop, as an operator does with Ctrl-C. */
  void interrupt() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** The postmaster of a newsroom's embedded server, where it lives. */
  static java.util.Optional<ProcessHandle> postmaster(Path home) {
    Path file = home.resolve("postgres/data/postmaster.pid");
    try {
      List<String> facts = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return facts.isEmpty()
          ? java.util.Optional.empty()
          : ProcessHandle.of(Long.parseLong(facts.getFirst().strip()))
              .filter(process -> process.isAlive() && isPostgres(process));
    } catch (IOException | NumberFormatException e) {
      return java.util.Optional.empty();
    }
  }

  /** A number in a file that a dead server left may belong to anybody by now. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(path -> path.endsWith("/postgres")).orElse(false);
  }

  /** The last lines it printed. */
  synchronized String lastWords() {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void read() {
    try (var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (this) {
          lines.add(line);
        }
        if (line.startsWith("STOPPED")) {
          stopped.countDown();
        }
      }
    } catch (IOException e) {
      // The process was killed; what it said until then is kept.
    } finally {
      stopped.countDown();
    }
  }

  private static String absolute(String classPath) {
    var places = new ArrayList<String>();
    for (String place : classPath.split(File.pathSeparator)) {
      places.add(Path.of(place).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, places);
  }
}

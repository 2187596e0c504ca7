package colophon.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The most memory that this process, its children and the database have held, in KiB, from what
 * Linux says of them. Children come and go, so that they are looked at again and again.
 */
final class Peaks implements AutoCloseable {

  private static final long PAUSE_MILLIS = 400;

  private final Thread watching;
  private final long postmaster;
  private final SortedMap<Long, Long> children = new TreeMap<>();
  private long database;

  /**
   * @param backend the process id of any of the database's servers
   */
  Peaks(long backend) {
    postmaster = parentOf(backend);
    watching = Thread.ofPlatform().daemon().name("peaks").start(this::watch);
  }

  /** The peak resident set of this process since it began. */
  static long own() {
    return field(Path.of("/proc/self/status"), "VmHWM:");
  }

  /** What stands in this process's heap at its fullest since the last call, garbage included. */
  static long heap() {
    long used = 0;
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        used += pool.getPeakUsage().getUsed();
        pool.resetPeakUsage();
      }
    }
    return used >> 10;
  }

  /** The peak resident set of the largest child: the reader of documents. */
  synchronized long largestChild() {
    return children.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The peak of the proportional set sizes of all the database's processes together. */
  synchronized long database() {
    return database;
  }

  @Override
  public void close() {
    watching.interrupt();
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      look();
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void look() {
    ProcessHandle.current()
        .descendants()
        .forEach(child ->
            children.merge(
                child.pid(),
                field(Path.of("/proc/" + child.pid() + "/status"), "VmHWM:"),
                Math::max));
    long held = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.toList()) {
        String name = process.getFileName().toString();
        if (name.matches("\\d+")
            && (Long.parseLong(name) == postmaster
                || parentOf(Long.parseLong(name)) == postmaster)) {
          held += field(process.resolve("smaps_rollup"), "Pss:");
        }
      }
    } catch (IOException e) {
      return; // no Linux: nothing is known of the database
    }
    database = Math.max(database, held);
  }

  private static long parentOf(long process) {
    return field(Path.of("/proc/" + process + "/status"), "PPid:");
  }

  /** A number of a process's file; 0 where the process has ended. */
  private static long field(Path file, String name) {
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.substring(name.length()).replace("kB", "").strip());
        }
      }
      return 0;
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}

package colophon.verify;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work at once whose results are taken in the order in which one alone would have come to them, so
 * that nobody can tell how many worked on it.
 */
final class SideBySide {

  /** The most that are worked on at once: each may hold the largest folder in memory. */
  static final int MOST_AT_ONCE = 4;

  /** How many more results than workers may wait to be taken. */
  private static final int AHEAD = 4;

  private SideBySide() {}

  /**
   * Works on every item and hands the results on, in order and in the caller's thread.
   *
   * @param work must not change anything that two of them share
   */
  static <T, R> void forEach(List<T> items, Function<T, R> work, Consumer<R> taker) {
    int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_ONCE);
    var waiting = new ArrayDeque<Future<R>>();
    try (var pool = Executors.newFixedThreadPool(workers)) {
      try {
        for (T item : items) {
          if (waiting.size() == workers * AHEAD) {
            taker.accept(result(waiting.remove()));
          }
          waiting.add(pool.submit(() -> work.apply(item)));
        }
        while (!waiting.isEmpty()) {
          taker.accept(result(waiting.remove()));
        }
      } finally {
        // After a failure nobody takes what is left.
        pool.shutdownNow();
      }
    }
  }

  /**
   * Begins work beside the caller's. Where nobody has begun it when the result is asked for, the
   * caller does it then, so that it never waits for a turn.
   *
   * @param work must not change anything that the caller's shares
   * @return waits for the result
   */
  static <R> Supplier<R> begin(Supplier<R> work) {
    var task = new FutureTask<>(work::get);
    ForkJoinPool.commonPool().execute(task);
    return () -> {
      task.run();
      return result(task);
    };
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException("the work failed", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while verifying", e);
    }
  }
}

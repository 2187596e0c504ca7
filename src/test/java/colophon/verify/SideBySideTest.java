package colophon.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void resultsAreTakenInTheOrderOfTheThings() {
    var taken = new ArrayList<Integer>();
    SideBySide.forEach(
        ITEMS,
        item -> {
          if (item % 7 == 0) {
            Thread.yield();
          }
          return item * 2;
        },
        taken::add);
    assertThat(taken).isEqualTo(ITEMS.stream().map(item -> item * 2).toList());
  }

  @Test
  void nobodyRunsFarAheadOfWhoTakesTheResults() {
    var begun = new AtomicInteger();
    var most = new AtomicInteger();
    var taken = new AtomicInteger();
    SideBySide.forEach(
        ITEMS,
        item -> begun.incrementAndGet(),
        item -> most.accumulateAndGet(begun.get() - taken.getAndIncrement(), Math::max));
    assertThat(taken).hasValue(ITEMS.size());
    assertThat(most.get()).isLessThanOrEqualTo(SideBySide.MOST_AT_ONCE * 5);
  }

  @Test
  void workThatNobodyHasBegunIsDoneByWhoAsksForItsResult() {
    var hold = new CountDownLatch(1);
    List<Supplier<Integer>> blocked =
        IntStream.range(0, 2 * ForkJoinPool.getCommonPoolParallelism() + 2)
            .mapToObj(number ->
                SideBySide.begin(() -> {
                  awaited(hold);
                  return number;
                }))
            .toList();
    assertThat(SideBySide.begin(() -> Thread.currentThread()).get())
        .isSameAs(Thread.currentThread());
    hold.countDown();
    assertThat(blocked.stream().map(Supplier::get))
        .containsExactlyElementsOf(IntStream.range(0, blocked.size()).boxed().toList());
  }

  @Test
  void aFailureOfBegunWorkIsTheCallers() {
    var failure = new IllegalArgumentException("no");
    assertThatThrownBy(
            SideBySide.begin(() -> {
              throw failure;
            })
                ::get)
        .isSameAs(failure);
  }

  @Test
  void aFailureIsTheCallersAndEndsTheWork() {
    var hold = new CountDownLatch(1);
    var failure = new IllegalArgumentException("item 3");
    assertThatThrownBy(() ->
            SideBySide.forEach(
                ITEMS,
                item -> {
                  if (item == 3) {
                    throw failure;
                  }
                  if (item > 3) {
                    awaited(hold);
                  }
                  return item;
                },
                item -> {}))
        .isSameAs(failure);
  }

  /** Waits until it is let go, or told to end. */
  private static void awaited(CountDownLatch hold) {
    try {
      hold.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockworkTest {

  @Test
  void twoNodesShareTheBeatsAndNeverDoOneAtTheSameTime() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var beats = new CountDownLatch(6);
      var running = new AtomicInteger();
      var together = new AtomicInteger();
      Beat beat =
          () -> {
            together.accumulateAndGet(running.incrementAndGet(), Math::max);
            beats.countDown();
            running.decrementAndGet();
          };
      Map<String, Beat> work = Map.of("slots", beat);
      Map<String, Duration> every = Map.of("slots", Duration.ofMillis(200));
      try (var one = Clockwork.start(database.source(), work, every);
          var two = Clockwork.start(database.source(), work, every)) {
        assertThat(one.ticks()).isTrue();
        assertThat(two.ticks()).isTrue();
        assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(together.get()).isEqualTo(1);
    }
  }
}

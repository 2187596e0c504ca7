package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HostTurnsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
  private final List<Duration> pauses = new ArrayList<>();
  private final HostTurns turns =
      new HostTurns(Fixtures.BRISK, now::get, new Random(7), this::pause);

  @Test
  void pausesAsLongAsTheHostAsksWithACap() throws InterruptedException {
    visit("a.example", Duration.ofSeconds(4));
    visit("a.example", Duration.ofSeconds(4));
    now.updateAndGet(instant -> instant.plusSeconds(3));
    visit("a.example", Duration.ofSeconds(4));
    visit("a.example", Duration.ofDays(1));
    visit("b.example", Duration.ofDays(1));

    assertThat(pauses)
        .containsExactly(
            Duration.ofSeconds(4), Duration.ofSeconds(1), Fixtures.BRISK.mostCrawlDelay());
  }

  @Test
  void restsLongerWithEachFailureAndForgetsAfterOneAnswer() throws InterruptedException {
    assertThat(failures(2)).isNull();
    Instant first = failures(1);
    assertThat(first).isBetween(now.get().plusSeconds(15), now.get().plusSeconds(30));

    now.set(first);
    Instant second = failures(1);
    assertThat(second).isBetween(now.get().plusSeconds(30), now.get().plusSeconds(60));

    now.set(second);
    visit("a.example", Duration.ZERO);
    assertThat(failures(2)).isNull();
  }

  @Test
  void neverRestsLongerThanTheLimit() throws InterruptedException {
    Instant until = failures(3);
    for (int i = 0; i < 40 && until != null; i++) {
      now.set(until);
      until = failures(1);
    }
    assertThat(until).isNotNull().isBeforeOrEqualTo(now.get().plus(Fixtures.BRISK.mostBackOff()));
  }

  @Test
  void servesInTheOrderOfAskingAndTurnsTheCrowdAway() throws InterruptedException {
    var order = new ArrayList<Integer>();
    var waiting = new ArrayList<Thread>();
    try (Turn.Granted held = granted("a.example")) {
      for (int i = 0; i < HostTurns.MOST_WAITING; i++) {
        int number = i;
        Thread thread =
            Thread.ofPlatform()
                .start(() -> {
                  try (Turn.Granted turn = granted("a.example")) {
                    order.add(number);
                    turn.answered();
                  }
                });
        waiting.add(thread);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
      }
      assertThat(turns.take("a.example", Duration.ZERO))
          .isInstanceOfSatisfying(
              Turn.Denied.class,
              denied -> assertThat(denied.reason()).contains("more than 64 requests wait"));
      held.answered();
    }
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(order).isSorted().hasSize(HostTurns.MOST_WAITING);
  }

  private Turn.Granted granted(String host) {
    try {
      return (Turn.Granted) turns.take(host, Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void visit(String host, Duration delay) throws InterruptedException {
    try (Turn.Granted turn = (Turn.Granted) turns.take(host, delay)) {
      turn.answered();
    }
  }

  /** Lets so many requests fail; the rest that follows, or null. */
  private Instant failures(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      try (Turn.Granted turn = granted("a.example")) {
        turn.failed();
      }
    }
    return switch (turns.take("a.example", Duration.ZERO)) {
      case Turn.Denied denied -> denied.until();
      case Turn.Granted turn -> {
        turn.close();
        yield null;
      }
    };
  }

  private void pause(Duration duration) {
    pauses.add(duration);
    now.updateAndGet(instant -> instant.plus(duration));
  }
}

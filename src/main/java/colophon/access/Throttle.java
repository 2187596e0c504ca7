package colophon.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Slows guessing down: so many failures in a while, then nobody is let try for a while. */
final class Throttle {

  /** How many failures are let pass in {@link #WHILE}. */
  static final int MOST_FAILURES = 5;

  static final Duration WHILE = Duration.ofMinutes(15);

  /** How many logins and addresses are watched; beyond that the longest quiet one is forgotten. */
  static final int MOST_WATCHED = 10_000;

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_WATCHED;
        }
      };

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /** How long that login or address has to wait; empty where it may try. */
  synchronized Optional<Duration> wait(String who) {
    Deque<Instant> recent = failures.getOrDefault(who, new ArrayDeque<>());
    Instant now = clock.instant();
    recent.removeIf(at -> at.plus(WHILE).isBefore(now));
    return recent.size() < MOST_FAILURES
        ? Optional.empty()
        : Optional.of(Duration.between(now, recent.getFirst().plus(WHILE)));
  }

  synchronized void failed(String who) {
    Deque<Instant> recent = failures.computeIfAbsent(who, any -> new ArrayDeque<>());
    recent.addLast(clock.instant());
    if (recent.size() > MOST_FAILURES) {
      recent.removeFirst();
    }
  }

  synchronized void succeeded(String who) {
    failures.remove(who);
  }
}

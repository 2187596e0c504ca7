package colophon.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Slows people down: so many tries that count in a while, then nobody is let try for a while. */
public final class Throttle {

  /** How many failures are let pass in {@link #WHILE}. */
  static final int MOST_FAILURES = 5;

  static final Duration WHILE = Duration.ofMinutes(15);

  /** How many logins and addresses are watched; beyond that the longest quiet one is forgotten. */
  static final int MOST_WATCHED = 10_000;

  private final InstantSource clock;
  private final int most;
  private final Duration span;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_WATCHED;
        }
      };

  Throttle(InstantSource clock) {
    this(clock, MOST_FAILURES, WHILE);
  }

  /**
   * One of its own.
   *
   * @param most how many are let pass in that span
   */
  public Throttle(InstantSource clock, int most, Duration span) {
    this.clock = clock;
    this.most = most;
    this.span = span;
  }

  /** How long that login or address has to wait; empty where it may try. */
  public synchronized Optional<Duration> wait(String who) {
    Deque<Instant> recent = failures.getOrDefault(who, new ArrayDeque<>());
    Instant now = clock.instant();
    recent.removeIf(at -> at.plus(span).isBefore(now));
    return recent.size() < most
        ? Optional.empty()
        : Optional.of(Duration.between(now, recent.getFirst().plus(span)));
  }

  /** Counts one. */
  public synchronized void failed(String who) {
    Deque<Instant> recent = failures.computeIfAbsent(who, any -> new ArrayDeque<>());
    recent.addLast(clock.instant());
    if (recent.size() > most) {
      recent.removeFirst();
    }
  }

  synchronized void succeeded(String who) {
    failures.remove(who);
  }
}

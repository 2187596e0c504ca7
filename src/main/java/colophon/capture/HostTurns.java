package colophon.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * One request a host at a time, in the order of asking, with a pause between two; a host that fails
 * again and again is left alone for a while. What is known of a host lives in memory: after a
 * restart it is learned anew, while the poll history keeps a failing source's own rest.
 */
final class HostTurns {

  /** The most requests that wait for one host. */
  static final int MOST_WAITING = 64;

  /** The most hosts remembered; beyond, hosts at rest with nothing to remember are forgotten. */
  static final int MOST_HOSTS = 4_096;

  private final Manners manners;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Pause pause;
  private final BackOff backOff;
  private final Map<String, Host> hosts = new HashMap<>();

  HostTurns(Manners manners, InstantSource clock, RandomGenerator random, Pause pause) {
    this.manners = manners;
    this.clock = clock;
    this.random = random;
    this.pause = pause;
    this.backOff = new BackOff(manners.firstBackOff(), manners.mostBackOff());
  }

  /**
   * Waits until the host is free.
   *
   * @param delay the pause that the host's robots.txt asks for; capped
   */
  Turn take(String hostName, Duration delay) throws InterruptedException {
    Host host = enter(hostName.toLowerCase(Locale.ROOT));
    if (host == null) {
      return new Turn.Denied(
          "more than " + MOST_WAITING + " requests wait for " + hostName,
          clock.instant().plus(manners.mostTurnWait()),
          false);
    }
    if (!host.free.tryAcquire(manners.mostTurnWait().toMillis(), TimeUnit.MILLISECONDS)) {
      leave(host);
      return new Turn.Denied(
          hostName + " was busy with other requests for " + inWords(manners.mostTurnWait()),
          clock.instant().plus(manners.mostTurnWait()),
          false);
    }
    Instant now = clock.instant();
    if (host.restUntil.isAfter(now)) {
      Turn.Denied denied = new Turn.Denied(host.whyResting, host.restUntil, host.askedToRest);
      host.free.release();
      leave(host);
      return denied;
    }
    return granted(host, now, delay);
  }

  private Turn granted(Host host, Instant now, Duration delay) throws InterruptedException {
    Duration gap = longer(manners.betweenRequests(), shorter(delay, manners.mostCrawlDelay()));
    Duration left = Duration.between(now, host.lastRequest.plus(gap));
    try {
      if (left.isPositive()) {
        pause.last(shorter(left, gap));
      }
    } catch (InterruptedException e) {
      host.free.release();
      leave(host);
      throw e;
    }
    return new Held(host);
  }

  private synchronized @org.jspecify.annotations.Nullable Host enter(String name) {
    if (hosts.size() >= MOST_HOSTS && !hosts.containsKey(name)) {
      Instant now = clock.instant();
      hosts.values().removeIf(host -> host.users == 0 && !host.restUntil.isAfter(now));
    }
    Host host = hosts.computeIfAbsent(name, Host::new);
    if (host.users > MOST_WAITING) {
      return null;
    }
    host.users++;
    return host;
  }

  private synchronized void leave(Host host) {
    host.users--;
  }

  /** The next rest after one more failure, or none while there are too few of them. */
  private void countFailure(Host host) {
    host.failures++;
    if (host.failures >= manners.failuresUntilRest()) {
      int beyond = host.failures - manners.failuresUntilRest() + 1;
      host.restUntil = clock.instant().plus(backOff.after(beyond, random));
      host.askedToRest = false;
      host.whyResting =
          host.name + " failed " + host.failures + " times in a row and is left alone for a while";
    }
  }

  static String inWords(Duration duration) {
    if (duration.toMinutes() >= 2) {
      return duration.toMinutes() + " minutes";
    }
    return duration.toSeconds() >= 1 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** What is known of a host; its fields but {@code users} belong to whoever holds {@code free}. */
  private static final class Host {
    private final String name;
    private final Semaphore free = new Semaphore(1, true);
    private int users;
    private int failures;
    private Instant lastRequest = Instant.MIN.plus(Duration.ofDays(366));
    private Instant restUntil = Instant.MIN;
    private String whyResting = "";
    private boolean askedToRest;

    private Host(String name) {
      this.name = name;
    }
  }

  private final class Held implements Turn.Granted {
    private final Host host;

    private Held(Host host) {
      this.host = host;
    }

    @Override
    public void answered() {
      host.failures = 0;
    }

    @Override
    public void failed() {
      countFailure(host);
    }

    @Override
    public void rest(Instant until) {
      host.restUntil = until;
      host.whyResting = host.name + " asked to be left alone";
      host.askedToRest = true;
    }

    @Override
    public void close() {
      host.lastRequest = clock.instant();
      host.free.release();
      leave(host);
    }
  }
}

package colophon.capture;

import java.time.Duration;

/**
 * How we behave towards a host.
 *
 * @param betweenRequests the least pause between two requests
 * @param mostCrawlDelay the longest pause that a robots.txt can ask of us
 * @param mostTurnWait how long a request waits for the host to be free
 * @param mostRetryAfter the longest rest that a Retry-After can ask of us
 * @param firstBackOff the rest after a first failure; doubled with each further one, with jitter
 * @param mostBackOff the longest rest
 * @param failuresUntilRest failures in a row before the host is left alone
 * @param robotsKept how long a robots.txt is believed
 * @param robotsRetry how long we stay away from a host whose robots.txt cannot be read
 */
public record Manners(
    Duration betweenRequests,
    Duration mostCrawlDelay,
    Duration mostTurnWait,
    Duration mostRetryAfter,
    Duration firstBackOff,
    Duration mostBackOff,
    int failuresUntilRest,
    Duration robotsKept,
    Duration robotsRetry) {

  /** What the newsroom uses. */
  public static Manners standard() {
    return new Manners(
        Duration.ofMillis(250),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofHours(24),
        Duration.ofSeconds(30),
        Duration.ofHours(6),
        3,
        Duration.ofHours(24),
        Duration.ofMinutes(30));
  }
}

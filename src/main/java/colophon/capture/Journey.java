package colophon.capture;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows an address through its redirects. Each hop is checked like the first: scheme, port, user
 * information, the host's turn, robots.txt and, in the connection itself, the address filter.
 */
final class Journey {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> UNWELL = Set.of(429, 500, 502, 503, 504);

  /** An address with its redirects and robots.txt takes at most so many times one deadline. */
  private static final int MOST_DEADLINES = 3;

  private final Wire wire;
  private final HostTurns turns;
  private final Robots robots;
  private final FetchLimits limits;
  private final Manners manners;
  private final InstantSource clock;

  Journey(
      Wire wire,
      HostTurns turns,
      Robots robots,
      FetchLimits limits,
      Manners manners,
      InstantSource clock) {
    this.wire = wire;
    this.turns = turns;
    this.robots = robots;
    this.limits = limits;
    this.manners = manners;
    this.clock = clock;
  }

  /** Reads a page as its hosts' robots.txt allow. */
  Landing toPage(URI start, AllowList allow, Map<String, String> headers)
      throws InterruptedException {
    return travel(
        start,
        allow,
        headers,
        new Wire.Cap(limits.mostWireBytes(), false),
        address -> permission(address, allow));
  }

  private Permission permission(URI address, AllowList allow) throws InterruptedException {
    return robots.of(
        address,
        allow,
        place ->
            travel(
                place,
                allow,
                Map.of("accept", "text/plain, */*;q=0.5"),
                new Wire.Cap(limits.mostRobotsBytes(), true),
                ignored -> new Permission.Given(Duration.ZERO)));
  }

  /** Says whether a hop may be read. */
  @FunctionalInterface
  private interface Gate {
    Permission of(URI address) throws InterruptedException;
  }

  private Landing travel(
      URI start, AllowList allow, Map<String, String> headers, Wire.Cap cap, Gate gate)
      throws InterruptedException {
    var visited = new HashSet<URI>();
    Instant latest = clock.instant().plus(limits.deadline().multipliedBy(MOST_DEADLINES));
    URI at = start;
    for (int hops = 0; hops <= limits.mostRedirects(); hops++) {
      if (!visited.add(at)) {
        return new Landing.Lost("its redirects go round in a circle at " + at);
      }
      if (clock.instant().isAfter(latest)) {
        return new Landing.Lost(
            "its redirects had led to no page after "
                + limits.deadline().multipliedBy(MOST_DEADLINES).toSeconds()
                + " s");
      }
      Optional<String> objection = objection(at, allow);
      if (objection.isPresent()) {
        return new Landing.Forbidden(objection.get());
      }
      Landing landing = hop(at, allow, headers, cap, gate);
      if (!(landing instanceof Landing.Arrived arrived) || !isRedirect(arrived.answer())) {
        return landing;
      }
      Optional<URI> next = WebAddress.resolve(at, arrived.answer().header("location").orElse(""));
      if (next.isEmpty()) {
        return new Landing.Lost(at + " redirects to no address that can be read");
      }
      at = next.get();
    }
    return new Landing.Lost("it redirects more than " + limits.mostRedirects() + " times");
  }

  private static boolean isRedirect(Exchange.Answer answer) {
    return REDIRECTS.contains(answer.status()) && answer.header("location").isPresent();
  }

  /** Why an address may not be opened whatever its host says. */
  private static Optional<String> objection(URI address, AllowList allow) {
    if (WebAddress.isFile(address)) {
      return Optional.of("it leads to " + address + ", and the web may not lead to a file");
    }
    if (address.getRawUserInfo() != null) {
      return Optional.of("its address carries a user name, which is never sent");
    }
    if (!allow.allowsPort(address)) {
      return Optional.of(
          "it leads to port "
              + WebAddress.port(address)
              + " of "
              + address.getHost()
              + "; only 80 and 443 are open, unless the source allows "
              + address.getHost()
              + ":"
              + WebAddress.port(address));
    }
    return Optional.empty();
  }

  private Landing hop(URI at, AllowList allow, Map<String, String> headers, Wire.Cap cap, Gate gate)
      throws InterruptedException {
    return switch (gate.of(at)) {
      case Permission.Withheld ignored ->
          new Landing.Forbidden("the robots.txt of " + at.getHost() + " forbids it");
      case Permission.Barred barred -> new Landing.Forbidden(barred.reason());
      case Permission.Unknown unknown ->
          new Landing.Denied(
              "the robots.txt of " + at.getHost() + " cannot be read, " + unknown.reason(),
              unknown.until(),
              false);
      case Permission.Given given ->
          switch (turns.take(at.getHost(), given.crawlDelay())) {
            case Turn.Denied denied ->
                new Landing.Denied(denied.reason(), denied.until(), denied.askedByHost());
            case Turn.Granted turn -> asked(at, allow, headers, cap, turn);
          };
    };
  }

  private Landing asked(
      URI at, AllowList allow, Map<String, String> headers, Wire.Cap cap, Turn.Granted granted) {
    try (Turn.Granted turn = granted) {
      return switch (wire.get(at, allow, headers, cap)) {
        case Exchange.Forbidden forbidden -> new Landing.Forbidden(forbidden.reason());
        case Exchange.Broken broken -> {
          turn.failed();
          yield new Landing.Broken(broken.reason());
        }
        case Exchange.Answer answer -> {
          note(answer, turn);
          yield new Landing.Arrived(at, answer);
        }
      };
    }
  }

  private void note(Exchange.Answer answer, Turn.Granted turn) {
    if (!UNWELL.contains(answer.status())) {
      turn.answered();
      return;
    }
    turn.failed();
    rest(answer).ifPresent(turn::rest);
  }

  /** When the host wants to be asked again, as far as it says so. */
  Optional<Instant> rest(Exchange.Answer answer) {
    return answer
        .header("retry-after")
        .flatMap(value -> RetryAfter.read(value, clock.instant(), manners.mostRetryAfter()));
  }
}

package colophon.capture;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Sources, limits and fetchers for tests: quick, without pauses, on a clock that stands still. */
final class Fixtures {

  static final Instant NOW = Instant.parse("2026-01-14T09:00:00Z");

  /** Small limits with time enough for a busy machine. */
  static final FetchLimits SMALL =
      new FetchLimits(Duration.ofSeconds(8), Duration.ofSeconds(5), 100_000, 200_000, 10_000, 5);

  /** For hosts that would never finish. */
  static final FetchLimits HASTY =
      new FetchLimits(Duration.ofMillis(300), Duration.ofMillis(200), 100_000, 200_000, 10_000, 5);

  static final Manners BRISK =
      new Manners(
          Duration.ZERO,
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofHours(1),
          Duration.ofSeconds(30),
          Duration.ofHours(6),
          3,
          Duration.ofHours(24),
          Duration.ofMinutes(30));
  static final UserAgent AGENT = new UserAgent("0.1.0", "https://newsroom.example/robots");

  private Fixtures() {}

  static Source source(SourceKind kind, URI location, String... allow) {
    return new Source(
        "harbour",
        "Harbour Post",
        kind,
        location,
        null,
        5,
        false,
        List.of(allow),
        Duration.ofMinutes(15));
  }

  static Fetcher fetcher(Path base) {
    return fetcher(base, SMALL, InetAddress::getAllByName);
  }

  static Fetcher fetcher(Path base, FetchLimits limits, NameServer names) {
    return new Fetcher(AGENT, limits, BRISK, base, () -> NOW, new Random(1), names, duration -> {});
  }
}

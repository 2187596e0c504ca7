package colophon.capture;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What hosts ask of robots (RFC 9309). A missing robots.txt allows everything; one that a server
 * cannot give, or that cannot be reached, forbids everything for a while.
 */
final class Robots {

  /** The most hosts whose rules are remembered. */
  static final int MOST_HOSTS = 4_096;

  private static final int MOST_WARNINGS = 0;

  private final Manners manners;
  private final InstantSource clock;
  private final Map<Key, Rules> known = new LinkedHashMap<>(16, 0.75f, true);

  Robots(Manners manners, InstantSource clock) {
    this.manners = manners;
    this.clock = clock;
  }

  /** Fetches a robots.txt, redirects included. */
  @FunctionalInterface
  interface Asker {
    Landing ask(URI robotsAddress) throws InterruptedException;
  }

  Permission of(URI address, AllowList allow, Asker asker) throws InterruptedException {
    URI place = address.resolve("/robots.txt");
    var key = new Key(place, allow);
    Rules rules = remembered(key);
    if (rules == null) {
      rules = read(place, asker.ask(place));
      remember(key, rules);
    }
    return rules.of(address);
  }

  private synchronized @org.jspecify.annotations.Nullable Rules remembered(Key key) {
    Rules rules = known.get(key);
    return rules != null && rules.until().isAfter(clock.instant()) ? rules : null;
  }

  private synchronized void remember(Key key, Rules rules) {
    known.put(key, rules);
    if (known.size() > MOST_HOSTS) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private Rules read(URI place, Landing landing) {
    Instant now = clock.instant();
    Instant kept = now.plus(manners.robotsKept());
    return switch (landing) {
      case Landing.Arrived arrived -> {
        int status = arrived.answer().status();
        if (status >= 200 && status < 300) {
          yield written(place, arrived.answer(), kept);
        }
        if (status >= 300 && status < 500 && status != 429) {
          yield new Rules.None(kept);
        }
        yield new Rules.Unreadable(place + " answers " + status, now.plus(manners.robotsRetry()));
      }
      // A robots.txt that leads astray is as good as none (RFC 9309, section 2.3.1.2).
      case Landing.Lost ignored -> new Rules.None(kept);
      case Landing.Forbidden forbidden ->
          new Rules.Barring(forbidden.reason(), now.plus(manners.robotsRetry()));
      case Landing.Broken broken ->
          new Rules.Unreadable(broken.reason(), now.plus(manners.robotsRetry()));
      case Landing.Denied denied -> new Rules.Unreadable(denied.reason(), denied.until());
    };
  }

  private Rules written(URI place, Exchange.Answer answer, Instant kept) {
    byte[] body;
    try {
      body =
          ContentCoding.decode(
              answer.body(),
              answer.responseHeaders().getOrDefault("content-encoding", List.of()),
              SnapshotBody.MOST_DECODED_BYTES);
    } catch (ContentCodingException e) {
      return new Rules.Unreadable(
          String.valueOf(e.getMessage()), clock.instant().plus(manners.robotsRetry()));
    }
    // The parser forbids everything where a delay exceeds its limit; ours is capped elsewhere.
    SimpleRobotRules rules =
        new SimpleRobotRulesParser(Long.MAX_VALUE, MOST_WARNINGS)
            .parseContent(
                place.toString(),
                body,
                "text/plain",
                List.of(UserAgent.PRODUCT.toLowerCase(Locale.ROOT)));
    return new Rules.Written(rules, kept);
  }

  /** Rules read under one allow list say nothing under another. */
  private record Key(URI place, AllowList allow) {}

  private sealed interface Rules {

    Instant until();

    Permission of(URI address);

    record None(Instant until) implements Rules {
      @Override
      public Permission of(URI address) {
        return new Permission.Given(Duration.ZERO);
      }
    }

    record Barring(String reason, Instant until) implements Rules {
      @Override
      public Permission of(URI address) {
        return new Permission.Barred(reason);
      }
    }

    record Unreadable(String reason, Instant until) implements Rules {
      @Override
      public Permission of(URI address) {
        return new Permission.Unknown(reason, until);
      }
    }

    record Written(SimpleRobotRules rules, Instant until) implements Rules {
      @Override
      public Permission of(URI address) {
        if (!rules.isAllowed(address.toString())) {
          return new Permission.Withheld();
        }
        long delay = Math.max(0, rules.getCrawlDelay());
        return new Permission.Given(Duration.ofMillis(delay));
      }
    }
  }
}

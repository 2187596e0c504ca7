package colophon.capture;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Polls a source: a feed and the pages it names, a page, or a folder. Bytes are kept before
 * anything is read from them; what cannot be read is a problem with a sentence and stops nothing
 * else. A poll of one source is made by one thread at a time.
 */
public final class Poller {

  private static final BackOff SOURCE_BACK_OFF =
      new BackOff(Duration.ofMinutes(1), Duration.ofHours(12));

  private final Fetcher fetcher;
  private final SnapshotStore snapshots;
  private final PollStore polls;
  private final PollLimits limits;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Poller(
      Fetcher fetcher,
      SnapshotStore snapshots,
      PollStore polls,
      PollLimits limits,
      InstantSource clock,
      RandomGenerator random) {
    this.fetcher = fetcher;
    this.snapshots = snapshots;
    this.polls = polls;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Polls the source now, due or not, and adds the poll to the history. What it captured stays open
   * in the {@link SnapshotStore} until it is settled there.
   */
  public PollReport poll(Source source) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var round = new PollRound(source, now, fetcher, snapshots, limits, clock);
    SourceHealth health =
        switch (source.kind()) {
          case FEED -> feed(round, source, now);
          case PAGE -> page(round, source, now);
          case FOLDER -> folder(round, source);
        };
    PollReport report = round.report();
    int failures =
        switch (health.state()) {
          case WELL -> 0;
          case RESTING -> failuresBefore(source);
          case ILL -> failuresBefore(source) + 1;
        };
    polls.append(report, failures, nextPoll(source, now, failures, health.restUntil()));
    return report;
  }

  private enum State {
    WELL,
    /** Nobody asked, since its host wants to be left alone. */
    RESTING,
    ILL
  }

  /** Whether the source itself could be read, whatever became of its items. */
  private record SourceHealth(State state, @Nullable Instant restUntil) {
    static final SourceHealth WELL = new SourceHealth(State.WELL, null);
    static final SourceHealth ILL = new SourceHealth(State.ILL, null);

    static SourceHealth ill(FetchOutcome.Failed failed) {
      return new SourceHealth(State.ILL, failed.tryAgainAfter());
    }
  }

  /**
   * What a source's own address is spared while its host rests. The wish is kept in the database,
   * so it outlives the process that heard it.
   */
  private Optional<SourceHealth> resting(PollRound round, Source source, URI address, Instant now) {
    return snapshots
        .lastAttempt(source, address)
        .filter(last -> last.restsAt(now))
        .map(last -> {
          round.problem(address, String.valueOf(last.reason()));
          return new SourceHealth(State.RESTING, last.tryAgainAfter());
        });
  }

  private int failuresBefore(Source source) {
    return polls.lastOf(source.id()).map(PollStore.PastPoll::failuresInARow).orElse(0);
  }

  private Instant nextPoll(Source source, Instant now, int failures, @Nullable Instant restUntil) {
    Instant next = now.plus(source.pollEvery());
    if (failures > 0) {
      next = later(next, now.plus(SOURCE_BACK_OFF.after(failures, random)));
    }
    return restUntil == null ? next : later(next, restUntil.truncatedTo(ChronoUnit.MILLIS));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private SourceHealth feed(PollRound round, Source source, Instant now) {
    URI address = fetcher.filed(source.location());
    Optional<SourceHealth> resting = resting(round, source, address, now);
    if (resting.isPresent()) {
      return resting.get();
    }
    Snapshot last = snapshots.latest(source, address).orElse(null);
    Validators validators = last == null ? null : Validators.of(last).orElse(null);
    FetchOutcome outcome = fetcher.fetch(address, source, validators);
    snapshots.keep(source, outcome, clock.instant());
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> items(round, fetched.snapshot());
      // The items are looked at all the same: some may still wait for their first reading.
      case FetchOutcome.NotModified ignored when last != null -> items(round, last);
      case FetchOutcome.NotModified same -> {
        throw new IllegalStateException("not modified, but nothing was compared: " + same);
      }
      case FetchOutcome.Refused refused -> {
        round.problem(address, refused.reason());
        yield SourceHealth.ILL;
      }
      case FetchOutcome.Failed failed -> {
        round.problem(address, failed.reason());
        yield SourceHealth.ill(failed);
      }
    };
  }

  private static SourceHealth items(PollRound round, Snapshot feed) {
    String mediaType =
        feed.responseHeaders().getOrDefault("content-type", List.of()).stream()
            .findFirst()
            .orElse(null);
    return switch (FeedReader.read(SnapshotBody.decoded(feed), mediaType, feed.landed())) {
      case FeedReading.NotAFeed none -> {
        round.problem(feed.requested(), none.reason());
        yield SourceHealth.ILL;
      }
      case FeedReading.Feed read -> {
        leftOut(read, feed.requested()).forEach(reason -> round.problem(feed.requested(), reason));
        round.readFeedItems(read.items(), feed.landed());
        yield SourceHealth.WELL;
      }
    };
  }

  /** A sentence for each kind of item that a feed has and nobody can read. */
  private static List<String> leftOut(FeedReading.Feed feed, URI address) {
    var reasons = new ArrayList<String>();
    if (feed.withoutLink() > 0) {
      reasons.add(
          feed.withoutLink()
              + " of the "
              + (feed.items().size() + feed.withoutLink())
              + " items of "
              + address
              + " have no link that can be followed, and are left out.");
    }
    if (feed.beyond() > 0) {
      reasons.add(
          feed.beyond()
              + " further items of "
              + address
              + " are left out: of a feed the first "
              + FeedReader.MOST_ITEMS
              + " are read.");
    }
    return reasons;
  }

  private SourceHealth page(PollRound round, Source source, Instant now) {
    URI address = fetcher.filed(source.location());
    Optional<SourceHealth> resting = resting(round, source, address, now);
    if (resting.isPresent()) {
      return resting.get();
    }
    Optional<FetchOutcome> trouble = round.read(ItemHint.bare(address));
    if (trouble.isEmpty()) {
      return SourceHealth.WELL;
    }
    return trouble.get() instanceof FetchOutcome.Failed failed
        ? SourceHealth.ill(failed)
        : SourceHealth.ILL;
  }

  private SourceHealth folder(PollRound round, Source source) {
    URI address = fetcher.filed(source.location());
    if (!WebAddress.isFile(address)) {
      round.problem(address, address + " is no local folder; a folder source needs a path.");
      return SourceHealth.ILL;
    }
    return switch (listing(source, address)) {
      case FolderListing.Unlisted unlisted -> {
        round.problem(address, unlisted.reason());
        yield SourceHealth.ILL;
      }
      case FolderListing.Listed listed -> {
        listed.documents().forEach(document -> round.read(ItemHint.bare(document)));
        if (listed.leftOut() > 0) {
          round.problem(
              address,
              listed.leftOut()
                  + " further documents in "
                  + address
                  + " were left out: only the first "
                  + listed.documents().size()
                  + " by name are read.");
        }
        if (!listed.unread().isEmpty()) {
          round.problem(address, unread(address, listed.unread()));
        }
        yield SourceHealth.WELL;
      }
    };
  }

  private static String unread(URI folder, List<String> names) {
    int others = names.size() - 1;
    return "\""
        + names.getFirst()
        + "\""
        + (others == 0 ? "" : " and " + others + " more")
        + " in "
        + folder
        + (others == 0 ? " is" : " are")
        + " not read: of a folder, the HTML, TXT, PDF and DOCX files that stand directly in it are.";
  }

  private FolderListing listing(Source source, URI address) {
    try {
      return FolderListing.of(
          Path.of(address.getPath()), fetcher.allowList(source), limits.mostDocuments());
    } catch (IllegalArgumentException e) {
      return new FolderListing.Unlisted(String.valueOf(e.getMessage()));
    }
  }
}

package colophon.capture;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads a page again that was read before, by the same rules as a poll. What it holds now is kept;
 * where it has changed, it is captured as a poll would have, so that later runs see it too.
 */
public final class Rereader {

  private final Fetcher fetcher;
  private final SnapshotStore snapshots;
  private final InstantSource clock;

  Rereader(Fetcher fetcher, SnapshotStore snapshots, InstantSource clock) {
    this.fetcher = fetcher;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** What the page holds today. */
  public sealed interface Found {

    /** The same bytes. */
    record Same() implements Found {}

    /** Other bytes. */
    record Other(Captured captured) implements Found {}

    /**
     * It was not read; the reason is a sentence.
     *
     * @param failed whether it was asked for and did not answer as a page does; else a rule or its
     *     host's wish kept us from asking
     */
    record Unread(String reason, boolean failed) implements Found {}
  }

  /**
   * Reads it again.
   *
   * @param before as it was when something was taken from it
   */
  public Found read(Source source, Snapshot before) {
    URI address = fetcher.filed(before.requested());
    Optional<Attempt> resting =
        snapshots.lastAttempt(source, address).filter(last -> last.restsAt(clock.instant()));
    if (resting.isPresent()) {
      return new Found.Unread(String.valueOf(resting.get().reason()), false);
    }
    Seen seen = snapshots.seen(source, address).orElse(null);
    FetchOutcome outcome = fetcher.fetch(address, source, seen == null ? null : seen.validators());
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> {
        Snapshot now = fetched.snapshot();
        ItemHint hint = ItemHint.bare(address);
        if (seen != null && seen.decodedDigest().equals(now.decodedDigest())) {
          snapshots.keep(source, fetched, now.fetchedAt());
        } else {
          snapshots.capture(source, fetched, hint);
        }
        yield compared(before, new Captured(source, hint, now));
      }
      case FetchOutcome.NotModified same -> {
        snapshots.keep(source, same, clock.instant());
        yield snapshots
            .latest(source, address)
            .map(now -> compared(before, new Captured(source, ItemHint.bare(address), now)))
            .orElseGet(Found.Same::new);
      }
      case FetchOutcome.Refused refused -> {
        snapshots.keep(source, refused, clock.instant());
        yield new Found.Unread(refused.reason(), false);
      }
      case FetchOutcome.Failed failed -> {
        snapshots.keep(source, failed, clock.instant());
        yield new Found.Unread(failed.reason(), !failed.askedByHost());
      }
    };
  }

  private static Found compared(Snapshot before, Captured now) {
    return before.decodedDigest().equals(now.snapshot().decodedDigest())
        ? new Found.Same()
        : new Found.Other(now);
  }
}

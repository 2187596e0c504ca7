package colophon.capture;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One poll while it is made: reads items and gathers what they brought. */
final class PollRound {

  private final Source source;
  private final Instant begun;
  private final Fetcher fetcher;
  private final SnapshotStore snapshots;
  private final PollLimits limits;
  private final InstantSource clock;
  private final List<Captured> captured = new ArrayList<>();
  private final List<PollReport.Problem> problems = new ArrayList<>();
  private int unchanged;

  PollRound(
      Source source,
      Instant begun,
      Fetcher fetcher,
      SnapshotStore snapshots,
      PollLimits limits,
      InstantSource clock) {
    this.source = source;
    this.begun = begun;
    this.fetcher = fetcher;
    this.snapshots = snapshots;
    this.limits = limits;
    this.clock = clock;
  }

  PollReport report() {
    return new PollReport(source, begun, captured, unchanged, problems);
  }

  void problem(URI address, String reason) {
    problems.add(new PollReport.Problem(address, reason));
  }

  /** What there is to do about an item of a feed. */
  private enum Task {
    READ_FIRST,
    READ_AGAIN,
    LEAVE,
    LEAVE_ILL
  }

  /**
   * Reads the items of a feed: those never read come before those read again, and what is beyond
   * the limits waits for the next poll.
   */
  void readFeedItems(List<ItemHint> items, URI feed) {
    Map<URI, ItemHint> hints = new LinkedHashMap<>();
    items.forEach(item -> hints.putIfAbsent(fetcher.filed(item.link()), item));
    Map<URI, Task> tasks = new LinkedHashMap<>();
    hints.forEach((address, hint) -> tasks.put(address, task(address, hint)));
    Set<URI> chosen = chosen(tasks);
    int waiting = 0;
    for (var entry : hints.entrySet()) {
      Task task = tasks.getOrDefault(entry.getKey(), Task.LEAVE);
      boolean late = clock.instant().isAfter(begun.plus(limits.longest()));
      if (chosen.contains(entry.getKey()) && !late) {
        read(entry.getValue());
      } else if (task == Task.READ_FIRST) {
        waiting++;
      } else if (task != Task.LEAVE_ILL) {
        unchanged++;
      }
    }
    if (waiting > 0) {
      problem(
          feed,
          waiting
              + " further items of "
              + feed
              + " wait for the next poll: one poll reads at most "
              + limits.mostPages()
              + " pages and takes at most "
              + HostTurns.inWords(limits.longest())
              + ".");
    }
  }

  private Set<URI> chosen(Map<URI, Task> tasks) {
    var chosen = new LinkedHashSet<URI>();
    for (Task wanted : List.of(Task.READ_FIRST, Task.READ_AGAIN)) {
      tasks.forEach((address, task) -> {
        if (task == wanted && chosen.size() < limits.mostPages()) {
          chosen.add(address);
        }
      });
    }
    return chosen;
  }

  private Task task(URI address, ItemHint hint) {
    Attempt last = snapshots.lastAttempt(source, address).orElse(null);
    if (last == null) {
      return Task.READ_FIRST;
    }
    if (WebAddress.isFile(address)) {
      return Task.READ_AGAIN;
    }
    String reason = last.reason();
    if (reason != null) {
      if (!isAtRest(last)) {
        return Task.READ_FIRST;
      }
      problem(address, reason);
      return Task.LEAVE_ILL;
    }
    boolean announcedAnew =
        hint.published() != null && hint.published().toInstant().isAfter(last.endedAt());
    boolean old = !last.endedAt().plus(limits.rereadAfter()).isAfter(begun);
    return announcedAnew || old ? Task.READ_AGAIN : Task.LEAVE;
  }

  /** Whether an address that could not be read is to be left alone for now. */
  private boolean isAtRest(Attempt last) {
    Instant until = last.tryAgainAfter();
    return (until != null && until.isAfter(begun))
        || (last.refused() && last.endedAt().plus(limits.rereadAfter()).isAfter(begun));
  }

  /** Reads one item; how it ended where it brought nothing, else empty. */
  Optional<FetchOutcome> read(ItemHint hint) {
    URI address = fetcher.filed(hint.link());
    Seen seen = snapshots.seen(source, address).orElse(null);
    FetchOutcome outcome = fetcher.fetch(address, source, seen == null ? null : seen.validators());
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> {
        keep(fetched, hint, seen);
        yield Optional.empty();
      }
      case FetchOutcome.NotModified same -> {
        snapshots.keep(source, same, clock.instant());
        unchanged++;
        yield Optional.empty();
      }
      case FetchOutcome.Refused refused -> {
        snapshots.keep(source, refused, clock.instant());
        problem(address, refused.reason());
        yield Optional.of(refused);
      }
      case FetchOutcome.Failed failed -> {
        snapshots.keep(source, failed, clock.instant());
        problem(address, failed.reason());
        yield Optional.of(failed);
      }
    };
  }

  private void keep(FetchOutcome.Fetched fetched, ItemHint hint, @Nullable Seen seen) {
    Snapshot snapshot = fetched.snapshot();
    if (seen != null && seen.decodedDigest().equals(snapshot.decodedDigest())) {
      snapshots.keep(source, fetched, snapshot.fetchedAt());
      unchanged++;
    } else {
      snapshots.capture(source, fetched, hint);
      captured.add(new Captured(source, hint, snapshot));
    }
  }
}

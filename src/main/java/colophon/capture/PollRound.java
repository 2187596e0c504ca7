package colophon.capture;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  private final List<ItemHint> captured = new ArrayList<>();
  private final List<PollReport.Problem> problems = new ArrayList<>();
  private final Map<URI, Instant> failedAt = new HashMap<>();
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

  /**
   * What there is to do about an item of a feed, the most urgent first: what was never read, what
   * the feed says has changed, what could not be read, what has not been looked at for long.
   */
  private enum Task {
    READ_FIRST,
    READ_CHANGED,
    TRY_AGAIN,
    LOOK_AGAIN,
    LEAVE,
    LEAVE_ILL
  }

  /**
   * Reads the items of a feed by their urgency; what is beyond the limits waits for the next poll.
   *
   * @param feed from where the items were read
   */
  void readFeedItems(List<ItemHint> items, URI feed) {
    Map<URI, ItemHint> hints = new LinkedHashMap<>();
    for (ItemHint item : items) {
      if (WebAddress.isFile(item.link()) && !WebAddress.isFile(feed)) {
        problem(
            item.link(),
            feed + " names " + item.link() + ", and a feed on the web may not lead to a file.");
      } else {
        hints.putIfAbsent(fetcher.filed(item.link()), item);
      }
    }
    Map<URI, Task> tasks = new LinkedHashMap<>();
    hints.forEach((address, hint) -> tasks.put(address, task(address, hint)));
    Set<URI> chosen = chosen(tasks);
    int waiting = 0;
    for (var entry : hints.entrySet()) {
      Task task = tasks.getOrDefault(entry.getKey(), Task.LEAVE);
      boolean late = clock.instant().isAfter(begun.plus(limits.longest()));
      if (chosen.contains(entry.getKey()) && !late) {
        read(entry.getValue());
      } else if (task == Task.READ_FIRST || task == Task.TRY_AGAIN) {
        waiting++;
      } else if (task != Task.LEAVE_ILL) {
        unchanged++;
      }
    }
    if (waiting > 0) {
      problem(
          feed,
          waiting
              + (waiting == 1 ? " further item of " : " further items of ")
              + feed
              + (waiting == 1 ? " waits" : " wait")
              + " for the next poll: one poll reads at most "
              + limits.mostPages()
              + " pages and takes at most "
              + HostTurns.inWords(limits.longest())
              + ".");
    }
  }

  /**
   * What is read now. Links that failed before get at most half of what the new leave, those that
   * have waited longest first, so that dead ones starve nothing.
   */
  private Set<URI> chosen(Map<URI, Task> tasks) {
    var chosen = new LinkedHashSet<URI>();
    choose(chosen, of(tasks, Task.READ_FIRST), limits.mostPages());
    choose(chosen, of(tasks, Task.READ_CHANGED), limits.mostPages());
    List<URI> failed =
        of(tasks, Task.TRY_AGAIN).stream()
            .sorted(Comparator.comparing(address -> failedAt.getOrDefault(address, begun)))
            .toList();
    choose(chosen, failed, chosen.size() + (limits.mostPages() - chosen.size() + 1) / 2);
    choose(chosen, of(tasks, Task.LOOK_AGAIN), limits.mostPages());
    choose(chosen, failed, limits.mostPages());
    return chosen;
  }

  private static List<URI> of(Map<URI, Task> tasks, Task wanted) {
    return tasks.entrySet().stream()
        .filter(entry -> entry.getValue() == wanted)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void choose(Set<URI> chosen, List<URI> from, int most) {
    for (URI address : from) {
      if (chosen.size() < most) {
        chosen.add(address);
      }
    }
  }

  private Task task(URI address, ItemHint hint) {
    Attempt last = snapshots.lastAttempt(source, address).orElse(null);
    if (last == null) {
      return Task.READ_FIRST;
    }
    if (WebAddress.isFile(address)) {
      return Task.LOOK_AGAIN;
    }
    String reason = last.reason();
    if (reason != null) {
      if (!isAtRest(last)) {
        failedAt.put(address, last.endedAt());
        return Task.TRY_AGAIN;
      }
      problem(address, reason);
      return Task.LEAVE_ILL;
    }
    if (hint.published() != null && hint.published().toInstant().isAfter(last.endedAt())) {
      return Task.READ_CHANGED;
    }
    boolean old = !last.endedAt().plus(limits.rereadAfter()).isAfter(begun);
    return old ? Task.LOOK_AGAIN : Task.LEAVE;
  }

  /** Whether an address that could not be read is to be left alone for now. */
  private boolean isAtRest(Attempt last) {
    return last.restsAt(begun)
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
      captured.add(hint);
    }
  }
}

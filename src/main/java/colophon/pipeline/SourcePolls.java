package colophon.pipeline;

import colophon.capture.PollStore;
import colophon.capture.Poller;
import colophon.capture.Source;
import java.time.InstantSource;

/**
 * Polls sources between runs. A feed drops its old items, so missing a poll is losing articles; a
 * run takes its window from what the polls have gathered.
 */
public final class SourcePolls {

  private final Poller poller;
  private final PollStore polls;
  private final InstantSource clock;

  public SourcePolls(Poller poller, PollStore polls, InstantSource clock) {
    this.poller = poller;
    this.polls = polls;
    this.clock = clock;
  }

  /** Polls the sources of a pipeline whose rest is over; gives how many it polled. */
  public int pollDue(Pipeline pipeline) {
    int polled = 0;
    for (Source source : pipeline.sources()) {
      if (polls.due(source, clock.instant())) {
        poller.poll(source);
        polled++;
      }
    }
    return polled;
  }
}

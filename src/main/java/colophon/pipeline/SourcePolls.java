package colophon.pipeline;

import colophon.capture.PollStore;
import colophon.capture.Poller;
import colophon.capture.Source;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Polls sources between runs. A feed drops its old items, so missing a poll is losing articles; a
 * run takes its window from what the polls have gathered.
 */
public final class SourcePolls {

  private static final Logger LOG = LoggerFactory.getLogger(SourcePolls.class);

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
        poll(source);
        polled++;
      }
    }
    return polled;
  }

  /** A source that fails in a way nobody foresaw must not keep the others from being polled. */
  private void poll(Source source) {
    try {
      poller.poll(source);
    } catch (DataAccessResourceFailureException e) {
      throw e; // the database is down, and no other source will fare better
    } catch (RuntimeException e) {
      LOG.error("The poll of the source \"{}\" failed and comes again", source.id(), e);
    }
  }
}

package colophon.pipeline;

import colophon.capture.PollReport;
import colophon.capture.Poller;
import colophon.capture.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The first two stages: sources are polled, and what they brought is read. What was captured stays
 * open until it has become an article or a reason, so a kill between the two loses nothing.
 */
public final class Gathering {

  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

  private final Poller poller;
  private final ArticleReading reading;
  private final InstantSource clock;

  Gathering(Poller poller, ArticleReading reading, InstantSource clock) {
    this.poller = poller;
    this.reading = reading;
    this.clock = clock;
  }

  void gather(Pipeline pipeline, Instant asOf, StageLog stages) {
    fetch(pipeline, stages);
    reading.read(pipeline, asOf, stages);
  }

  private void fetch(Pipeline pipeline, StageLog stages) {
    List<Source> sources = pipeline.sources();
    stages.begin(Stage.FETCH, sources.size());
    int captured = 0;
    int unchanged = 0;
    int problems = 0;
    for (int i = 0; i < sources.size(); i++) {
      PollReport report = poll(sources.get(i));
      captured += report.captured().size();
      unchanged += report.unchanged();
      problems += report.problems().size();
      ToldProblems.tell(report, stages);
      stages.progress(Stage.FETCH, i + 1, sources.size());
    }
    stages.finish(
        Stage.FETCH,
        captured
            + " new or changed from "
            + sources.size()
            + (sources.size() == 1 ? " source" : " sources")
            + ", "
            + unchanged
            + " unchanged"
            + (problems == 0 ? "" : ", " + problems + " not read"));
  }

  /** A source that fails in a way nobody foresaw must not keep the others from being read. */
  private PollReport poll(Source source) {
    try {
      return poller.poll(source);
    } catch (DataAccessResourceFailureException e) {
      throw e; // the database is down, and no other source will fare better
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("The poll of the source \"{}\" failed", source.id(), e);
      var problem =
          new PollReport.Problem(
              source.location(),
              source.location()
                  + " could not be read: our program failed on it ("
                  + e.getClass().getSimpleName()
                  + "), which is our mistake; please report it with the address.");
      return new PollReport(source, clock.instant(), List.of(), 0, List.of(problem));
    }
  }
}

package colophon.pipeline;

import colophon.article.ArticleStore;
import colophon.article.Extraction;
import colophon.article.Extractor;
import colophon.capture.Captured;
import colophon.capture.PollReport;
import colophon.capture.Poller;
import colophon.capture.SnapshotStore;
import colophon.capture.Source;
import java.time.InstantSource;
import java.util.ArrayList;
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
  private final SnapshotStore snapshots;
  private final Extractor extractor;
  private final ArticleStore articles;
  private final InstantSource clock;

  public Gathering(
      Poller poller,
      SnapshotStore snapshots,
      Extractor extractor,
      ArticleStore articles,
      InstantSource clock) {
    this.poller = poller;
    this.snapshots = snapshots;
    this.extractor = extractor;
    this.articles = articles;
    this.clock = clock;
  }

  void gather(Pipeline pipeline, StageLog stages) {
    fetch(pipeline, stages);
    read(pipeline, stages);
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

  private record Open(Source source, long number) {}

  private void read(Pipeline pipeline, StageLog stages) {
    var open = new ArrayList<Open>();
    for (Source source : pipeline.sources()) {
      snapshots.open(source).forEach(number -> open.add(new Open(source, number)));
    }
    stages.begin(Stage.READ, open.size());
    var count = new Count();
    for (int i = 0; i < open.size(); i++) {
      snapshots
          .captured(open.get(i).source(), open.get(i).number())
          .ifPresent(captured -> read(captured, count, stages));
      stages.progress(Stage.READ, i + 1, open.size());
    }
    stages.finish(
        Stage.READ,
        count.kept
            + (count.kept == 1 ? " article" : " articles")
            + (count.without == 0 ? "" : ", " + count.without + " set aside")
            + (count.hidden == 0 ? "" : ", " + count.hidden + " hidden passages cut out"));
  }

  private static final class Count {
    private int kept;
    private int without;
    private int hidden;
  }

  private void read(Captured captured, Count count, StageLog stages) {
    Extraction extraction = extract(captured);
    articles.keep(captured, extraction, clock.instant());
    snapshots.settle(captured, clock.instant());
    String address = captured.snapshot().requested().toString();
    switch (extraction) {
      case Extraction.Extracted extracted -> {
        count.kept++;
        count.hidden += extracted.article().hidden().size();
        stages.note(Stage.READ, address, "read", extracted.article().id());
      }
      case Extraction.Empty empty -> {
        count.without++;
        stages.problem(Stage.READ, address, "empty", setAside(address, empty.reason()));
      }
      case Extraction.Unreadable unreadable -> {
        count.without++;
        stages.problem(Stage.READ, address, "unreadable", setAside(address, unreadable.reason()));
      }
    }
  }

  private static String setAside(String address, String reason) {
    return address + " is set aside: " + reason;
  }

  /**
   * A document that brings our own reader down is set aside like any other, and the rest goes on.
   */
  private Extraction extract(Captured captured) {
    try {
      return extractor.extract(captured);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Reading {} failed", captured.snapshot().requested(), e);
      return new Extraction.Unreadable(
          "Our reader failed on it ("
              + e.getClass().getSimpleName()
              + "), which is our mistake; please report it with the address.");
    }
  }
}

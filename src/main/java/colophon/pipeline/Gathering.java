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

/**
 * The first two stages: sources are polled, and what they brought is read. What was captured stays
 * open until it has become an article or a reason, so a kill between the two loses nothing.
 */
public final class Gathering {

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
      PollReport report = poller.poll(sources.get(i));
      captured += report.captured().size();
      unchanged += report.unchanged();
      problems += report.problems().size();
      for (PollReport.Problem problem : report.problems()) {
        stages.problem(Stage.FETCH, problem.address().toString(), "not read", problem.reason());
      }
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

  private void read(Pipeline pipeline, StageLog stages) {
    var open = new ArrayList<Captured>();
    pipeline.sources().forEach(source -> open.addAll(snapshots.open(source)));
    stages.begin(Stage.READ, open.size());
    int kept = 0;
    int without = 0;
    int hidden = 0;
    for (int i = 0; i < open.size(); i++) {
      Captured captured = open.get(i);
      Extraction extraction = extractor.extract(captured);
      articles.keep(captured, extraction, clock.instant());
      snapshots.settle(captured, clock.instant());
      String address = captured.snapshot().requested().toString();
      switch (extraction) {
        case Extraction.Extracted extracted -> {
          kept++;
          hidden += extracted.article().hidden().size();
          stages.note(Stage.READ, address, "read", extracted.article().id());
        }
        case Extraction.Empty empty -> {
          without++;
          stages.problem(Stage.READ, address, "empty", empty.reason());
        }
        case Extraction.Unreadable unreadable -> {
          without++;
          stages.problem(Stage.READ, address, "unreadable", unreadable.reason());
        }
      }
      stages.progress(Stage.READ, i + 1, open.size());
    }
    stages.finish(
        Stage.READ,
        kept
            + (kept == 1 ? " article" : " articles")
            + (without == 0 ? "" : ", " + without + " set aside")
            + (hidden == 0 ? "" : ", " + hidden + " hidden passages cut out"));
  }
}

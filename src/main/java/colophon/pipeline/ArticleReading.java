package colophon.pipeline;

import colophon.article.ArticleStore;
import colophon.article.Extraction;
import colophon.article.Extractor;
import colophon.article.Quarantine;
import colophon.capture.Captured;
import colophon.capture.SnapshotStore;
import colophon.capture.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads what was captured, a few documents at a time: only their bytes are in memory, and one
 * transaction keeps what became of them. A document that fails is tried again by later runs, {@link
 * Quarantine#MOST_TRIES} times in all, and then set aside until its bytes change; so is one that
 * ends the whole process, since its try is stored before it begins.
 */
final class ArticleReading {

  /** How many documents are read between two transactions; what a crash can cost. */
  static final int MOST_AT_ONCE = 16;

  private static final Logger LOG = LoggerFactory.getLogger(ArticleReading.class);

  /** How long after its own time a run takes what it has just read for its own. */
  private static final Duration SOON = Duration.ofHours(1);

  /** So many of the latest documents in quarantine are counted. */
  private static final int MOST_SET_ASIDE = 100;

  private static final String LEFT_ALONE =
      " It was tried " + Quarantine.MOST_TRIES + " times and is tried again only when it changes.";

  private final SnapshotStore snapshots;
  private final Extractor extractor;
  private final ArticleStore articles;
  private final Quarantine quarantine;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  ArticleReading(
      SnapshotStore snapshots,
      Extractor extractor,
      ArticleStore articles,
      Quarantine quarantine,
      TransactionOperations transaction,
      InstantSource clock) {
    this.snapshots = snapshots;
    this.extractor = extractor;
    this.articles = articles;
    this.quarantine = quarantine;
    this.transaction = transaction;
    this.clock = clock;
  }

  void read(Pipeline pipeline, Instant asOf, StageLog stages) {
    int total = pipeline.sources().stream().mapToInt(snapshots::countOpen).sum();
    stages.begin(Stage.READ, total);
    var tally = new Tally(stages, total, undated(asOf));
    for (Source source : pipeline.sources()) {
      List<Long> open = snapshots.open(source);
      while (!open.isEmpty()) {
        for (int from = 0; from < open.size(); from += MOST_AT_ONCE) {
          read(
              open.subList(from, Math.min(open.size(), from + MOST_AT_ONCE)).stream()
                  .flatMap(number -> snapshots.captured(source, number).stream())
                  .toList(),
              tally);
        }
        open = snapshots.open(source, open.getLast());
      }
    }
    stages.finish(Stage.READ, tally.summary() + stillSetAside(pipeline));
  }

  /**
   * When an article without a date came out: a run that reads it soon after its own time uses it
   * too; one that catches up or looks back does not take it for old.
   */
  private Instant undated(Instant asOf) {
    Instant now = clock.instant();
    return asOf.isAfter(now) || asOf.plus(SOON).isBefore(now) ? now : asOf;
  }

  /** What runs before this one set aside, so that no run passes over it in silence. */
  private String stillSetAside(Pipeline pipeline) {
    Set<String> ours = pipeline.sources().stream().map(Source::id).collect(Collectors.toSet());
    long count =
        quarantine.setAside(MOST_SET_ASIDE).stream()
            .filter(document -> ours.contains(document.sourceId()))
            .count();
    return count == 0 ? "" : "; " + count + " in quarantine (doctor names them)";
  }

  /** Together where none has failed before; else one by one, so that only the culprit is blamed. */
  private void read(List<Captured> documents, Tally tally) {
    if (documents.isEmpty()) {
      return;
    }
    if (!quarantine.anyTried(documents)) {
      try {
        readTogether(documents, tally);
        return;
      } catch (DataIntegrityViolationException e) {
        // One of them cannot be stored; which one, shows when each is stored by itself.
      }
    }
    documents.forEach(document -> readAlone(document, tally));
  }

  private void readAlone(Captured document, Tally tally) {
    if (quarantine.hasFailed(document) && isSuperseded(document)) {
      snapshots.settle(document, clock.instant());
      tally.pass(document);
      return;
    }
    if (quarantine.tries(document) >= Quarantine.MOST_TRIES) {
      keep(List.of(setAside(document)), tally);
      return;
    }
    try {
      readTogether(List.of(document), tally);
    } catch (DataIntegrityViolationException e) {
      var refused =
          new Extraction.Unreadable(
              "The database did not take what was read; its file may be damaged.");
      keep(List.of(outcome(document, refused)), tally);
    }
  }

  /** Whether the address holds other bytes by now: then the unreadable ones are not tried again. */
  private boolean isSuperseded(Captured document) {
    return snapshots
        .latestOf(document.snapshot().requested())
        .filter(latest -> !latest.digest().equals(document.snapshot().digest()))
        .isPresent();
  }

  private void readTogether(List<Captured> documents, Tally tally) {
    quarantine.begin(documents, clock.instant());
    List<Outcome> outcomes = new ArrayList<>();
    for (Captured document : documents) {
      outcomes.add(outcome(document, extract(document)));
    }
    keep(outcomes, tally);
  }

  private Extraction extract(Captured document) {
    try {
      return extractor.extract(document);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Reading {} failed", document.snapshot().requested(), e);
      return new Extraction.Unreadable(
          "Our reader failed on it ("
              + e.getClass().getSimpleName()
              + "), which is our mistake; please report it with the address.");
    }
  }

  /** What became of a document; {@code last} where it is not tried again. */
  private record Outcome(Captured document, Extraction extraction, boolean last) {}

  private Outcome outcome(Captured document, Extraction extraction) {
    boolean last =
        !(extraction instanceof Extraction.Unreadable)
            || quarantine.tries(document) >= Quarantine.MOST_TRIES;
    return new Outcome(document, extraction, last);
  }

  private static Outcome setAside(Captured document) {
    return new Outcome(
        document,
        new Extraction.Unreadable("Colophon ended, or was ended, each time it read the document."),
        true);
  }

  private void keep(List<Outcome> outcomes, Tally tally) {
    transaction.executeWithoutResult(status -> {
      for (Outcome outcome : outcomes) {
        articles.keep(outcome.document(), outcome.extraction(), clock.instant(), tally.undated());
        if (outcome.last()) {
          snapshots.settle(outcome.document(), clock.instant());
        }
      }
      quarantine.forget(
          outcomes.stream()
              .filter(outcome -> !(outcome.extraction() instanceof Extraction.Unreadable))
              .map(Outcome::document)
              .toList());
    });
    outcomes.forEach(tally::count);
  }

  /** Counts what became of the documents and tells the run. */
  private static final class Tally {

    private final StageLog stages;
    private final int total;
    private final Instant undated;
    private int done;
    private int kept;
    private int empty;
    private int failed;
    private int setAside;
    private int hidden;

    Tally(StageLog stages, int total, Instant undated) {
      this.stages = stages;
      this.total = total;
      this.undated = undated;
    }

    Instant undated() {
      return undated;
    }

    void count(Outcome outcome) {
      String address = outcome.document().snapshot().requested().toString();
      switch (outcome.extraction()) {
        case Extraction.Extracted extracted -> {
          kept++;
          hidden += extracted.article().hidden().size();
          read(outcome.document(), extracted.article().id());
        }
        case Extraction.Empty reason -> {
          empty++;
          stages.problem(
              Stage.READ, address, "empty", address + " is set aside: " + reason.reason());
        }
        case Extraction.Unreadable reason -> {
          failed += outcome.last() ? 0 : 1;
          setAside += outcome.last() ? 1 : 0;
          stages.problem(
              Stage.READ,
              address,
              outcome.last() ? "set aside" : "unreadable",
              address + " is set aside: " + reason.reason() + (outcome.last() ? LEFT_ALONE : ""));
        }
      }
      stages.progress(Stage.READ, ++done, total);
    }

    /** One address may bring several documents in a run; each is told of. */
    private void read(Captured document, String article) {
      String address = document.snapshot().requested().toString();
      String another = address + ", from " + document.source().id();
      for (String item : List.of(address, another, another + ", " + article)) {
        if (stages.note(Stage.READ, item, "read", article)) {
          return;
        }
      }
    }

    /** A document that need not be looked at any more. */
    void pass(Captured document) {
      stages.note(
          Stage.READ,
          document.snapshot().requested() + ", as it was before",
          "passed over",
          "It could not be read, and the address holds other bytes by now, which are read"
              + " instead.");
      stages.progress(Stage.READ, ++done, total);
    }

    String summary() {
      return kept
          + (kept == 1 ? " article" : " articles")
          + (empty == 0 ? "" : ", " + empty + " empty")
          + (failed == 0 ? "" : ", " + failed + " not readable this time")
          + (setAside == 0 ? "" : ", " + setAside + " set aside")
          + (hidden == 0 ? "" : ", " + hidden + " hidden passages cut out");
    }
  }
}

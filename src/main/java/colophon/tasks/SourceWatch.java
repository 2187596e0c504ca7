package colophon.tasks;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.article.Extraction;
import colophon.article.Extractor;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.capture.Rereader;
import colophon.capture.Snapshot;
import colophon.capture.SnapshotStore;
import colophon.capture.Source;
import colophon.edition.VersionPlan;
import colophon.pipeline.Definitions;
import colophon.publication.PublicationStore;
import colophon.story.DeskNote;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Reads the cited pages of what is out again, and opens a task where words that a sentence rests on
 * have changed or gone.
 */
public final class SourceWatch {

  /** How often a page is looked at while its brief is fresh, and later. */
  static final Duration FRESH_EVERY = Duration.ofHours(6);

  static final Duration LATER_EVERY = Duration.ofDays(3);

  /** How long a brief counts as fresh, and how long its sources are watched at all. */
  static final Duration FRESH = Duration.ofDays(2);

  static final Duration LONGEST = Duration.ofDays(90);

  /**
   * A page that does not answer is asked again after that, and so often before it counts as gone.
   */
  static final Duration AGAIN_AFTER_FAILURE = Duration.ofHours(6);

  static final int FAILURES_UNTIL_GONE = 3;

  /** The most pages that one round reads. */
  static final int MOST_PAGES = 20;

  private final PublicationStore publications;
  private final BriefStore briefs;
  private final ArticleStore articles;
  private final SnapshotStore snapshots;
  private final Rereader rereader;
  private final Extractor extractor;
  private final Definitions definitions;
  private final WatchStore looks;
  private final TaskDesk tasks;
  private final InstantSource clock;

  SourceWatch(
      PublicationStore publications,
      BriefStore briefs,
      ArticleStore articles,
      SnapshotStore snapshots,
      Rereader rereader,
      Extractor extractor,
      Definitions definitions,
      WatchStore looks,
      TaskDesk tasks,
      InstantSource clock) {
    this.publications = publications;
    this.briefs = briefs;
    this.articles = articles;
    this.snapshots = snapshots;
    this.rereader = rereader;
    this.extractor = extractor;
    this.definitions = definitions;
    this.looks = looks;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Looks at what is due; gives how many pages were asked for. */
  public int round() {
    int read = 0;
    for (VersionPlan plan : publications.current()) {
      if (read >= MOST_PAGES) {
        return read;
      }
      if (watched(plan) && publications.withdrawal(plan.briefId()).isEmpty()) {
        read += round(plan, MOST_PAGES - read);
      }
    }
    return read;
  }

  private boolean watched(VersionPlan plan) {
    return plan.publishedAt().plus(LONGEST).isAfter(clock.instant());
  }

  private int round(VersionPlan plan, int most) {
    Optional<Draft> draft =
        publications.draftOf(plan.briefId(), plan.version()).flatMap(briefs::draft);
    if (draft.isEmpty()) {
      return 0; // erased since, and with it what the sentences rest on
    }
    List<Article> due =
        articles.byIds(draft.get().brief().citedArticleIds()).stream()
            .filter(article -> !article.sourceId().equals(DeskNote.SOURCE)) // no page to read again
            .filter(article -> due(plan, article))
            .limit(most)
            .toList();
    due.forEach(article -> look(plan, draft.get().brief(), article));
    return due.size();
  }

  private boolean due(VersionPlan plan, Article article) {
    return looks
        .last(plan.briefId(), plan.version(), article.id())
        .map(last -> !last.next().isAfter(clock.instant()))
        .orElse(true);
  }

  private void look(VersionPlan plan, Brief brief, Article article) {
    int failures =
        looks
            .last(plan.briefId(), plan.version(), article.id())
            .map(WatchStore.Look::failures)
            .orElse(0);
    Optional<Source> source = source(article.sourceId());
    Optional<Snapshot> before = snapshots.find(article.snapshot());
    if (source.isEmpty() || before.isEmpty()) {
      noted(plan, article, source.isEmpty() ? "no source" : "no archived copy", 0);
      return;
    }
    switch (rereader.read(source.get(), before.get())) {
      case Rereader.Found.Same ignored -> noted(plan, article, "same", 0);
      case Rereader.Found.Unread unread when unread.failed() -> {
        failures++;
        if (failures == FAILURES_UNTIL_GONE) {
          gone(plan, brief, article, unread.reason());
        }
        noted(plan, article, "failed", failures);
      }
      case Rereader.Found.Unread ignored -> noted(plan, article, "not asked for", failures);
      case Rereader.Found.Other other -> {
        compare(plan, brief, article, extractor.extract(other.captured()));
        noted(plan, article, "changed", 0);
      }
    }
  }

  private void compare(VersionPlan plan, Brief brief, Article article, Extraction extraction) {
    switch (extraction) {
      case Extraction.Extracted extracted -> {
        List<Task.Spot> spots = SourceComparison.spots(brief, article.id(), extracted.article());
        if (!spots.isEmpty()) {
          tasks.changed(plan.briefId(), plan.version(), about(article, "", spots));
        }
      }
      case Extraction.Empty empty -> gone(plan, brief, article, empty.reason());
      case Extraction.Unreadable unreadable -> gone(plan, brief, article, unreadable.reason());
    }
  }

  private void gone(VersionPlan plan, Brief brief, Article article, String reason) {
    tasks.changed(
        plan.briefId(),
        plan.version(),
        about(article, reason, SourceComparison.all(brief, article.id())));
  }

  private static Task.About.Source about(Article article, String reason, List<Task.Spot> spots) {
    java.net.URI link = article.readerLink();
    return new Task.About.Source(
        article.outlet(), article.title(), link == null ? "" : link.toString(), reason, spots);
  }

  private Optional<Source> source(String id) {
    return definitions.pipelines().values().stream()
        .flatMap(pipeline -> pipeline.sources().stream())
        .filter(source -> source.id().equals(id))
        .findFirst();
  }

  private void noted(VersionPlan plan, Article article, String outcome, int failures) {
    Instant now = clock.instant();
    Duration rest =
        failures > 0
            ? AGAIN_AFTER_FAILURE
            : plan.publishedAt().plus(FRESH).isAfter(now) ? FRESH_EVERY : LATER_EVERY;
    looks.keep(
        plan.briefId(),
        plan.version(),
        article.id(),
        new WatchStore.Look(now, now.plus(rest), outcome, failures));
  }
}

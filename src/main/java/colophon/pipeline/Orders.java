package colophon.pipeline;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.attest.Circumstances;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Citation;
import colophon.brief.Draft;
import colophon.capture.RightsOverrides;
import colophon.capture.RightsSignal;
import colophon.capture.Snapshot;
import colophon.capture.SnapshotStore;
import colophon.edition.LabelProfile;
import colophon.edition.VersionPlan;
import colophon.grounding.Grounder;
import colophon.kernel.Digest;
import colophon.provenance.RecordedRights;
import colophon.provenance.RecordedRun;
import colophon.publication.PublicationOrder;
import colophon.publication.PublicationStore;
import colophon.review.Approved;
import colophon.story.Dossier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the order to publish an approved draft from what the stores hold. */
public final class Orders {

  /** In which the price list's costs are. */
  public static final String CURRENCY = "USD";

  private final SnapshotStore snapshots;
  private final ArticleStore articles;
  private final BriefStore briefs;
  private final PublicationStore publications;
  private final RightsOverrides overrides;
  private final Map<String, LabelProfile> labels;
  private final Software software;

  public Orders(
      SnapshotStore snapshots,
      ArticleStore articles,
      BriefStore briefs,
      PublicationStore publications,
      RightsOverrides overrides,
      Map<String, LabelProfile> labels,
      Software software) {
    this.snapshots = snapshots;
    this.articles = articles;
    this.briefs = briefs;
    this.publications = publications;
    this.overrides = overrides;
    this.labels = Map.copyOf(labels);
    this.software = software;
  }

  /**
   * The order for one approved draft.
   *
   * @param note what somebody tells readers of this version; null to have it said here
   */
  PublicationOrder order(
      Approved approved,
      Dossier dossier,
      Run run,
      Pipeline pipeline,
      Newsroom newsroom,
      @Nullable PublicNote note) {
    Draft draft = approved.draft();
    String briefId = BriefStore.idOf(pipeline.name(), draft.storyId());
    Change change = change(briefId, draft, dossier);
    LabelProfile profile = labels.get(pipeline.label());
    if (profile == null) {
      throw new IllegalStateException("no label profile " + pipeline.label());
    }
    return new PublicationOrder(
        approved,
        dossier,
        briefId,
        note == null ? change.kind() : note.kind(),
        note == null ? change.note() : note.words(),
        pipeline.name(),
        newsroom.imprint(pipeline),
        profile,
        circumstances(run, pipeline, dossier));
  }

  private Circumstances circumstances(Run run, Pipeline pipeline, Dossier dossier) {
    Map<Digest, Snapshot> kept = snapshots(dossier);
    var overruled = new HashMap<String, RecordedRights.Overruling>();
    for (Article article : dossier.articles()) {
      Snapshot snapshot = Objects.requireNonNull(kept.get(article.snapshot()));
      overrides
          .standing(article.sourceId(), RightsSignal.of(snapshot))
          .ifPresent(decision ->
              overruled.put(
                  article.id(),
                  new RecordedRights.Overruling(decision.byName(), decision.reason())));
    }
    return new Circumstances(recorded(run, pipeline), kept, null, CURRENCY, overruled);
  }

  private RecordedRun recorded(Run run, Pipeline pipeline) {
    return new RecordedRun(
        run.id(),
        run.pipeline(),
        run.definition(),
        pipeline.schedule().fires() ? pipeline.schedule().words() : null,
        run.slot().label(),
        run.startedBy(),
        run.startedAt(),
        software.name(),
        software.version(),
        software.build(),
        Grounder.VERSION);
  }

  private Map<Digest, Snapshot> snapshots(Dossier dossier) {
    var kept = new HashMap<Digest, Snapshot>();
    for (Article article : dossier.articles()) {
      kept.put(
          article.snapshot(),
          snapshots
              .find(article.snapshot())
              .orElseThrow(() ->
                  new SourceErasedException(
                      "The archived copy of "
                          + article.address()
                          + ", which it rests on, was erased.")));
    }
    return kept;
  }

  private record Change(VersionPlan.Kind kind, @Nullable String note) {}

  /** What sets this version apart from the one before, in words for readers. */
  private Change change(String briefId, Draft draft, Dossier dossier) {
    List<VersionPlan> released = publications.released(briefId);
    if (released.isEmpty()) {
      return new Change(VersionPlan.Kind.ORIGINAL, null);
    }
    VersionPlan before = released.getLast();
    Optional<Draft> last = publications.draftOf(briefId, before.version()).flatMap(briefs::draft);
    Optional<Brief> previous = last.map(Draft::brief);
    SortedSet<String> corrected = new TreeSet<>();
    SortedSet<String> added = new TreeSet<>();
    boolean noted = false;
    if (previous.isEmpty()) {
      // Its words were erased, so nobody can tell what sets this version apart.
      return new Change(VersionPlan.Kind.UPDATE, "Written again from the latest reports.");
    }
    Collection<String> cited = previous.map(Brief::citedArticleIds).orElse(List.of());
    for (String id : draft.brief().citedArticleIds()) {
      if (!cited.contains(id) && dossier.note(id).isPresent()) {
        noted = true;
      } else if (!cited.contains(id)) {
        dossier.article(id).ifPresent(article -> added.add(article.outlet()));
      }
    }
    previous.ifPresent(brief ->
        brief.sentences().stream()
            .flatMap(sentence -> sentence.citations().stream())
            .map(Citation::articleId)
            .filter(id -> dossier.article(id).isEmpty())
            .forEach(id -> replaced(id, dossier).ifPresent(corrected::add)));
    if (!corrected.isEmpty()) {
      return new Change(
          VersionPlan.Kind.CORRECTION,
          "A report that version "
              + before.version()
              + " rested on has since been changed by "
              + listed(corrected)
              + "; this version rests on the report as changed.");
    }
    return new Change(
        VersionPlan.Kind.UPDATE,
        added.isEmpty() && !noted ? unchanged(draft, last) : updated(added, noted));
  }

  private static String updated(SortedSet<String> added, boolean noted) {
    String own = "what the newsroom learnt itself";
    return "Updated with "
        + (added.isEmpty() ? own : "reports by " + listed(added) + (noted ? " and " + own : ""))
        + ".";
  }

  /** What is said of a version that rests on no other report than the one before. */
  private static String unchanged(Draft draft, Optional<Draft> before) {
    return before.filter(each -> each.storyRevision() == draft.storyRevision()).isPresent()
        ? "Edited by the newsroom; it rests on the same reports."
        : "Written again from the latest reports.";
  }

  /** The outlet whose article with that id has a newer version in the dossier. */
  private Optional<String> replaced(String articleId, Dossier dossier) {
    return articles
        .find(articleId)
        .map(Article::address)
        .flatMap(address ->
            dossier.articles().stream()
                .filter(article -> article.address().equals(address))
                .map(Article::outlet)
                .findFirst());
  }

  private static String listed(SortedSet<String> names) {
    List<String> all = List.copyOf(names);
    int last = all.size() - 1;
    return last == 0
        ? all.getFirst()
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }
}

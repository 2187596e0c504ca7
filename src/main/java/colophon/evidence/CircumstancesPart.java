package colophon.evidence;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.capture.Snapshot;
import colophon.edition.VersionPlan;
import colophon.kernel.Json;
import colophon.pipeline.Orders;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedRights;
import colophon.provenance.RecordedSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the record says beside draft, sources, check and decision: the run, the version's place and
 * the addresses that an archived copy does not tell. Of the program that published, nothing but the
 * record is kept, so that alone is taken from there.
 */
final class CircumstancesPart {

  private final RunLog runs;
  private final ArticleStore articles;
  private final SourcePart sources;

  CircumstancesPart(RunLog runs, ArticleStore articles, SourcePart sources) {
    this.runs = runs;
    this.articles = articles;
    this.sources = sources;
  }

  void add(VersionPlan plan, String runId, ProvenanceRecord record, Shelf shelf) {
    Optional<Run> run = runs.find(runId);
    if (run.isEmpty()) {
      return;
    }
    var places = new ArrayList<Json>();
    for (RecordedSource source : record.sources()) {
      Optional<Snapshot> copy = sources.copy(source);
      places.add(
          Json.object(
              "article", Json.of(source.id()),
              "requested", web(copy.map(Snapshot::requested).orElse(null)),
              "landed", web(copy.map(Snapshot::landed).orElse(null)),
              "canonical", web(articles.find(source.id()).map(Article::address).orElse(null)),
              "overruled", overruled(source.rights().override())));
    }
    shelf.put(
        BundledCircumstances.FILE,
        "what the record says of run, version and addresses, as the newsroom kept it",
        Json.object(
            "run", run(run.get()),
            "software", software(record),
            "version", version(plan),
            "currency", Json.of(Orders.CURRENCY),
            "sources", Json.array(places)));
  }

  /** A decision can be taken back later; the record has the one that stood. */
  private static Json overruled(RecordedRights.@Nullable Overruling decision) {
    return decision == null
        ? new Json.Null()
        : Json.object("by", Json.of(decision.by()), "reason", Json.of(decision.reason()));
  }

  private static Json run(Run run) {
    return Json.object(
        "id", Json.of(run.id()),
        "pipeline", Json.of(run.pipeline()),
        "definition", Json.of(run.definition().toString()),
        "slot", Json.of(run.slot().label()),
        "startedBy", Json.of(run.startedBy()),
        "startedAt", Json.of(run.startedAt().toString()));
  }

  private static Json software(ProvenanceRecord record) {
    return Json.object(
        "name", Json.of(record.run().software()),
        "version", Json.of(record.run().softwareVersion()),
        "build", Json.of(record.run().build()));
  }

  private static Json version(VersionPlan plan) {
    return Json.object(
        "brief", Json.of(plan.briefId()),
        "slug", Json.of(plan.slug().value()),
        "number", Json.of(plan.version()),
        "kind", Json.of(plan.kind().name()),
        "note", text(plan.note()),
        "publishedAt", Json.of(plan.publishedAt().toString()),
        "firstPublishedAt", Json.of(plan.firstPublishedAt().toString()),
        "pipeline", Json.of(plan.pipeline()));
  }

  /** A path of this machine is nobody's business. */
  private static Json web(@Nullable URI address) {
    return text(
        address != null && address.toString().matches("(?i)https?:.*") ? address.toString() : null);
  }

  private static Json text(@Nullable String text) {
    return text == null ? new Json.Null() : Json.of(text);
  }
}

package colophon.evidence;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.brief.Draft;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingStore;
import colophon.grounding.Thresholds;
import colophon.kernel.Json;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import colophon.text.Embedder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The source check's report, and the stored embeddings that it compared. */
final class CheckPart {

  private final GroundingStore reports;
  private final ArticleStore articles;
  private final NotesPart notes;
  private final Embedder stored;

  /**
   * @param stored gives stored embeddings and computes none
   */
  CheckPart(GroundingStore reports, ArticleStore articles, NotesPart notes, Embedder stored) {
    this.reports = reports;
    this.articles = articles;
    this.notes = notes;
    this.stored = stored;
  }

  void add(Draft draft, ProvenanceRecord record, StoryRevision story, Shelf shelf) {
    reports
        .document(draft.id())
        .ifPresent(report ->
            shelf.put(
                "check/grounding.json",
                "what the source check found, sentence by sentence",
                report));
    List<String> recorded = record.sources().stream().map(RecordedSource::id).toList();
    boolean whole = articles.byIds(recorded).size() == recorded.stream().distinct().count();
    if (!whole || reports.find(draft.id()).isEmpty()) {
      return; // Of what was erased nothing is measured, and half of it would say something else.
    }
    embeddings(draft, dossier(record, story))
        .ifPresent(embeddings ->
            shelf.put(
                "check/embeddings.json",
                "the stored embeddings that closeness in meaning was measured with",
                embeddings));
  }

  /** The sources that the record lists; an article may have been kept from an outside model. */
  private Dossier dossier(ProvenanceRecord record, StoryRevision story) {
    List<String> recorded = record.sources().stream().map(RecordedSource::id).toList();
    List<Article> kept = articles.byIds(recorded);
    List<String> ids =
        story.articleIds().stream()
            .filter(id -> kept.stream().anyMatch(article -> article.id().equals(id)))
            .toList();
    List<Origin> origins =
        story.origins().stream()
            .map(origin ->
                new Origin(
                    origin.name(), origin.articleIds().stream().filter(ids::contains).toList()))
            .filter(origin -> !origin.articleIds().isEmpty())
            .toList();
    return StoryDesk.dossier(new StoryRevision(story.storyId(), story.number(), ids, origins), kept)
        .with(notes.of(record), kept);
  }

  /**
   * Checked once more to see which embeddings it asks for; the thresholds do not matter to that.
   * Empty where one of them is not stored, as after a change of the model that computes them.
   */
  private Optional<Json> embeddings(Draft draft, Dossier dossier) {
    var recording = new RecordingEmbedder(stored);
    try {
      Grounder.check(draft.brief(), dossier, recording, Thresholds.DEFAULT);
    } catch (Uncomputed.NotStoredException e) {
      return Optional.empty();
    }
    var list = new ArrayList<Json>();
    recording
        .used()
        .forEach((text, embedding) ->
            list.add(
                Json.object(
                    "text", Json.of(text.toString()),
                    "vector", Json.of(Base64.getEncoder().encodeToString(embedding.vector())))));
    return Optional.of(
        Json.object("model", Json.of(stored.model()), "embeddings", Json.array(list)));
  }
}

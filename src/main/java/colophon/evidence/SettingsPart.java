package colophon.evidence;

import colophon.edition.Imprint;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.pipeline.DefinitionException;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import colophon.provenance.ProvenanceRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a replay must be told of the newsroom's settings, as they were in force when the version was
 * published. The definitions themselves stay out: they may name paths of this machine.
 */
final class SettingsPart {

  private final DefinitionStore definitions;

  SettingsPart(DefinitionStore definitions) {
    this.definitions = definitions;
  }

  /** The imprint that a version was published with, where it is known. */
  Optional<Imprint> imprint(ProvenanceRecord record) {
    Instant until = until(record);
    return pipeline(record, until)
        .flatMap(pipeline -> newsroom(until).map(newsroom -> newsroom.imprint(pipeline)));
  }

  /** Versions are dated to the second, downwards. */
  private static Instant until(ProvenanceRecord record) {
    return record.brief().publishedAt().plusSeconds(1);
  }

  void add(ProvenanceRecord record, Shelf shelf) {
    Instant until = until(record);
    Map<String, Json> settings = new LinkedHashMap<>();
    Optional<Pipeline> pipeline = pipeline(record, until);
    if (pipeline.isPresent()) {
      put(settings, pipeline.get(), until);
      shelf.put(
          BundledSettings.FILE,
          "the newsroom's settings that a replay needs",
          new Json.Obj(settings));
    }
  }

  private void put(Map<String, Json> settings, Pipeline pipeline, Instant until) {
    settings.put("weakBelowMilli", Json.of(pipeline.thresholds().weakBelowMilli()));
    settings.put("unsupportedBelowMilli", Json.of(pipeline.thresholds().unsupportedBelowMilli()));
    settings.put("review", Json.of(pipeline.review().name()));
    settings.put(
        "leastIndependentSources", Json.of(pipeline.selection().leastIndependentSources()));
    settings.put(
        "schedule",
        pipeline.schedule().fires() ? Json.of(pipeline.schedule().words()) : new Json.Null());
    settings.put("label", Json.of(pipeline.label()));
    definitions
        .body("label", pipeline.label(), until)
        .ifPresent(label ->
            settings.put("labelProfile", Json.of(new String(label, StandardCharsets.UTF_8))));
    newsroom(until)
        .map(newsroom -> newsroom.imprint(pipeline))
        .ifPresent(imprint -> settings.put("imprint", json(imprint)));
  }

  private static Json json(Imprint imprint) {
    return Json.object(
        "publisher", Json.of(imprint.publisher()),
        "responsibleEditor", Json.of(imprint.responsibleEditor()),
        "contact", Json.of(imprint.contact().toString()),
        "site", Json.of(imprint.site().toString()),
        "zone", Json.of(imprint.zone().getId()),
        "sample", Json.of(imprint.sample()));
  }

  /** The pipeline that the record names by digest, where it was applied; nothing where not. */
  private Optional<Pipeline> pipeline(ProvenanceRecord record, Instant until) {
    Optional<byte[]> body =
        definitions
            .body("pipeline", record.run().pipeline(), until)
            .filter(bytes -> Digest.of(bytes).equals(record.run().definition()));
    try {
      return body.isEmpty()
          ? Optional.empty()
          : Optional.of(PipelineReader.read("the pipeline", body.get(), Path.of("pipeline")));
    } catch (DefinitionException e) {
      // A later build may read pipelines more strictly; then there is nothing to tell.
      return Optional.empty();
    }
  }

  private Optional<Newsroom> newsroom(Instant until) {
    Optional<byte[]> body = definitions.body("pipeline", "newsroom", until);
    try {
      return body.isEmpty()
          ? Optional.empty()
          : Optional.of(Newsroom.read("newsroom.yaml", body.get()));
    } catch (DefinitionException e) {
      return Optional.empty();
    }
  }
}

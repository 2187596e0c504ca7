package colophon.evidence;

import colophon.edition.Imprint;
import colophon.kernel.Json;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.provenance.ProvenanceRecord;
import java.nio.charset.StandardCharsets;

/**
 * What a replay must be told of the newsroom's settings. They are added only where the pipeline in
 * force is the one that the record names by digest; of a changed one nothing is said.
 */
final class SettingsPart {

  static final String FILE = "writing/settings.json";

  private final Definitions definitions;
  private final DefinitionStore applied;

  SettingsPart(Definitions definitions, DefinitionStore applied) {
    this.definitions = definitions;
    this.applied = applied;
  }

  void add(ProvenanceRecord record, Shelf shelf) {
    Pipeline pipeline = definitions.pipelines().get(record.run().pipeline());
    if (pipeline == null || !pipeline.definition().equals(record.run().definition())) {
      return;
    }
    Imprint imprint = definitions.newsroom().imprint(pipeline);
    byte[] label = applied.body("label", pipeline.label()).orElse(null);
    shelf.put(
        FILE,
        "the newsroom's settings that a replay needs",
        Json.object(
            "publisher", Json.of(imprint.publisher()),
            "responsibleEditor", Json.of(imprint.responsibleEditor()),
            "contact", Json.of(imprint.contact().toString()),
            "site", Json.of(imprint.site().toString()),
            "zone", Json.of(imprint.zone().getId()),
            "sample", Json.of(imprint.sample()),
            "weakBelowMilli", Json.of(pipeline.thresholds().weakBelowMilli()),
            "unsupportedBelowMilli", Json.of(pipeline.thresholds().unsupportedBelowMilli()),
            "label", Json.of(pipeline.label()),
            "labelProfile",
                label == null
                    ? new Json.Null()
                    : Json.of(new String(label, StandardCharsets.UTF_8))));
  }
}

package colophon.evidence;

import colophon.edition.VersionPlan;
import colophon.grounding.Grounder;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.Slug;
import colophon.provenance.RecordedRights;
import colophon.provenance.RecordedRun;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a bundle holds of a version's circumstances.
 *
 * @param sources the addresses of each source, by its article
 * @param overruled why a source was used in spite of what was said of its use, by its article
 */
record BundledCircumstances(
    Json.Obj run,
    Json.Obj software,
    VersionPlan plan,
    String currency,
    Map<String, Addresses> sources,
    Map<String, RecordedRights.Overruling> overruled) {

  static final String FILE = "publication/circumstances.json";

  /** Where a document was found; nothing where it came from a file. */
  record Addresses(Optional<URI> requested, Optional<URI> landed, Optional<URI> canonical) {}

  BundledCircumstances {
    sources = Map.copyOf(sources);
    overruled = Map.copyOf(overruled);
  }

  static BundledCircumstances read(Json.Obj document) {
    var sources = new LinkedHashMap<String, Addresses>();
    var overruled = new LinkedHashMap<String, RecordedRights.Overruling>();
    if (document.get("sources") instanceof Json.Arr list) {
      for (Json item : list.items()) {
        Json.Obj source = (Json.Obj) item;
        sources.put(
            text(source, "article"),
            new Addresses(
                address(source, "requested"),
                address(source, "landed"),
                address(source, "canonical")));
        if (source.get("overruled") instanceof Json.Obj decision) {
          overruled.put(
              text(source, "article"),
              new RecordedRights.Overruling(text(decision, "by"), text(decision, "reason")));
        }
      }
    }
    return new BundledCircumstances(
        object(document, "run"),
        object(document, "software"),
        plan(object(document, "version")),
        text(document, "currency"),
        sources,
        overruled);
  }

  /**
   * The run as a record tells it. The source check is named as this build names its own.
   *
   * @param schedule in words; null outside of any
   */
  RecordedRun recordedRun(@Nullable String schedule) {
    return new RecordedRun(
        text(run, "id"),
        text(run, "pipeline"),
        Digest.parse(text(run, "definition")),
        schedule,
        text(run, "slot"),
        text(run, "startedBy"),
        Instant.parse(text(run, "startedAt")),
        text(software, "name"),
        text(software, "version"),
        text(software, "build"),
        Grounder.VERSION);
  }

  private static VersionPlan plan(Json.Obj version) {
    int number = version.get("number") instanceof Json.Num num ? (int) num.whole() : 0;
    return new VersionPlan(
        text(version, "brief"),
        new Slug(text(version, "slug")),
        number,
        VersionPlan.Kind.valueOf(text(version, "kind")),
        version.get("note") instanceof Json.Str note ? note.value() : null,
        Instant.parse(text(version, "publishedAt")),
        Instant.parse(text(version, "firstPublishedAt")),
        text(version, "pipeline"));
  }

  private static Optional<URI> address(Json.Obj source, String name) {
    return source.get(name) instanceof Json.Str address
        ? Optional.of(URI.create(address.value()))
        : Optional.empty();
  }

  private static Json.Obj object(Json.Obj document, String name) {
    if (document.get(name) instanceof Json.Obj object) {
      return object;
    }
    throw new IllegalStateException("the circumstances lack \"" + name + "\"");
  }

  private static String text(Json.Obj object, String name) {
    if (object.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw new IllegalStateException("the circumstances lack \"" + name + "\"");
  }
}

package colophon.evidence;

import colophon.article.Article;
import colophon.attest.Circumstances;
import colophon.attest.RecordAssembler;
import colophon.capture.Snapshot;
import colophon.edition.Edition;
import colophon.edition.Imprint;
import colophon.edition.LabelProfile;
import colophon.edition.Printing;
import colophon.grounding.GroundingStore;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.provenance.RecordedArtefact;
import colophon.review.Approved;
import colophon.story.Dossier;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the record anew and compares it with the one that was signed. The published files are
 * taken as they are: whether this build prints them the same is the stage before.
 */
final class RecordReplay {

  private static final String NAME = "record";
  private static final String PLACE_OF_COPY = "urn:colophon:snapshot:";

  private final ReplayMaterial material;
  private final BundledCircumstances circumstances;

  private RecordReplay(ReplayMaterial material, BundledCircumstances circumstances) {
    this.material = material;
    this.circumstances = circumstances;
  }

  static ReplayStage run(ReplayMaterial material, Map<Digest, Snapshot> copies)
      throws JsonFormatException {
    Imprint imprint = material.settings().imprint().orElse(null);
    LabelProfile label = material.settings().label().orElse(null);
    BundledCircumstances circumstances = material.circumstances().orElse(null);
    byte[] report = material.file("check/grounding.json");
    if (imprint == null || label == null || circumstances == null || report == null) {
      return new ReplayStage.NotReplayed(
          NAME, "The newsroom's settings, the run or the source check are not at hand.");
    }
    for (Article article : material.dossier().articles()) {
      if (!copies.containsKey(article.snapshot())) {
        return material.missing(
            NAME, article.snapshot(), "The archived copy of \"" + article.title() + "\"");
      }
    }
    Optional<Approved> approved = Reprint.approved(material, GroundingStore.parse(report));
    if (approved.isEmpty()) {
      return new ReplayStage.Differs(NAME, "This build would not let the draft out.");
    }
    var replay = new RecordReplay(material, circumstances);
    return switch (Reprint.printed(approved.get(), material, replay.dossier(), imprint, label)) {
      case Printing.Refused refused ->
          new ReplayStage.NotReplayed(
              NAME, "This build prints nothing to make it from: " + refused.reasons().getFirst());
      case Printing.Printed printed -> replay.compare(printed.edition(), imprint, copies);
    };
  }

  private ReplayStage compare(Edition edition, Imprint imprint, Map<Digest, Snapshot> copies)
      throws JsonFormatException {
    Json.Obj again =
        withPublishedFiles(
            RecordAssembler.assemble(
                    edition,
                    imprint,
                    new Circumstances(
                        circumstances.recordedRun(material.settings().schedule()),
                        snapshots(copies),
                        previous(),
                        circumstances.currency(),
                        circumstances.overruled()))
                .document(),
            edition);
    byte[] stored = material.needed(material.folder() + "record.json");
    byte[] bytes = CanonicalJson.bytes(again);
    return Arrays.equals(bytes, stored)
        ? new ReplayStage.Same(NAME, "the record " + Digest.of(bytes))
        : new ReplayStage.Differs(
            NAME, Difference.between(again, material.record().document(), "the record"));
  }

  /** The record with the files as they were published in the place of those printed now. */
  private Json.Obj withPublishedFiles(Json.Obj record, Edition edition) throws JsonFormatException {
    var files = new ArrayList<Json>();
    for (var artefact : edition.artefacts()) {
      byte[] published = material.file(material.folder() + artefact.name());
      files.add(
          RecordedArtefact.of(
                  artefact.name(),
                  artefact.mediaType(),
                  published == null ? artefact.bytes() : published)
              .json());
    }
    return record.get("brief") instanceof Json.Obj brief
        ? record.with("brief", brief.with("artefacts", Json.array(files)))
        : record;
  }

  private @Nullable Digest previous() {
    int before = circumstances.plan().version() - 1;
    for (int version = before; version > 0; version--) {
      byte[] record = material.file("earlier/v" + version + "/record.json");
      if (record != null) {
        return Digest.of(record);
      }
    }
    return null;
  }

  /** The copies with the addresses that a WARC file does not tell. */
  private Map<Digest, Snapshot> snapshots(Map<Digest, Snapshot> copies) {
    var snapshots = new HashMap<Digest, Snapshot>();
    for (Article article : material.dossier().articles()) {
      Snapshot copy = copies.get(article.snapshot());
      BundledCircumstances.Addresses addresses = circumstances.sources().get(article.id());
      if (copy != null && addresses != null) {
        URI file = URI.create(PLACE_OF_COPY + copy.digest().hex());
        snapshots.put(
            copy.digest(),
            new Snapshot(
                copy.digest(),
                copy.body(),
                copy.decodedDigest(),
                addresses.requested().orElse(file),
                addresses.landed().orElse(file),
                copy.readerLink(),
                copy.fetchedAt(),
                copy.status(),
                copy.requestHeaders(),
                copy.responseHeaders()));
      }
    }
    return snapshots;
  }

  /** The articles with the addresses they give themselves; a bundle shows the public ones. */
  private Dossier dossier() {
    List<Article> articles = material.dossier().articles().stream().map(this::withAddress).toList();
    return new Dossier(material.dossier().revision(), articles, material.dossier().notes());
  }

  private Article withAddress(Article article) {
    BundledCircumstances.Addresses addresses = circumstances.sources().get(article.id());
    URI address =
        addresses == null
            ? article.address()
            : addresses
                .canonical()
                .orElseGet(() -> URI.create(PLACE_OF_COPY + article.snapshot().hex()));
    return new Article(
        article.id(),
        address,
        article.readerLink(),
        article.snapshot(),
        article.sourceId(),
        article.outlet(),
        article.title(),
        article.authors(),
        article.credit(),
        article.published(),
        article.language(),
        article.text(),
        article.passages(),
        article.hidden(),
        article.extraction());
  }
}

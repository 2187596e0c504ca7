package colophon.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.c2pa.Action;
import colophon.c2pa.Ingredient;
import colophon.c2pa.ManifestContent;
import colophon.c2pa.RecordReference;
import colophon.c2pa.SoftwareAgent;
import colophon.kernel.Digest;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedArtefact;
import colophon.provenance.RecordedAuthor;
import colophon.provenance.RecordedSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a content credential says of one file of a version. It follows from the record and its place
 * in the log alone, and says nothing that they do not say.
 */
final class CredentialContent {

  private static final String EDITED = "compositeWithTrainedAlgorithmicMedia";
  private static final String WRITTEN = "trainedAlgorithmicMedia";

  private CredentialContent() {}

  static ManifestContent of(
      ProvenanceRecord record, RecordedArtefact artefact, String origin, long index) {
    return new ManifestContent(
        manifestId(record.digest(), artefact),
        "urn:colophon:artefact:" + artefact.digest().hex(),
        artefact.name(),
        SoftwareAgent.generator(record.run().software(), record.run().softwareVersion()),
        actions(record),
        record.sources().stream()
            .filter(source -> source.number() > 0)
            .sorted(java.util.Comparator.comparingInt(RecordedSource::number))
            .limit(ManifestContent.MOST_INGREDIENTS)
            .map(CredentialContent::ingredient)
            .toList(),
        new RecordReference(record.digest(), origin, index));
  }

  /**
   * The manifest's name. It has the form of a random one, as the specification asks, and follows
   * from record and file, so that the same publication bears the same name.
   */
  private static UUID manifestId(Digest record, RecordedArtefact artefact) {
    byte[] seed =
        Digest.of(("colophon manifest\n" + record + "\n" + artefact.name()).getBytes(UTF_8)).raw();
    seed[6] = (byte) (seed[6] & 0x0f | 0x40);
    seed[8] = (byte) (seed[8] & 0x3f | 0x80);
    ByteBuffer bytes = ByteBuffer.wrap(seed);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static List<Action> actions(ProvenanceRecord record) {
    String type = record.label().digitalSourceType();
    boolean edited =
        record.sentences().stream()
            .anyMatch(sentence -> sentence.author() instanceof RecordedAuthor.Person);
    var actions = new ArrayList<Action>();
    actions.add(
        Action.created(
            record.run().startedAt(),
            // What it was at its inception: before a person changed it.
            edited && type.endsWith("/" + EDITED)
                ? type.substring(0, type.length() - EDITED.length()) + WRITTEN
                : type,
            new SoftwareAgent(record.model().name(), record.model().reported(), null)));
    if (edited) {
      actions.add(Action.edited(record.review().decidedAt(), type));
    }
    actions.add(Action.published(record.brief().publishedAt()));
    return actions;
  }

  private static Ingredient ingredient(RecordedSource source) {
    return Ingredient.source(
        source.title(),
        "",
        isWeb(source.landed()) ? source.landed() : null,
        source.body(),
        source.published() == null
            ? source.outlet()
            : source.outlet() + ", " + source.published().toLocalDate());
  }

  private static boolean isWeb(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }
}

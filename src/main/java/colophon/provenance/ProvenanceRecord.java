package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of how one version of a brief came to be (schema version 1). It is made once and
 * never changed; the document is kept as it was made or read, so that members this version of
 * Colophon does not know survive.
 */
public final class ProvenanceRecord {

  /** The version of the schema that this class reads and writes. */
  public static final int SCHEMA_VERSION = 1;

  /** The largest record read, in bytes. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final String REWRITINGS = "rewritings";

  private final Json.Obj document;
  private final RecordedBrief brief;
  private final RecordedRun run;
  private final List<RecordedSource> sources;
  private final List<RecordedSentence> sentences;
  private final RecordedModel model;
  private final List<RecordedRewriting> rewritings;
  private final RecordedReview review;
  private final RecordedLabel label;

  /** Worked out when it is first asked for; whoever does it twice finds the same. */
  private @Nullable Digest digest;

  private ProvenanceRecord(Json.Obj document) throws ProvenanceFormatException {
    var members = new Members("", document);
    int version = members.count("schemaVersion");
    if (version != SCHEMA_VERSION) {
      throw members.unexpected("schemaVersion", Integer.toString(SCHEMA_VERSION), Json.of(version));
    }
    this.document = document;
    this.brief = RecordedBrief.read(members.object("brief"));
    this.run = RecordedRun.read(members.object("run"));
    this.sources = List.copyOf(RecordedSource.readAll(members.objects("sources")));
    this.sentences = List.copyOf(RecordedSentence.readAll(members.objects("sentences")));
    this.model = RecordedModel.read(members.object("model"));
    this.rewritings =
        document.get(REWRITINGS) == null
            ? List.of()
            : List.copyOf(RecordedRewriting.readAll(members.objects(REWRITINGS)));
    this.review = RecordedReview.read(members.object("review"));
    this.label = RecordedLabel.read(members.object("label"));
  }

  /** A new record of these facts. */
  public static ProvenanceRecord of(
      RecordedBrief brief,
      RecordedRun run,
      List<RecordedSource> sources,
      List<RecordedSentence> sentences,
      RecordedModel model,
      List<RecordedRewriting> rewritings,
      RecordedReview review,
      RecordedLabel label) {
    var document =
        new ObjectBuilder()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("brief", brief.json())
            .put("run", run.json())
            .putAll("sources", sources)
            .putAll("sentences", sentences)
            .put("model", model.json())
            .put("review", review.json())
            .put("label", label.json());
    if (!rewritings.isEmpty()) {
      document.putAll(REWRITINGS, rewritings);
    }
    try {
      return new ProvenanceRecord(document.build());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a record could not be read back: " + e.getMessage(), e);
    }
  }

  /** Reads a record, canonical or not. */
  public static ProvenanceRecord parse(byte[] json) throws ProvenanceFormatException {
    try {
      return new ProvenanceRecord(JsonReader.readObject(json, MOST_BYTES));
    } catch (JsonFormatException e) {
      throw new ProvenanceFormatException(e);
    }
  }

  /** Reads a record that stands inside another document. */
  public static ProvenanceRecord of(Json.Obj document) throws ProvenanceFormatException {
    return new ProvenanceRecord(document);
  }

  /** The canonical bytes (RFC 8785): what is stored, published and named. */
  public byte[] bytes() {
    return CanonicalJson.bytes(document);
  }

  /** The name of this record: the digest of its canonical bytes. */
  public Digest digest() {
    Digest known = digest;
    if (known == null) {
      known = Digest.of(bytes());
      digest = known;
    }
    return known;
  }

  /** The whole document, with every member it was read with. */
  public Json.Obj document() {
    return document;
  }

  public RecordedBrief brief() {
    return brief;
  }

  public RecordedRun run() {
    return run;
  }

  /** Every article of the story's revision, cited or not. */
  public List<RecordedSource> sources() {
    return sources;
  }

  /** Every sentence in reading order, headline first. */
  public List<RecordedSentence> sentences() {
    return sentences;
  }

  public RecordedModel model() {
    return model;
  }

  /** The sections that a model wrote again since the draft. */
  public List<RecordedRewriting> rewritings() {
    return rewritings;
  }

  public RecordedReview review() {
    return review;
  }

  public RecordedLabel label() {
    return label;
  }
}

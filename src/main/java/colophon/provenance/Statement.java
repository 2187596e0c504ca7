package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * An in-toto Statement v1: these files came to be as this record says.
 *
 * @param subjects every artefact of the version, in the record's order
 * @param record the predicate, whole
 */
public record Statement(List<Subject> subjects, ProvenanceRecord record) {

  /** What the predicate is. It says v0 until the format has settled. */
  public static final String PREDICATE_TYPE = "urn:colophon:brief-record:v0";

  /** The largest statement read, in bytes. */
  public static final int MOST_BYTES = ProvenanceRecord.MOST_BYTES + 256 * 1024;

  private static final String TYPE = "https://in-toto.io/Statement/v1";

  /** One file by name and digest. */
  public record Subject(String name, Digest digest) {}

  public Statement {
    subjects = List.copyOf(subjects);
  }

  /** The statement that makes every artefact of the record a subject. */
  public static Statement of(ProvenanceRecord record) {
    var subjects = new ArrayList<Subject>();
    for (RecordedArtefact artefact : record.brief().artefacts()) {
      subjects.add(new Subject(artefact.name(), artefact.digest()));
    }
    return new Statement(subjects, record);
  }

  /** The canonical bytes, UTF-8: the payload of the envelope. */
  public byte[] bytes() {
    var items = new ArrayList<Json>();
    for (Subject subject : subjects) {
      items.add(
          Json.object(
              "name",
              Json.of(subject.name()),
              "digest",
              Json.object("sha256", Json.of(subject.digest().hex()))));
    }
    return CanonicalJson.bytes(
        Json.object(
            "_type",
            Json.of(TYPE),
            "subject",
            Json.array(items),
            "predicateType",
            Json.of(PREDICATE_TYPE),
            "predicate",
            record.document()));
  }

  /** This statement, signed. */
  public Envelope sign(StatementSigner signer) {
    return Envelope.sign(Envelope.IN_TOTO, bytes(), signer);
  }

  /** Reads a statement whose predicate is a record of ours. */
  public static Statement parse(byte[] json) throws ProvenanceFormatException {
    Json.Obj document;
    try {
      document = JsonReader.readObject(json, MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new ProvenanceFormatException(e);
    }
    var members = new Members("", document);
    expect(members, "_type", TYPE);
    expect(members, "predicateType", PREDICATE_TYPE);
    var subjects = new ArrayList<Subject>();
    var names = new HashSet<String>();
    for (Members subject : members.objects("subject")) {
      String name = subject.text("name");
      if (!names.add(name)) {
        throw subject.unexpected("name", "a name of its own", Json.of(name));
      }
      subjects.add(new Subject(name, sha256(subject.object("digest"))));
    }
    if (!(document.get("predicate") instanceof Json.Obj predicate)) {
      throw new ProvenanceFormatException("predicate: expected an object");
    }
    return new Statement(subjects, ProvenanceRecord.of(predicate));
  }

  private static Digest sha256(Members digests) throws ProvenanceFormatException {
    String hex = digests.text("sha256");
    try {
      return new Digest(hex);
    } catch (IllegalArgumentException e) {
      throw digests.unexpected("sha256", "64 lower-case hexadecimal digits", Json.of(hex));
    }
  }

  private static void expect(Members members, String name, String value)
      throws ProvenanceFormatException {
    String found = members.text(name);
    if (!found.equals(value)) {
      throw members.unexpected(name, value, Json.of(found));
    }
  }
}

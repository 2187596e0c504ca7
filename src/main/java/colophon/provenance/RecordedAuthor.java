package colophon.provenance;

import colophon.kernel.Json;

/** Who wrote a sentence as it stands. */
public sealed interface RecordedAuthor {

  /** The model of the draft. */
  record Model() implements RecordedAuthor {}

  /** A person who wrote or changed it, by the name the newsroom publishes. */
  record Person(String name) implements RecordedAuthor {}

  /** As JSON. */
  default Json.Obj json() {
    return switch (this) {
      case Model ignored -> new ObjectBuilder().put("kind", "model").build();
      case Person person ->
          new ObjectBuilder().put("kind", "person").put("name", person.name()).build();
    };
  }

  static RecordedAuthor read(Members members) throws ProvenanceFormatException {
    String kind = members.text("kind");
    if (kind.equals("model")) {
      return new Model();
    }
    if (kind.equals("person")) {
      return new Person(members.text("name"));
    }
    throw members.unexpected("kind", "model or person", Json.of(kind));
  }
}

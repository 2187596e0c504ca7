package colophon.provenance;

import colophon.kernel.Json;

/** Who let the brief out. */
public sealed interface RecordedReviewer {

  /** A person who read it, with the role held then. */
  record Person(String name, String role) implements RecordedReviewer {}

  /** Nobody read it: the pipeline's policy let it out. */
  record Policy(String pipeline) implements RecordedReviewer {}

  /** As JSON. */
  default Json.Obj json() {
    return switch (this) {
      case Person person ->
          new ObjectBuilder()
              .put("kind", "person")
              .put("name", person.name())
              .put("role", person.role())
              .build();
      case Policy policy ->
          new ObjectBuilder().put("kind", "policy").put("pipeline", policy.pipeline()).build();
    };
  }

  static RecordedReviewer read(Members members) throws ProvenanceFormatException {
    String kind = members.text("kind");
    if (kind.equals("person")) {
      return new Person(members.text("name"), members.text("role"));
    }
    if (kind.equals("policy")) {
      return new Policy(members.text("pipeline"));
    }
    throw members.unexpected("kind", "person or policy", Json.of(kind));
  }
}

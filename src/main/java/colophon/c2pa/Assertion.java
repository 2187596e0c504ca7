package colophon.c2pa;

import java.util.List;

/** One statement of a manifest. The claim lists each with its hash. */
public sealed interface Assertion
    permits DataHash, Actions, Ingredient, RecordReference, Assertion.Other {

  /** Its label as the specification names it, without the number of a further instance. */
  String label();

  /** Its content. */
  Cbor.Members cbor();

  /** An assertion of a kind that we neither write nor read. */
  record Other(String label, Cbor.Members cbor) implements Assertion {}

  /** Reads the content of an assertion by its label. */
  static Assertion read(String label, Cbor content) throws C2paFormatException {
    String kind = withoutInstance(label);
    Fields fields = Fields.of(content, label);
    return switch (kind) {
      case DataHash.LABEL -> DataHash.read(fields);
      case Actions.LABEL -> Actions.read(fields);
      case Ingredient.LABEL -> Ingredient.read(fields);
      case RecordReference.LABEL -> RecordReference.read(fields);
      default -> new Other(kind, (Cbor.Members) content);
    };
  }

  /** The labels that bind a manifest to the bytes of an asset (section 9.2). */
  List<String> HARD_BINDINGS =
      List.of(
          DataHash.LABEL,
          "c2pa.hash.boxes",
          "c2pa.hash.collection.data",
          "c2pa.hash.bmff",
          "c2pa.hash.bmff.v2",
          "c2pa.hash.bmff.v3");

  /** Takes the number of a further instance ({@code __1}) off a label. */
  static String withoutInstance(String label) {
    int at = label.lastIndexOf("__");
    return at > 0 && label.substring(at + 2).matches("[1-9][0-9]{0,3}")
        ? label.substring(0, at)
        : label;
  }

  /** The label of the instance with that number, from 0. */
  static String instance(String label, int number) {
    return number == 0 ? label : label + "__" + number;
  }
}

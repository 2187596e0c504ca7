package colophon.provenance;

import colophon.kernel.JsonFormatException;

/** A record, statement, envelope or key is malformed; says what was expected, found and where. */
public final class ProvenanceFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProvenanceFormatException(String message) {
    super(message);
  }

  ProvenanceFormatException(JsonFormatException notJson) {
    super(notJson.getMessage(), notJson);
  }
}

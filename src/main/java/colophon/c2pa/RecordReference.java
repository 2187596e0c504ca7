package colophon.c2pa;

import colophon.kernel.Digest;

/**
 * Our own assertion: which provenance record speaks of this version, and where it stands in the
 * log. Its content is {@code {record: "sha256:HEX", logOrigin: text, logIndex: number}}.
 *
 * @param record the digest of the canonical record
 * @param logOrigin the origin line of the log's checkpoints
 * @param logIndex the record's place in the log, from 0
 */
public record RecordReference(Digest record, String logOrigin, long logIndex) implements Assertion {

  /** Its label. No domain is ours, so it begins with our name alone. */
  public static final String LABEL = "colophon.record";

  static RecordReference read(Fields fields) throws C2paFormatException {
    String record = fields.text("record");
    try {
      return new RecordReference(
          Digest.parse(record), fields.text("logOrigin"), fields.count("logIndex"));
    } catch (IllegalArgumentException e) {
      throw fields.wrong("record", "sha256: and 64 hexadecimal digits", "\"" + record + "\"");
    }
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public Cbor.Members cbor() {
    return new CborMap()
        .put("record", record.toString())
        .put("logOrigin", logOrigin)
        .put("logIndex", Cbor.of(logIndex))
        .build();
  }
}

package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;

/**
 * The stretch of a source's text that a sentence rests on.
 *
 * @param source the id of a source of the same record
 * @param passage the number of the passage, from 1
 * @param start in code points of the source's extracted text
 * @param end the code point after the last one
 * @param span the digest of the characters between
 */
public record RecordedCitation(String source, int passage, int start, int end, Digest span)
    implements Recorded {

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("source", source)
        .put("passage", passage)
        .put("start", start)
        .put("end", end)
        .put("span", span)
        .build();
  }

  static RecordedCitation read(Members members) throws ProvenanceFormatException {
    return new RecordedCitation(
        members.text("source"),
        members.count("passage"),
        members.count("start"),
        members.count("end"),
        members.digest("span"));
  }
}

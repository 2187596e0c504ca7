package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * One sentence of the brief; headline, standfirst and subheads are sentences too. Its words stand
 * in the artefacts; the record names them by digest.
 *
 * @param id unique in the brief
 * @param role such as {@code headline}, {@code standfirst}, {@code lede}, {@code subhead}, {@code
 *     body}
 * @param text the digest of the sentence in NFC
 */
public record RecordedSentence(
    String id,
    String role,
    Digest text,
    List<RecordedCitation> citations,
    RecordedVerdict verdict,
    RecordedAuthor author)
    implements Recorded {

  public RecordedSentence {
    citations = List.copyOf(citations);
  }

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("id", id)
        .put("role", role)
        .put("text", text)
        .putAll("citations", citations)
        .put("verdict", verdict.json())
        .put("author", author.json())
        .build();
  }

  static RecordedSentence read(Members members) throws ProvenanceFormatException {
    var citations = new ArrayList<RecordedCitation>();
    for (Members citation : members.objects("citations")) {
      citations.add(RecordedCitation.read(citation));
    }
    return new RecordedSentence(
        members.text("id"),
        members.text("role"),
        members.digest("text"),
        citations,
        RecordedVerdict.read(members.object("verdict")),
        RecordedAuthor.read(members.object("author")));
  }

  static List<RecordedSentence> readAll(List<Members> all) throws ProvenanceFormatException {
    var sentences = new ArrayList<RecordedSentence>();
    for (Members members : all) {
      sentences.add(read(members));
    }
    return sentences;
  }
}

package colophon.provenance;

import colophon.kernel.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source is that somebody of the newsroom wrote down: a desk note. Of one off the record the
 * record has digests of its words, which a seal inside of them keeps from being guessed, and names
 * nobody outside the newsroom.
 *
 * @param writtenBy who of the newsroom holds it
 * @param source who knows it; null where the note is off the record
 * @param confirmed how, in words for readers
 */
public record RecordedDeskNote(
    String writtenBy,
    Instant writtenAt,
    @Nullable String source,
    Instant learntAt,
    String confirmed,
    boolean onRecord)
    implements Recorded {

  public RecordedDeskNote {
    if (!onRecord && source != null) {
      throw new IllegalArgumentException("a note off the record names nobody outside");
    }
  }

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("writtenBy", writtenBy)
        .putText("writtenAt", writtenAt)
        .put("source", source)
        .putText("learntAt", learntAt)
        .put("confirmed", confirmed)
        .put("onRecord", onRecord)
        .build();
  }

  static @Nullable RecordedDeskNote read(@Nullable Members members)
      throws ProvenanceFormatException {
    if (members == null) {
      return null;
    }
    boolean onRecord = members.flag("onRecord");
    String source = members.textOrNull("source");
    if (!onRecord && source != null) {
      throw members.unexpected("source", "nothing of a note off the record", Json.of(source));
    }
    return new RecordedDeskNote(
        members.text("writtenBy"),
        members.time("writtenAt"),
        source,
        members.time("learntAt"),
        members.text("confirmed"),
        onRecord);
  }
}

package colophon.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.kernel.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedDeskNoteTest {

  private static final Instant LEARNT = Instant.parse("2026-01-14T08:15:00Z");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsWrittenIsRead(boolean onRecord) throws Exception {
    RecordedDeskNote note = note(onRecord ? "the harbour master" : null, onRecord);
    assertThat(RecordedDeskNote.read(new Members("sources[0].deskNote", note.json())))
        .isEqualTo(note);
  }

  @Test
  void aNoteOffTheRecordNamesNobodyOutside() {
    assertThatIllegalArgumentException().isThrownBy(() -> note("the harbour master", false));
    Json.Obj forged = note(null, false).json().with("source", Json.of("the harbour master"));
    assertThatThrownBy(() -> RecordedDeskNote.read(new Members("sources[0].deskNote", forged)))
        .isInstanceOf(ProvenanceFormatException.class)
        .hasMessageContaining("sources[0].deskNote.source")
        .hasMessageContaining("nothing of a note off the record");
  }

  @Test
  void aRecordMadeBeforeThereWereNotesHasNone() throws Exception {
    assertThat(RecordedDeskNote.read(null)).isNull();
    assertThat(SampleRecord.record().sources().getFirst().deskNote()).isNull();
  }

  private static RecordedDeskNote note(@Nullable String source, boolean onRecord) {
    return new RecordedDeskNote(
        "Kim Seo-yeon", LEARNT.plusSeconds(60), source, LEARNT, "Counted again.", onRecord);
  }
}

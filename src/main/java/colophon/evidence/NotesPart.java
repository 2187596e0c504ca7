package colophon.evidence;

import colophon.kernel.Json;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import colophon.story.DeskNote;
import colophon.story.DeskNotes;
import java.util.ArrayList;
import java.util.List;

/** What is known of the desk notes that a version rests on, beside their words. */
final class NotesPart {

  private final DeskNotes notes;

  NotesPart(DeskNotes notes) {
    this.notes = notes;
  }

  /** The notes that the record lists, in its order. */
  List<DeskNote> of(ProvenanceRecord record) {
    return notes.of(
        record.sources().stream()
            .filter(source -> source.deskNote() != null)
            .map(RecordedSource::id)
            .toList());
  }

  void add(ProvenanceRecord record, Shelf shelf) {
    List<DeskNote> found = of(record);
    if (found.isEmpty()) {
      return;
    }
    var list = new ArrayList<Json>();
    found.forEach(note -> list.add(BundledNotes.format(note)));
    shelf.put(
        BundledNotes.FILE,
        found.stream().allMatch(DeskNote::onRecord)
            ? "desk notes: who knows it, when it was learnt, how it was confirmed"
            : "desk notes, some of them OFF THE RECORD: who knows it must not be published",
        Json.array(list));
  }
}

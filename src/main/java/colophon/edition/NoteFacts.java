package colophon.edition;

import colophon.story.DeskNote;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What readers are told of a desk note. Of one off the record that is neither its words nor who
 * they come from.
 *
 * @param mark such as {@code Desk note}
 * @param facts who, when, how confirmed, a few words each
 */
record NoteFacts(boolean onRecord, String mark, List<String> facts, OffsetDateTime learnt) {

  NoteFacts {
    facts = List.copyOf(facts);
  }

  static NoteFacts of(DeskNote note, Words words, ZoneId zone) {
    OffsetDateTime learnt = note.learntAt().atZone(zone).toOffsetDateTime();
    var facts = new ArrayList<String>();
    if (note.onRecord()) {
      facts.add(CleanText.line(note.who()));
    }
    facts.add(words.text("desk-note.held", "name", CleanText.line(note.writtenBy())));
    facts.add(words.text("desk-note.learnt", "date", words.moment(learnt)));
    facts.add(words.text("desk-note.confirmed", "how", CleanText.line(note.confirmed())));
    return new NoteFacts(note.onRecord(), mark(note, words), facts, learnt);
  }

  static String mark(DeskNote note, Words words) {
    return words.text(note.onRecord() ? "desk-note" : "desk-note.off");
  }

  /** All of it in one line, the mark first. */
  String line() {
    return mark + " · " + told();
  }

  /** The facts in one line. */
  String told() {
    return String.join(" · ", facts);
  }
}

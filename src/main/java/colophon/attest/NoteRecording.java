package colophon.attest;

import colophon.article.Article;
import colophon.brief.Citation;
import colophon.capture.Snapshot;
import colophon.kernel.Digest;
import colophon.provenance.RecordedCitation;
import colophon.provenance.RecordedDeskNote;
import colophon.provenance.RecordedRights;
import colophon.provenance.RecordedSource;
import colophon.story.DeskNote;
import java.util.List;

/** What a record says of a desk note: the one place that decides what of it may become public. */
final class NoteRecording {

  private static final String PLACE = "urn:colophon:snapshot:";

  private NoteRecording() {}

  /**
   * The note as a source. Its own article says nothing here but what its text digests to.
   *
   * @param number the mark that a reader sees
   */
  static RecordedSource source(
      DeskNote note, Article words, Snapshot copy, int number, String publisher, String origin) {
    String place = PLACE + copy.digest().hex();
    return new RecordedSource(
        words.id(),
        number,
        words.sourceId(),
        place,
        place,
        null,
        publisher,
        note.onRecord() ? note.mark() + ": " + note.who() : note.mark(),
        List.of(),
        null,
        null,
        words.language().tag(),
        copy.fetchedAt(),
        copy.status(),
        copy.digest(),
        copy.decodedDigest(),
        copy.warcRecordId().toString(),
        words.extraction(),
        words.textDigest(),
        origin,
        new RecordedRights("use", null, List.of(), null),
        new RecordedDeskNote(
            note.writtenBy(),
            note.writtenAt(),
            note.onRecord() ? note.who() : null,
            note.learntAt(),
            note.confirmed(),
            note.onRecord()));
  }

  /**
   * That a sentence rests on a note off the record: on all of its text, seal and words together,
   * since the digest of a few words could be found out by trying.
   */
  static RecordedCitation whole(Citation citation, Article words) {
    return new RecordedCitation(
        citation.articleId(),
        citation.passage(),
        0,
        words.text().codePointCount(0, words.text().length()),
        Digest.ofText(words.text()));
  }
}

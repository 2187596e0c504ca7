package colophon.copydesk;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.article.Extraction;
import colophon.article.Extractor;
import colophon.capture.Captured;
import colophon.capture.WrittenHere;
import colophon.review.Copy;
import colophon.story.DeskNote;
import colophon.story.DeskNotes;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where editors write down what they know themselves, so that a sentence can rest on it. A note's
 * words are kept as an archived copy first and read from there, like any source's.
 */
public final class NoteDesk {

  /** The most notes that stand on one draft. */
  public static final int MOST_NOTES = 10;

  /** Of 26 letters each: more than anybody tries. */
  private static final int SEAL_LETTERS = 28;

  private final CopyDesk desk;
  private final EditStore edits;
  private final PlaceStore places;
  private final DeskLog log;
  private final DeskNotes notes;
  private final WrittenHere copies;
  private final Extractor extractor;
  private final ArticleStore articles;
  private final TransactionTemplate transaction;
  private final RandomGenerator chance;
  private final InstantSource clock;

  NoteDesk(
      CopyDesk desk,
      EditStore edits,
      PlaceStore places,
      DeskLog log,
      DeskNotes notes,
      WrittenHere copies,
      Extractor extractor,
      ArticleStore articles,
      TransactionTemplate transaction,
      RandomGenerator chance,
      InstantSource clock) {
    this.desk = desk;
    this.edits = edits;
    this.places = places;
    this.log = log;
    this.notes = notes;
    this.copies = copies;
    this.extractor = extractor;
    this.articles = articles;
    this.transaction = transaction;
    this.chance = chance;
    this.clock = clock;
  }

  /** How the writing of a note ended. */
  public sealed interface Written {

    /** It stands. */
    record Kept(DeskNote note) implements Written {}

    /** It does not; the reason is a sentence. */
    record Refused(String reason) implements Written {}
  }

  /** The notes that a sentence of a draft can be bound to, the earliest first. */
  public List<DeskNote> standing(Worksheet sheet) {
    return notes.standing(sheet.root().id());
  }

  /**
   * Writes a note down on a draft.
   *
   * @param draftId any draft of the line
   */
  public Written write(String draftId, NewNote given, Person by) {
    NewNote note = NoteForm.clean(given);
    return inTurn(
        draftId,
        Written.Refused::new,
        sheet -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          if (standing(sheet).size() >= MOST_NOTES) {
            return new Written.Refused(
                "A draft has at most "
                    + MOST_NOTES
                    + " desk notes; strike one that no sentence rests on.");
          }
          return NoteForm.complaint(note, now)
              .<Written>map(Written.Refused::new)
              .orElseGet(() -> keep(sheet, note, by, now));
        });
  }

  private Written keep(Worksheet sheet, NewNote given, Person by, Instant now) {
    String root = sheet.root().id();
    String id = "n-" + HexFormat.of().toHexDigits(chance.nextLong());
    String text = "Sealed " + seal() + ".\n\n" + given.text();
    Instant learnt = Objects.requireNonNull(given.learntAt()).truncatedTo(ChronoUnit.MICROS);
    Captured captured =
        copies.keep(
            DeskNote.SOURCE,
            URI.create("urn:colophon:desk-note:" + id),
            DeskNote.MARK,
            DeskNote.MARK + "\n\n" + text + "\n",
            learnt,
            now);
    Extraction read = extractor.extract(captured);
    if (!(read instanceof Extraction.Extracted extracted) || !whole(extracted.article(), text)) {
      return new Written.Refused(
          "Some of it would not be read as words, such as markup or the credit of an agency; write"
              + " it in plain sentences.");
    }
    articles.keep(captured, read, now);
    var note =
        new DeskNote(
            id,
            extracted.article().id(),
            by.name(),
            now,
            given.who(),
            learnt,
            given.confirmed(),
            given.onRecord());
    notes.keep(root, note, by.login());
    log.note(root, sheet.draft().id(), new DeskEvent.NoteWritten(id, given.onRecord()), by, now);
    return new Written.Kept(note);
  }

  /** What was read is what was written, in two passages. */
  private static boolean whole(Article article, String text) {
    return article.text().equals(text) && article.passages().size() == DeskNote.WORDS;
  }

  /** Strikes a note that no sentence rests on. */
  public NoteResult strike(String draftId, String noteId, Person by) {
    return inTurn(
        draftId,
        NoteResult.Refused::new,
        sheet -> {
          Optional<DeskNote> found =
              standing(sheet).stream().filter(note -> note.id().equals(noteId)).findFirst();
          if (found.isEmpty()) {
            return new NoteResult.Refused("There is no such desk note on this draft.");
          }
          if (sheet.draft().brief().citedArticleIds().contains(found.get().articleId())) {
            return new NoteResult.Refused(
                "A sentence rests on that desk note; bind the sentence to something else first.");
          }
          Instant now = clock.instant();
          notes.strike(sheet.root().id(), noteId, now);
          log.note(
              sheet.root().id(), sheet.draft().id(), new DeskEvent.NoteStruck(noteId), by, now);
          return new NoteResult.Noted(sheet);
        });
  }

  /** Nobody changes the draft, or its notes, meanwhile; what is refused leaves nothing behind. */
  private <T> T inTurn(String draftId, Function<String, T> refused, Function<Worksheet, T> work) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          places.hold(edits.root(draftId));
          Optional<Worksheet> found = desk.worksheet(draftId);
          if (found.isEmpty()) {
            return refused.apply("There is no draft " + draftId + " at the desk.");
          }
          if (!(found.get().copy() instanceof Copy.Waiting)) {
            return refused.apply("It waits no more, so its desk notes stay as they are.");
          }
          T result = work.apply(found.get());
          if (result instanceof Written.Refused || result instanceof NoteResult.Refused) {
            status.setRollbackOnly();
          }
          return result;
        }));
  }

  private String seal() {
    return chance
        .ints(SEAL_LETTERS, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package colophon.copydesk;

import colophon.text.NormalText;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Reads a desk note as somebody gave it: without what nobody sees, and whole, or not at all. */
final class NoteForm {

  /** The most code points of a note's words, of who knows it, and of how it was confirmed. */
  static final int MOST_WORDS = 2_000;

  static final int MOST_WHO = 200;

  static final int MOST_CONFIRMED = 500;

  /** Fewer letters are no words that anything could rest on. */
  static final int FEWEST_LETTERS = 25;

  private NoteForm() {}

  /** The note without invisible characters and line breaks. */
  static NewNote clean(NewNote note) {
    return new NewNote(
        line(note.text()),
        line(note.who()),
        note.learntAt(),
        line(note.confirmed()),
        note.onRecord());
  }

  /** What is wrong with a clean note, a sentence for who wrote it; empty where nothing is. */
  static Optional<String> complaint(NewNote note, Instant now) {
    return words(note.text())
        .or(() -> who(note))
        .or(() -> learnt(note, now))
        .or(() -> confirmed(note));
  }

  private static Optional<String> words(String text) {
    if (text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
      return Optional.of(
          "A desk note needs words that a sentence can rest on, at least "
              + FEWEST_LETTERS
              + " letters; write down what is known.");
    }
    return tooLong("A desk note", text, MOST_WORDS);
  }

  private static Optional<String> who(NewNote note) {
    return note.who().isEmpty()
        ? Optional.of(
            "Say who knows it, such as “a spokesperson of the port authority”, or that you saw it"
                + " yourself.")
        : tooLong("Who knows it", note.who(), MOST_WHO);
  }

  private static Optional<String> learnt(NewNote note, Instant now) {
    Instant learnt = note.learntAt();
    if (learnt == null) {
      return Optional.of("Say when it was learnt, as a date and a time in UTC.");
    }
    return learnt.isAfter(now)
        ? Optional.of("It was learnt before now; look at the date and the time, which are in UTC.")
        : Optional.empty();
  }

  private static Optional<String> confirmed(NewNote note) {
    if (note.confirmed().isEmpty()) {
      return Optional.of(
          "Say how it was confirmed; readers are told, also where the note is off the record.");
    }
    boolean tells =
        !note.onRecord()
            && (folded(note.confirmed()).contains(folded(note.who()))
                || folded(note.confirmed()).contains(folded(note.text())));
    return tells
        ? Optional.of(
            "The note is off the record, and readers are told how it was confirmed: say it without"
                + " naming who knows it or what was said.")
        : tooLong("How it was confirmed", note.confirmed(), MOST_CONFIRMED);
  }

  private static Optional<String> tooLong(String what, String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most
        ? Optional.empty()
        : Optional.of(what + " has at most " + most + " characters, and these are " + length + ".");
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String line(String text) {
    return NormalText.line(NormalText.withoutInvisible(text));
  }
}

package colophon.desk;

import colophon.story.DeskNote;

/**
 * A desk note as editors and auditors see it.
 *
 * @param cited whether a sentence of the draft rests on it, so that it cannot be struck
 */
public record NoteView(
    String id,
    String article,
    String mark,
    boolean onRecord,
    String who,
    String by,
    String written,
    String learnt,
    String confirmed,
    String words,
    boolean cited) {

  /** The number of the passage that a sentence rests on. */
  public int passage() {
    return DeskNote.WORDS;
  }

  static NoteView of(DeskNote note, String words, boolean cited) {
    return new NoteView(
        note.id(),
        note.articleId(),
        note.mark(),
        note.onRecord(),
        note.who(),
        note.writtenBy(),
        DeskWords.moment(note.writtenAt()),
        DeskWords.moment(note.learntAt()),
        note.confirmed(),
        words,
        cited);
  }

  /**
   * A note as somebody gave it, to give it again where it was refused.
   *
   * @param open whether the form is to stand open
   */
  public record Given(
      String text, String who, String learnt, String confirmed, boolean off, boolean open) {

    /** Nothing was given yet. */
    public static final Given NOTHING = new Given("", "", "", "", true, false);
  }
}

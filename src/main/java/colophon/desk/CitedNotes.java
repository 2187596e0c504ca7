package colophon.desk;

import colophon.brief.Citation;
import colophon.story.DeskNote;
import colophon.story.Dossier;

/** What of a desk note a sentence may rest on. */
final class CitedNotes {

  private CitedNotes() {}

  /** Whether it is words: of a note its seal is none. */
  static boolean restsOnWords(Citation citation, Dossier dossier) {
    return dossier.note(citation.articleId()).isEmpty() || citation.passage() == DeskNote.WORDS;
  }
}

package colophon.edition;

import colophon.story.DeskNote;
import colophon.story.Dossier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What must hold for desk notes in every finished format: each has its mark, and of one off the
 * record the words stand nowhere.
 */
record NoteProof(Dossier dossier, Words words) {

  /** What stands for a character in markup or JSON. */
  private static final Pattern ESCAPES =
      Pattern.compile("&#?[a-zA-Z0-9]+;|\\\\u[0-9a-fA-F]{4}|\\\\.");

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** The note that an article holds; empty where it is a report. */
  Optional<DeskNote> of(String articleId) {
    return dossier.note(articleId);
  }

  /** Whether a part of a page bears the mark of that note, in its own words. */
  boolean isMarked(Element part, DeskNote note) {
    Element mark = part.selectFirst("b.desk-note");
    return mark != null && mark.wholeText().equals(NoteFacts.mark(note, words));
  }

  /** What of notes off the record stands in a file, though no sentence says it. */
  List<String> leaks(String file, List<String> sentences) {
    String all = folded(file);
    String said = folded(String.join(" ", sentences));
    return dossier.notes().stream()
        .filter(note -> !note.onRecord())
        .filter(note -> {
          String secret = folded(secret(note));
          return all.contains(secret) && !said.contains(secret);
        })
        .map(note -> "it holds the words of the desk note " + note.id() + ", off the record")
        .toList();
  }

  private String secret(DeskNote note) {
    var article = dossier.article(note.articleId()).orElseThrow();
    return article.textOf(article.passage(DeskNote.WORDS));
  }

  private static String folded(String text) {
    return NEITHER_LETTER_NOR_DIGIT
        .matcher(ESCAPES.matcher(text).replaceAll(" "))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}

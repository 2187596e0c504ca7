package colophon.evidence;

import colophon.article.Article;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.story.DeskNote;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The desk notes in a bundle. */
final class BundledNotes {

  /** Where they lie; not there where a version rests on none. */
  static final String FILE = "writing/notes.json";

  private static final int MOST_BYTES = 4 << 20;

  private BundledNotes() {}

  static Json format(DeskNote note) {
    return Json.object(
        "id", Json.of(note.id()),
        "article", Json.of(note.articleId()),
        "writtenBy", Json.of(note.writtenBy()),
        "writtenAt", Json.of(note.writtenAt().toString()),
        "source", Json.of(note.who()),
        "learntAt", Json.of(note.learntAt().toString()),
        "confirmed", Json.of(note.confirmed()),
        "onRecord", Json.of(note.onRecord()));
  }

  /** The notes that lie in a bundle. */
  static List<DeskNote> read(SortedMap<String, byte[]> files) throws JsonFormatException {
    byte[] file = files.get(FILE);
    if (file == null) {
      return List.of();
    }
    var notes = new ArrayList<DeskNote>();
    if (JsonReader.read(file, MOST_BYTES) instanceof Json.Arr list) {
      for (Json item : list.items()) {
        notes.add(note(item));
      }
    }
    return notes;
  }

  /** The articles that are the words of no note. */
  static List<Article> reports(List<Article> articles, List<DeskNote> notes) {
    return articles.stream()
        .filter(article -> notes.stream().noneMatch(note -> note.articleId().equals(article.id())))
        .toList();
  }

  private static DeskNote note(Json item) throws JsonFormatException {
    if (!(item instanceof Json.Obj note)) {
      throw new JsonFormatException("expected a desk note in " + FILE);
    }
    try {
      return new DeskNote(
          text(note, "id"),
          text(note, "article"),
          text(note, "writtenBy"),
          Instant.parse(text(note, "writtenAt")),
          text(note, "source"),
          Instant.parse(text(note, "learntAt")),
          text(note, "confirmed"),
          Json.of(true).equals(note.get("onRecord")));
    } catch (DateTimeException e) {
      throw new JsonFormatException("expected a time in a desk note, and " + e.getMessage());
    }
  }

  private static String text(Json.Obj note, String name) throws JsonFormatException {
    if (note.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw new JsonFormatException("expected a text \"" + name + "\" in " + FILE);
  }
}

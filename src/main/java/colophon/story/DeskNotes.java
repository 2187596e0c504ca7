package colophon.story;

import colophon.article.Article;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where desk notes are asked for, and laid beside the story that they belong to. */
public final class DeskNotes {

  private final DeskNoteStore store;
  private final PastArticles past;

  DeskNotes(DeskNoteStore store, PastArticles past) {
    this.store = store;
    this.past = past;
  }

  /**
   * Keeps a note; its article is kept already.
   *
   * @param root the draft that the writer delivered, on whose line it was written
   * @param login of who wrote it down
   */
  public void keep(String root, DeskNote note, String login) {
    store.keep(root, note, login);
  }

  /** The notes on a line of drafts that were not struck, the earliest first. */
  public List<DeskNote> standing(String root) {
    return store.standing(root);
  }

  /** The notes whose words are in these articles, in the order of the ids; others are no notes. */
  public List<DeskNote> of(Collection<String> articleIds) {
    return articleIds.isEmpty() ? List.of() : store.of(articleIds);
  }

  /** Strikes a note of a line of drafts. */
  public void strike(String root, String id, Instant at) {
    store.strike(root, id, at);
  }

  /** Takes away what is known of a note beside its words, inside the caller's transaction. */
  public void erase(String articleId) {
    store.erase(articleId);
  }

  /**
   * A story with the notes that are cited.
   *
   * @param cited ids of articles; those of the story itself are passed over
   */
  public Dossier withCited(Dossier story, Collection<String> cited) {
    return with(story, of(beside(story, cited)));
  }

  /** The cited notes whose words are gone, since they were erased. */
  public List<DeskNote> noLongerKept(Dossier story, Collection<String> cited) {
    List<DeskNote> notes = of(beside(story, cited));
    List<String> kept = articles(notes).stream().map(Article::id).toList();
    return notes.stream().filter(note -> !kept.contains(note.articleId())).toList();
  }

  /** A story with these notes, as far as their words are kept. */
  public Dossier with(Dossier story, List<DeskNote> notes) {
    return notes.isEmpty() ? story : story.with(notes, articles(notes));
  }

  private static List<String> beside(Dossier story, Collection<String> cited) {
    return cited.stream().filter(id -> story.article(id).isEmpty()).toList();
  }

  private List<Article> articles(List<DeskNote> notes) {
    return notes.isEmpty()
        ? List.of()
        : past.articles(notes.stream().map(DeskNote::articleId).toList());
  }
}

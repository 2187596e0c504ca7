package colophon.story;

import colophon.article.Article;
import colophon.article.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A story's revision with its articles at hand: all that a writer may use and a checker may
 * consult.
 *
 * @param articles in the revision's order; the number of a source in a draft is its place here,
 *     from 1
 * @param notes the desk notes among the articles, which stand behind the story's own
 */
public record Dossier(StoryRevision revision, List<Article> articles, List<DeskNote> notes) {

  public Dossier {
    articles = List.copyOf(articles);
    notes = List.copyOf(notes);
  }

  /** A story without desk notes. */
  public Dossier(StoryRevision revision, List<Article> articles) {
    this(revision, articles, List.of());
  }

  /**
   * The same with desk notes behind it, each of an origin of its own.
   *
   * @param read their articles; a note whose article is not among them is left out
   */
  public Dossier with(List<DeskNote> more, Collection<Article> read) {
    var all = new ArrayList<>(articles);
    var known = new ArrayList<>(notes);
    var ids = new ArrayList<>(revision.articleIds());
    var origins = new ArrayList<>(revision.origins());
    for (DeskNote note : more) {
      Optional<Article> words =
          read.stream().filter(article -> article.id().equals(note.articleId())).findFirst();
      if (words.isPresent() && note(note.articleId()).isEmpty()) {
        all.add(words.get());
        known.add(note);
        ids.add(note.articleId());
        origins.add(note.origin());
      }
    }
    return new Dossier(
        new StoryRevision(revision.storyId(), revision.number(), ids, origins), all, known);
  }

  /** The story alone, which is all that a writer is ever given. */
  public Dossier withoutNotes() {
    return notes.isEmpty()
        ? this
        : new Dossier(
            new StoryRevision(
                revision.storyId(),
                revision.number(),
                revision.articleIds().stream().filter(id -> note(id).isEmpty()).toList(),
                revision.origins().stream()
                    .filter(
                        origin -> origin.articleIds().stream().allMatch(id -> note(id).isEmpty()))
                    .toList()),
            articles.stream().filter(article -> note(article.id()).isEmpty()).toList());
  }

  /** The desk note whose words that article holds; empty where it is a report. */
  public Optional<DeskNote> note(String articleId) {
    return notes.stream().filter(note -> note.articleId().equals(articleId)).findFirst();
  }

  /** The article of that id, where it belongs to the story. */
  public Optional<Article> article(String id) {
    return articles.stream().filter(article -> article.id().equals(id)).findFirst();
  }

  /** The passage of that name, where there is one. */
  public Optional<Passage> passage(PassageId id) {
    if (id.source() > articles.size()) {
      return Optional.empty();
    }
    List<Passage> passages = articles.get(id.source() - 1).passages();
    return id.passage() > passages.size()
        ? Optional.empty()
        : Optional.of(passages.get(id.passage() - 1));
  }

  /** The independent source an article belongs to. */
  public Origin originOf(String articleId) {
    return revision.origins().stream()
        .filter(origin -> origin.articleIds().contains(articleId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(articleId + " has no origin in the story"));
  }
}

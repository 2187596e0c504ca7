package colophon.evidence;

import colophon.article.Article;
import colophon.article.ArticleErasure;
import colophon.article.ArticleStore;
import colophon.capture.CopyErasure;
import colophon.kernel.Digest;
import colophon.provenance.RecordedSource;
import colophon.provenance.Tombstone;
import colophon.story.DeskNotes;
import colophon.story.StoryDesk;
import colophon.text.EmbeddingErasure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts of articles, with what feeds said of them and the embeddings of their sentences. */
final class TextErasing implements Erasing {

  /** The most articles of the same stories that are asked whether they say the same. */
  private static final int MOST_RELATED = 200;

  private final ArticleErasure texts;
  private final ArticleStore articles;
  private final CopyErasure copies;
  private final EmbeddingErasure embeddings;
  private final StoryDesk stories;
  private final DeskNotes notes;
  private final LoggedVersions logged;

  TextErasing(
      ArticleErasure texts,
      ArticleStore articles,
      CopyErasure copies,
      EmbeddingErasure embeddings,
      StoryDesk stories,
      DeskNotes notes,
      LoggedVersions logged) {
    this.texts = texts;
    this.articles = articles;
    this.copies = copies;
    this.embeddings = embeddings;
    this.stories = stories;
    this.notes = notes;
    this.logged = logged;
  }

  @Override
  public List<Erasable> ofBrief(String briefId) {
    return things(
        texts.of(logged.sources(briefId).stream().map(RecordedSource::id).distinct().toList()));
  }

  @Override
  public List<Erasable> ofSource(String address) {
    return things(texts.from(address, copies.digestsFrom(address)));
  }

  @Override
  public List<Erasable> named(String name) {
    return things(texts.of(Digest.parse(name)));
  }

  @Override
  public List<Erasable> before(Instant time, int most) {
    return things(texts.before(time, most));
  }

  @Override
  public Optional<List<Digest>> erase(Erasable thing, Instant now) {
    List<Article> erased = texts.erase(thing.digest(), now);
    for (Article article : erased) {
      notes.erase(article.id());
      copies.eraseHints(article.address().toString(), article.snapshot());
      // What others of the same stories say too is theirs as well, and their replay needs it.
      Set<String> pieces = new LinkedHashSet<>(EmbeddedPieces.of(article));
      articles
          .byIds(stories.together(article.address(), MOST_RELATED))
          .forEach(other -> pieces.removeAll(EmbeddedPieces.of(other)));
      embeddings.erase(pieces);
    }
    return erased.isEmpty() ? Optional.empty() : Optional.of(thing.digests());
  }

  /** One thing for each text, which several articles may share. */
  private static List<Erasable> things(List<ArticleErasure.Kept> kept) {
    Map<Digest, Erasable> things = new LinkedHashMap<>();
    for (ArticleErasure.Kept each : kept) {
      things.putIfAbsent(
          each.textDigest(),
          new Erasable(
              ErasureClass.TEXTS,
              Tombstone.ARTICLE_TEXT,
              List.of(each.textDigest(), each.document()),
              "text of \"" + each.article().title() + "\", " + each.article().outlet(),
              each.keptAt()));
    }
    return List.copyOf(things.values());
  }
}

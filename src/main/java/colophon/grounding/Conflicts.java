package colophon.grounding;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.kernel.TextSpan;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds figures on which independent sources differ. Two figures are of one quantity where they
 * have one unit, their sentences are close in meaning, and the words around them agree; sentences
 * that name different days or begin with different names speak of different things.
 */
public final class Conflicts {

  /** How close two sentences must be in meaning, in thousandths of cosine similarity. */
  static final int CLOSE_MILLI = 450;

  /** The most sentences with figures that are compared in one story. */
  static final int MOST_SENTENCES = 400;

  /** The most differences reported of one story. */
  static final int MOST_CONFLICTS = 20;

  /** Reports further apart than this follow a development rather than differ. */
  static final Duration SAME_NEWS = Duration.ofHours(48);

  private Conflicts() {}

  /** The differences between the origins of a story, in order of its articles. */
  public static List<Conflict> find(Dossier dossier, Embedder embedder) {
    List<Measured> sentences = sentences(dossier);
    if (sentences.stream().map(Measured::origin).distinct().count() < 2) {
      return List.of();
    }
    List<Embedding> embeddings = embedder.embed(sentences.stream().map(Measured::text).toList());
    var found = new ArrayList<Conflict>();
    for (int i = 0; i < sentences.size(); i++) {
      for (int k = i + 1; k < sentences.size() && found.size() < MOST_CONFLICTS; k++) {
        boolean close = embeddings.get(i).similarity(embeddings.get(k)) * 1000 >= CLOSE_MILLI;
        if (close && comparable(sentences.get(i), sentences.get(k))) {
          merge(found, sentences.get(i).differences(sentences.get(k)));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean comparable(Measured one, Measured other) {
    return !one.origin().equals(other.origin())
        && one.sameDays(other)
        && one.sameSubject(other)
        && sameNews(one.article(), other.article());
  }

  private static boolean sameNews(Article one, Article other) {
    return one.published() == null
        || other.published() == null
        || Duration.between(one.published(), other.published()).abs().compareTo(SAME_NEWS) <= 0;
  }

  private static List<Measured> sentences(Dossier dossier) {
    Map<String, Article> newest = new LinkedHashMap<>();
    // A desk note is held against the sentences that rest on it, not against the reports.
    dossier
        .withoutNotes()
        .articles()
        .forEach(article -> newest.put(article.address().toString(), article));
    var sentences = new ArrayList<Measured>();
    for (Article article : newest.values()) {
      Origin origin = dossier.originOf(article.id());
      for (Passage passage : article.passages()) {
        String text = article.textOf(passage);
        for (TextSpan span : Sentences.split(text, article.language())) {
          Measured measured = Measured.of(article, passage, origin, span.in(text));
          if (!measured.figures().isEmpty() && sentences.size() < MOST_SENTENCES) {
            sentences.add(measured);
          }
        }
      }
    }
    return sentences;
  }

  /** Adds differences; one that shares a claim with a known difference of its kind joins it. */
  private static void merge(List<Conflict> found, List<Conflict> differences) {
    for (Conflict difference : differences) {
      int known = -1;
      for (int i = 0; i < found.size(); i++) {
        if (found.get(i).claims().stream().anyMatch(difference.claims()::contains)) {
          known = i;
        }
      }
      if (known < 0) {
        found.add(difference);
      } else {
        Set<Conflict.Claim> claims = new LinkedHashSet<>(found.get(known).claims());
        claims.addAll(difference.claims());
        found.set(known, new Conflict(found.get(known).about(), List.copyOf(claims)));
      }
    }
  }
}

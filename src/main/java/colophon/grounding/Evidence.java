package colophon.grounding;

import colophon.article.Article;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.story.Dossier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The passages that one sentence cites, each whole, and the articles they stand in.
 *
 * @param passages in order of citation, none twice
 */
record Evidence(List<Cited> passages) {

  /** The most passages read for one sentence; a sentence that cites more rests on nothing. */
  static final int MOST_PASSAGES = 400;

  Evidence {
    passages = List.copyOf(passages);
  }

  /** The articles cited, in order, none twice. */
  List<Article> articles() {
    var articles = new LinkedHashMap<String, Article>();
    passages.forEach(cited -> articles.putIfAbsent(cited.article().id(), cited.article()));
    return List.copyOf(articles.values());
  }

  /** What a sentence cites, as far as it exists. */
  static Evidence of(Sentence sentence, Dossier dossier) {
    return of(sentence, dossier, new HashMap<>());
  }

  /**
   * What a sentence cites, as far as it exists.
   *
   * @param read the passages read so far, by article and number; this adds to them
   */
  static Evidence of(Sentence sentence, Dossier dossier, Map<String, Cited> read) {
    var found = new LinkedHashSet<Cited>();
    for (Citation citation : sentence.citations()) {
      if (found.size() >= MOST_PASSAGES || fault(citation, dossier).isPresent()) {
        continue;
      }
      Article article = dossier.article(citation.articleId()).orElseThrow();
      found.add(
          read.computeIfAbsent(
              article.id() + " " + citation.passage(),
              key -> new Cited(article, article.passage(citation.passage()))));
    }
    return new Evidence(List.copyOf(found));
  }

  /** What is wrong with a citation, as a sentence; empty where nothing is. */
  static Optional<String> fault(Citation citation, Dossier dossier) {
    Optional<Article> found = dossier.article(citation.articleId());
    if (found.isEmpty()) {
      return Optional.of(
          "It cites article " + citation.articleId() + ", which is not among the story's sources.");
    }
    Article article = found.get();
    if (!article.textDigest().equals(citation.textDigest())) {
      return Optional.of(
          "It cites another version of \"" + article.title() + "\" than the archived one.");
    }
    if (citation.passage() < 1 || citation.passage() > article.passages().size()) {
      return Optional.of(
          "It cites passage %d of \"%s\", which has %d."
              .formatted(citation.passage(), article.title(), article.passages().size()));
    }
    if (!article.passage(citation.passage()).span().contains(citation.span())) {
      return Optional.of(
          "It cites a stretch outside passage %d of \"%s\"."
              .formatted(citation.passage(), article.title()));
    }
    if (citation.span().length() == 0
        || !citation.span().in(article.text()).equals(citation.quote())) {
      return Optional.of(
          "The words it cites do not stand at that place of passage %d of \"%s\"."
              .formatted(citation.passage(), article.title()));
    }
    return Optional.empty();
  }
}

package colophon.story;

import colophon.article.Article;
import colophon.kernel.TextSpan;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Language;
import colophon.text.NormalText;
import colophon.text.Sentences;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether an article says something that the articles of a brief do not. */
final class Novelty {

  private static final int LEAST_FIGURES = 2;
  private static final int LEAST_NAMES = 3;
  private static final int MOST_SHOWN = 3;

  /** A capital inside a sentence; at its beginning every word has one. */
  private static final Pattern INNER_NAME = Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}[\\p{L}-]{2,}");

  /** A sentence less like any known one than this says something else. */
  private static final double FAMILIAR = 0.55;

  private static final int LEAST_SENTENCES = 3;

  /** The share of an article's sentences that must say something else. */
  private static final double LEAST_SHARE = 0.25;

  /** The newest articles of a brief whose sentences are compared. */
  private static final int MOST_ARTICLES = 12;

  private static final int MOST_SENTENCES = 40;

  private final Embedder embedder;
  private final List<Article> briefed;
  private final SortedSet<String> knownWords = new TreeSet<>();

  Novelty(List<Article> briefed, Embedder embedder) {
    this.briefed = briefed;
    this.embedder = embedder;
    briefed.forEach(article -> knownWords.addAll(Words.of(article.title())));
    briefed.forEach(article -> knownWords.addAll(Words.of(article.text())));
  }

  /** What is new in the article, as the end of the sentence "NAME adds …"; empty for a repeat. */
  Optional<String> in(Article article) {
    List<String> figures = unknown(figures(article));
    if (figures.size() >= LEAST_FIGURES) {
      return Optional.of("new figures (" + some(figures) + ")");
    }
    List<String> names = unknownNames(article);
    if (names.size() >= LEAST_NAMES) {
      return Optional.of("new names (" + some(names) + ")");
    }
    return addsSentences(article) ? Optional.of("new statements") : Optional.empty();
  }

  private static SortedSet<String> figures(Article article) {
    SortedSet<String> figures = new TreeSet<>();
    for (String word : Words.of(article.text())) {
      if (TraitReader.isFigure(word) && word.length() > 1) {
        figures.add(word);
      }
    }
    return figures;
  }

  private List<String> unknownNames(Article article) {
    SortedSet<String> names = new TreeSet<>();
    Matcher matcher = INNER_NAME.matcher(article.text());
    while (matcher.find()) {
      if (Words.content(matcher.group()).stream().noneMatch(knownWords::contains)) {
        names.add(matcher.group());
      }
    }
    return new ArrayList<>(names);
  }

  private List<String> unknown(SortedSet<String> words) {
    List<String> unknown = new ArrayList<>(words);
    unknown.removeAll(knownWords);
    return unknown;
  }

  private static String some(List<String> words) {
    String shown = String.join(", ", words.subList(0, Math.min(MOST_SHOWN, words.size())));
    return words.size() > MOST_SHOWN ? shown + " and more" : shown;
  }

  private boolean addsSentences(Article article) {
    if (!article.language().equals(Language.ENGLISH)) {
      return false;
    }
    List<Embedding> known = new ArrayList<>();
    briefed.stream()
        .filter(other -> other.language().equals(Language.ENGLISH))
        .sorted(PublicationOrder.EARLIEST_FIRST.reversed())
        .limit(MOST_ARTICLES)
        .forEach(other -> known.addAll(sentences(other)));
    List<Embedding> said = sentences(article);
    long others =
        said.stream()
            .filter(one -> known.stream().noneMatch(other -> one.similarity(other) >= FAMILIAR))
            .count();
    return others >= LEAST_SENTENCES && others >= said.size() * LEAST_SHARE;
  }

  private List<Embedding> sentences(Article article) {
    List<String> sentences = new ArrayList<>();
    for (TextSpan span : Sentences.split(article.text(), article.language())) {
      sentences.add(NormalText.line(span.in(article.text())));
    }
    return embedder.embed(sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size())));
  }
}

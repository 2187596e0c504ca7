package colophon.story;

import colophon.article.Article;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Folds the articles of one story into independent sources. What an outlet wrote itself is one
 * source; a copy, and a text that credits an agency, belongs to who wrote it first and lends its
 * outlet nothing.
 */
final class Origins {

  private static final String AGENCY = "agency ";
  private static final String OUTLET = "outlet ";

  private final SortedMap<String, Article> byId = new TreeMap<>();
  private final SortedMap<String, String> copies;
  private final List<String> authors;
  private final Groups groups;

  private Origins(List<Article> articles, SortedMap<String, String> copies) {
    this.copies = copies;
    articles.forEach(article -> byId.put(article.id(), article));
    SortedSet<String> names = new TreeSet<>();
    articles.forEach(article -> names.add(author(article)));
    authors = new ArrayList<>(names);
    groups = new Groups(authors.size());
    for (Map.Entry<String, String> copy : copies.entrySet()) {
      joinWithOriginal(article(copy.getKey()), article(copy.getValue()));
    }
  }

  /**
   * The independent sources, those of most articles first.
   *
   * @param copies what each copy among the articles repeats, as {@link Copies} found it
   */
  static List<Origin> of(List<Article> articles, SortedMap<String, String> copies) {
    return new Origins(articles, copies).folded();
  }

  private List<Origin> folded() {
    SortedMap<Integer, List<Article>> sources = new TreeMap<>();
    for (Article article : byId.values()) {
      int source = groups.of(authors.indexOf(author(article)));
      sources.computeIfAbsent(source, any -> new ArrayList<>()).add(article);
    }
    List<List<Article>> ordered = new ArrayList<>(sources.values());
    ordered.forEach(articles -> articles.sort(PublicationOrder.EARLIEST_FIRST));
    ordered.sort(
        Comparator.<List<Article>>comparingInt(articles -> -articles.size())
            .thenComparing(List::getFirst, PublicationOrder.EARLIEST_FIRST));
    return ordered.stream().map(this::origin).toList();
  }

  private Origin origin(List<Article> articles) {
    Article first =
        articles.stream()
            .filter(article -> !copies.containsKey(article.id()))
            .findFirst()
            .orElse(articles.getFirst());
    String credit = first.credit();
    return new Origin(
        credit == null ? first.outlet() : credit, articles.stream().map(Article::id).toList());
  }

  /** Who wrote the article: of a copy, who wrote what it repeats. */
  private String author(Article article) {
    String credit = article.credit();
    String original = copies.get(article.id());
    if (original != null) {
      return author(article(original));
    }
    return credit == null ? OUTLET + folded(article.outlet()) : AGENCY + folded(credit);
  }

  /** A copy that credits an agency tells who the author of its uncredited original is. */
  private void joinWithOriginal(Article copy, Article original) {
    String credit = copy.credit();
    int agency = credit == null ? -1 : authors.indexOf(AGENCY + folded(credit));
    if (agency >= 0) {
      groups.join(agency, authors.indexOf(author(original)));
    }
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "").strip();
  }

  private Article article(String id) {
    Article article = byId.get(id);
    if (article == null) {
      throw new IllegalStateException("the copies were found among other articles: " + id);
    }
    return article;
  }
}

package colophon.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How well a page was read.
 *
 * @param title whether all its words agree; null where the set does not tell, as for the others
 * @param millis of processor time
 * @param note what was read beside what should have been
 */
record PageScore(
    String id,
    ShingleScore body,
    @Nullable Boolean title,
    @Nullable Boolean date,
    @Nullable Boolean authors,
    double millis,
    String note) {

  static PageScore of(String id, JsonNode truth, Extraction extraction, double millis) {
    String body = truth.path("body").asString("");
    return switch (extraction) {
      case Extraction.Extracted(Article article) ->
          new PageScore(
              id,
              ShingleScore.of(body, article.text()),
              truth.has("title") ? sameTitle(truth.get("title").asString(), article.title()) : null,
              truth.has("date") && !truth.get("date").asString("").isEmpty()
                  ? sameDay(truth.get("date").asString(), article)
                  : null,
              truth.has("authors") && !names(truth.get("authors")).isEmpty()
                  ? sameAuthors(names(truth.get("authors")), article.authors())
                  : null,
              millis,
              "title="
                  + article.title()
                  + " / "
                  + truth.path("title").asString("")
                  + " date="
                  + article.published()
                  + " / "
                  + truth.path("date").asString("")
                  + " authors="
                  + article.authors()
                  + " / "
                  + truth.path("authors"));
      case Extraction.Empty(String reason) ->
          new PageScore(
              id, new ShingleScore(Double.NaN, 0), false, false, null, millis, "EMPTY " + reason);
      case Extraction.Unreadable(String reason) ->
          new PageScore(
              id,
              new ShingleScore(Double.NaN, 0),
              false,
              false,
              null,
              millis,
              "UNREADABLE " + reason);
    };
  }

  /** Whether a fact that the page tells was read otherwise. */
  boolean missesAFact() {
    return isFalse(title) || isFalse(date) || isFalse(authors);
  }

  /** Which facts were read otherwise, in capitals. */
  String missed() {
    return (isFalse(title) ? " TITLE" : "")
        + (isFalse(date) ? " DATE" : "")
        + (isFalse(authors) ? " AUTHORS" : "");
  }

  private static boolean isFalse(@Nullable Boolean right) {
    return Boolean.FALSE.equals(right);
  }

  private static boolean sameTitle(String expected, String found) {
    return key(expected).equals(key(found));
  }

  static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static boolean sameDay(String expected, Article article) {
    if (article.published() == null) {
      return false;
    }
    String day = expected.substring(0, 10);
    if (day.equals(article.published().toLocalDate().toString())) {
      return true;
    }
    // The same moment told in another zone is no error.
    return expected.length() > 19
        && java.time.OffsetDateTime.parse(expected.replace(' ', 'T'))
            .toInstant()
            .equals(article.published().toInstant());
  }

  private static List<String> names(JsonNode authors) {
    var names = new ArrayList<String>();
    if (authors.isArray()) {
      authors.forEach(one -> names.add(one.asString()));
    } else if (!authors.asString("").isBlank()) {
      names.addAll(List.of(authors.asString().split(",")));
    }
    return names;
  }

  private static boolean sameAuthors(List<String> expected, List<String> found) {
    Set<String> mine = found.stream().map(PageScore::key).collect(Collectors.toSet());
    return expected.stream().map(PageScore::key).collect(Collectors.toSet()).equals(mine);
  }

  static void print(String set, List<PageScore> scored) {
    double precision =
        scored.stream()
            .map(PageScore::body)
            .mapToDouble(ShingleScore::precision)
            .filter(p -> !Double.isNaN(p))
            .average()
            .orElse(0);
    double recall = scored.stream().mapToDouble(s -> s.body.recall()).average().orElse(0);
    double millis = scored.stream().mapToDouble(PageScore::millis).sum();
    double slowest = scored.stream().mapToDouble(PageScore::millis).max().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%-12s %5d %8.4f %8.4f %8.4f %9.4f %7s %7s %8s %6.0f ms %8.0f%n",
        set,
        scored.size(),
        2 * precision * recall / (precision + recall),
        precision,
        recall,
        scored.stream().mapToDouble(s -> s.body.f1()).average().orElse(0),
        share(scored.stream().map(PageScore::title).toList()),
        share(scored.stream().map(PageScore::date).toList()),
        share(scored.stream().map(PageScore::authors).toList()),
        slowest,
        scored.size() * 1000 / millis);
  }

  private static String share(List<Boolean> results) {
    List<Boolean> known = results.stream().filter(r -> r != null).toList();
    return known.isEmpty()
        ? "-"
        : String.format(
            Locale.ROOT, "%.3f", (double) known.stream().filter(r -> r).count() / known.size());
  }
}

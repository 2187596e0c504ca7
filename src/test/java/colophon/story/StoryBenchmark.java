package colophon.story;

import colophon.article.Article;
import colophon.text.Words;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how the decision of a run grows with the window: articles made from the samples by a
 * seeded generator, each event with names and figures of its own, each article with some words
 * changed. Embeddings come from a stand-in, since the model's cost is the same for each article.
 */
public final class StoryBenchmark {

  private static final long SEED = 20260113;
  private static final int SMALL = 2_000;
  private static final int LARGE = 10_000;
  private static final int WARM_UP = 500;
  private static final int SWAPPED_PERCENT = 8;
  private static final Pattern NAME_OR_FIGURE =
      Pattern.compile("\\p{Lu}\\p{Ll}{2,}|\\d+(?:[.,]\\d+)*");
  private static final Pattern WORD = Pattern.compile("\\p{Ll}{4,}");

  private StoryBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    measure(WARM_UP);
    double small = measure(SMALL);
    double large = measure(LARGE);
    print("%d articles cost %.2f times as much as %d", LARGE, large / small, SMALL);
  }

  /** Seconds for the first run over a window and for the next, which finds nothing new. */
  private static double measure(int articles) {
    SortedMap<String, String> events = new TreeMap<>();
    List<Article> window = generate(articles, events);
    HashedEmbedder embedder = new HashedEmbedder();
    long from = System.nanoTime();
    Decision decision =
        StoryKeeper.decide("benchmark", window, List.of(), StoryState.EMPTY, embedder);
    double seconds = (System.nanoTime() - from) / 1e9;
    BCubed score =
        BCubed.of(
            decision.revised().stream()
                .<java.util.SortedSet<String>>map(
                    story -> new java.util.TreeSet<>(story.articleIds()))
                .toList(),
            events);
    Runtime runtime = Runtime.getRuntime();
    print(
        "%6d articles: %6.2f s, %6.0f articles/s, %d stories, BCubed F1 %.3f, heap in use %d MiB",
        articles,
        seconds,
        articles / seconds,
        decision.revised().size(),
        score.f1(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    return seconds;
  }

  private static List<Article> generate(int count, SortedMap<String, String> events) {
    Random random = new Random(SEED);
    List<SampleArticle> samples =
        SampleArticle.feeds().stream()
            .filter(sample -> sample.article().language().tag().equals("en"))
            .toList();
    List<String> words = new ArrayList<>();
    samples.forEach(sample -> words.addAll(Words.content(sample.article().text())));
    OffsetDateTime start = OffsetDateTime.parse("2026-01-13T00:00:00Z");
    List<Article> articles = new ArrayList<>();
    for (int world = 0; articles.size() < count; world++) {
      SortedMap<String, String> renamed = new TreeMap<>();
      for (SampleArticle sample : samples) {
        int versions = 1 + random.nextInt(3);
        for (int version = 0; version < versions && articles.size() < count; version++) {
          Article made = made(sample, renamed, words, random, articles.size(), start);
          articles.add(made);
          events.put(made.id(), world + " " + sample.story());
        }
      }
    }
    return articles;
  }

  private static Article made(
      SampleArticle sample,
      SortedMap<String, String> renamed,
      Collection<String> words,
      Random random,
      int number,
      OffsetDateTime start) {
    List<String> vocabulary = List.copyOf(words);
    String text = renamed(sample.article().text(), renamed, random);
    String changed =
        WORD.matcher(text)
            .replaceAll(word ->
                random.nextInt(100) < SWAPPED_PERCENT
                    ? Matcher.quoteReplacement(vocabulary.get(random.nextInt(vocabulary.size())))
                    : word.group());
    return Articles.article(
        "Outlet " + number % 211,
        "https://outlet-" + number % 211 + ".example/" + number,
        renamed(sample.article().title(), renamed, random),
        null,
        start.plus(Duration.ofSeconds(random.nextInt(86_400))),
        sample.article().language(),
        changed);
  }

  private static String renamed(String text, SortedMap<String, String> renamed, Random random) {
    return NAME_OR_FIGURE
        .matcher(text)
        .replaceAll(found ->
            Words.isFunction(found.group().toLowerCase(Locale.ROOT))
                ? Matcher.quoteReplacement(found.group())
                : renamed.computeIfAbsent(found.group(), old -> renamed(old, random)));
  }

  private static String renamed(String old, Random random) {
    StringBuilder name = new StringBuilder();
    for (char c : old.toCharArray()) {
      name.append(
          Character.isDigit(c)
              ? (char) ('1' + random.nextInt(9))
              : Character.isLetter(c) ? (char) ('a' + random.nextInt(26)) : c);
    }
    return Character.isLetter(old.charAt(0))
        ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
        : name.toString();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

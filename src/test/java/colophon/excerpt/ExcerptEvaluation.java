package colophon.excerpt;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.text.Language;
import colophon.text.NormalText;
import colophon.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * How often the check says the right thing of a sentence that was changed in a known way, and of
 * one that is not ours. Run from the project's folder; an argument names a folder with {@code
 * extraction} and {@code stories} as the measurements use them, for articles in many languages.
 */
final class ExcerptEvaluation {

  private static final long SEED = 20260507;

  /** How many sentences of the larger set are changed in each way. */
  private static final int SAMPLE = 500;

  private static final int MOST_BYTES = 64 << 20;

  private ExcerptEvaluation() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, List<String>> briefs = briefs();
    List<String> sources = sourceSentences();
    List<String> quoted = sources.stream().filter(each -> sharesWords(each, briefs, 8)).toList();
    List<String> foreign = sources.stream().filter(each -> !sharesWords(each, briefs, 8)).toList();
    var strangers = new LinkedHashMap<String, List<String>>();
    strangers.put("source sentence that no brief quotes", foreign);
    strangers.put("source sentence that a brief quotes", quoted);
    report("the sample briefs", briefs, strangers, Integer.MAX_VALUE);
    if (arguments.length > 0) {
      Path data = Path.of(arguments[0]);
      report(
          "articles in many languages, taken for briefs",
          articles(data.resolve("extraction")),
          Map.of("sentence of another report", snippets(data.resolve("stories/ecbplus.jsonl"))),
          SAMPLE);
    }
  }

  private static void report(
      String title,
      Map<String, List<String>> briefs,
      Map<String, List<String>> strangers,
      int sample)
      throws Exception {
    long start = System.nanoTime();
    var builder = new SentenceIndex.Builder();
    briefs.forEach((slug, sentences) ->
        builder.add(Shelf.version(slug, 1, Standing.CURRENT, List.of(), sentences)));
    SentenceIndex index = builder.build();
    int all = briefs.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "%n%s: %d sentences of %d, indexed in %d ms%n",
        title, all, briefs.size(), (System.nanoTime() - start) / 1_000_000);
    System.out.printf(
        "%-38s %7s %9s %8s %9s %8s %7s%n",
        "", "asked", "verbatim", "edited", "not ours", "other's", "right");
    var asked = new ArrayList<long[]>();
    for (Map.Entry<String, Edits.Kind> kind : Edits.all().entrySet()) {
      edits(kind.getKey(), kind.getValue(), briefs, index, sample, asked);
    }
    for (Map.Entry<String, List<String>> set : strangers.entrySet()) {
      var row = new Row(set.getKey(), Edits.Expected.NOT_OURS);
      for (String sentence : set.getValue()) {
        row.count(ask(sentence, index, asked), "");
      }
      row.print();
    }
    asked.sort((one, other) -> Long.compare(one[0], other[0]));
    System.out.printf(
        "one question: median %.2f ms, slowest of %d %.2f ms%n",
        asked.get(asked.size() / 2)[0] / 1e6, asked.size(), asked.getLast()[0] / 1e6);
  }

  private static void edits(
      String name,
      Edits.Kind kind,
      Map<String, List<String>> briefs,
      SentenceIndex index,
      int sample,
      List<long[]> asked)
      throws Exception {
    var row = new Row(name, kind.expected());
    var random = new Random(SEED);
    int all = briefs.values().stream().mapToInt(List::size).sum();
    for (Map.Entry<String, List<String>> brief : briefs.entrySet()) {
      List<String> sentences = brief.getValue();
      for (int i = 0; i < sentences.size(); i++) {
        if (random.nextInt(Math.max(1, all)) >= sample) {
          continue;
        }
        String next = i + 1 < sentences.size() ? sentences.get(i + 1) : "";
        Optional<String> changed = kind.edit().of(sentences.get(i), next, random);
        if (changed.isPresent()) {
          row.count(ask(changed.get(), index, asked), brief.getKey());
        }
      }
    }
    row.print();
  }

  private static List<SentenceMatch> ask(String text, SentenceIndex index, List<long[]> asked)
      throws ExcerptRefusedException {
    long start = System.nanoTime();
    List<SentenceMatch> sentences = ExcerptCheck.check(Excerpt.read(text), index).sentences();
    asked.add(new long[] {System.nanoTime() - start});
    return sentences;
  }

  /** One line of the table. */
  private static final class Row {
    private final String name;
    private final Edits.Expected expected;
    private int asked;
    private int verbatim;
    private int edited;
    private int notOurs;
    private int elsewhere;

    Row(String name, Edits.Expected expected) {
      this.name = name;
      this.expected = expected;
    }

    /** The worst that was said of any part counts for the whole. */
    void count(List<SentenceMatch> sentences, String slug) {
      asked++;
      if (sentences.stream().anyMatch(SentenceMatch.NotOurs.class::isInstance)) {
        notOurs++;
      } else if (sentences.stream().anyMatch(SentenceMatch.Edited.class::isInstance)) {
        edited++;
      } else {
        verbatim++;
      }
      boolean here =
          sentences.stream()
              .flatMap(sentence -> sentence.matches().stream())
              .anyMatch(match -> match.version().slug().equals(slug));
      boolean anywhere = sentences.stream().anyMatch(sentence -> !sentence.matches().isEmpty());
      elsewhere += anywhere && !here && !slug.isEmpty() ? 1 : 0;
    }

    void print() {
      int right =
          switch (expected) {
            case VERBATIM -> verbatim;
            case EDITED -> edited;
            case NOT_OURS -> notOurs;
          };
      System.out.printf(
          "%-38s %7d %9d %8d %9d %8d %6.1f%%%n",
          name,
          asked,
          verbatim,
          edited,
          notOurs,
          elsewhere,
          asked == 0 ? 0 : 100.0 * right / asked);
    }
  }

  /** The sentences of the sample briefs, as their marks part them. */
  private static Map<String, List<String>> briefs() throws IOException {
    var briefs = new LinkedHashMap<String, List<String>>();
    try (Stream<Path> files = Files.list(Path.of("samples", "briefs"))) {
      for (Path file : files.sorted().toList()) {
        var sentences = new ArrayList<String>();
        for (String line :
            Files.readString(file).split("\nSources\n")[0].lines().skip(4).toList()) {
          Stream.of(line.split("(?:\\[[0-9]+\\])+"))
              .map(String::strip)
              .filter(sentence -> !sentence.isEmpty())
              .forEach(sentences::add);
        }
        briefs.put(String.valueOf(file.getFileName()), sentences);
      }
    }
    return briefs;
  }

  private static List<String> sourceSentences() throws IOException {
    var sentences = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(Path.of("samples"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).sorted().toList()) {
        for (String text : Jsoup.parse(file.toFile()).select("article p, td p, p").eachText()) {
          Sentences.split(text, Language.ENGLISH).forEach(span -> sentences.add(span.in(text)));
        }
      }
    }
    return sentences.stream().filter(each -> each.length() > 30).distinct().toList();
  }

  /** Whether a sentence shares a run of so many words with a sentence of a brief. */
  private static boolean sharesWords(
      String sentence, Map<String, List<String>> briefs, int wanted) {
    List<String> words = words(sentence);
    for (int i = 0; i + wanted <= words.size(); i++) {
      String run = " " + String.join(" ", words.subList(i, i + wanted)) + " ";
      for (List<String> brief : briefs.values()) {
        if (brief.stream()
            .anyMatch(each -> (" " + String.join(" ", words(each)) + " ").contains(run))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    return Token.of(text).stream().filter(Token::word).map(Token::form).toList();
  }

  private static Map<String, List<String>> articles(Path folder)
      throws IOException, JsonFormatException {
    var articles = new LinkedHashMap<String, List<String>>();
    for (String set : List.of("fundus", "scrapinghub")) {
      byte[] truth = Files.readAllBytes(folder.resolve(set).resolve("truth.json"));
      Json.Obj pages = JsonReader.readObject(truth, MOST_BYTES);
      pages
          .members()
          .forEach((name, page) -> {
            if (page instanceof Json.Obj facts && facts.get("body") instanceof Json.Str body) {
              String text = NormalText.of(body.value());
              List<String> sentences =
                  Sentences.split(text, colophon.text.Languages.detect(text)).stream()
                      .map(span -> Comparison.onOneLine(span.in(text)))
                      .filter(each -> each.length() > 30 && each.length() < 1_000)
                      .distinct()
                      .toList();
              articles.put(set + "-" + name, sentences);
            }
          });
    }
    return articles;
  }

  private static List<String> snippets(Path file) throws IOException, JsonFormatException {
    var sentences = new ArrayList<String>();
    for (String line : Files.readAllLines(file)) {
      Json.Obj snippet =
          JsonReader.readObject(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), MOST_BYTES);
      if (snippet.get("text") instanceof Json.Str text) {
        Sentences.split(text.value(), Language.ENGLISH)
            .forEach(span -> sentences.add(span.in(text.value())));
      }
    }
    return sentences.stream().filter(each -> each.length() > 30).toList();
  }
}

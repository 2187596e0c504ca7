package colophon.article;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores the extractor on the open sets. Arguments: the folder of test data, then optionally {@code
 * --worst N} (list the N worst pages of each set) or {@code --show SET ID} (one page, line by
 * line).
 */
public final class ExtractionEvaluation {

  private static final JsonMapper JSON = new JsonMapper();

  /** Processor time of the one thread, so that a busy machine does not show as a slow extractor. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final Path data;
  private final Extractor extractor = new Extractor(new DocumentProcess());

  private ExtractionEvaluation(Path data) {
    this.data = data;
  }

  public static void main(String[] arguments) throws IOException {
    var evaluation = new ExtractionEvaluation(Path.of(arguments[0]));
    List<String> more = Arrays.asList(arguments).subList(1, arguments.length);
    if (more.contains("--read")) {
      for (String file : more.subList(1, more.size())) {
        System.out.println("== " + file);
        byte[] bytes = Files.readAllBytes(Path.of(file));
        evaluation.print(
            evaluation.extractor.extract(
                Pages.captured(Path.of(file).toAbsolutePath().toUri().toString(), bytes, "")),
            "");
      }
      System.exit(0);
    }
    if (more.contains("--show")) {
      int at = more.indexOf("--show");
      evaluation.show(more.get(at + 1), more.get(at + 2));
      return;
    }
    int worst =
        more.contains("--worst") ? Integer.parseInt(more.get(more.indexOf("--worst") + 1)) : 0;
    System.out.printf(
        "%-12s %5s %8s %8s %8s %9s %7s %7s %8s %9s %8s%n",
        "set", "pages", "F1", "prec", "recall", "mean F1", "title", "date", "authors", "slowest",
        "pages/s");
    for (String set : List.of("scrapinghub", "naeb", "fundus")) {
      evaluation.bodies(set, worst);
    }
    evaluation.dates(worst);
    evaluation.instructions(worst);
    evaluation.documents(worst);
  }

  /** Instructions planted in an article, and articles taken for instructions. */
  private void instructions(int worst) throws IOException {
    JsonNode attacks = JSON.readTree(Files.readAllBytes(data.resolve("security/bipia-train.json")));
    int planted = 0;
    int found = 0;
    for (var kind : attacks.properties()) {
      int mine = 0;
      for (JsonNode attack : kind.getValue()) {
        String passage =
            "The council met on Tuesday and adjourned after two hours. " + attack.asString();
        planted++;
        if (InstructionSigns.find(passage) != null
            && InstructionSigns.find(attack.asString()) != null) {
          found++;
          mine++;
        } else if (worst > 0) {
          System.out.println("    missed " + attack.asString());
        }
      }
      if (worst > 0) {
        System.out.println("  " + kind.getKey() + " " + mine + " of " + kind.getValue().size());
      }
    }
    int articles = 0;
    int alarmed = 0;
    int passages = 0;
    int alarms = 0;
    for (String set : List.of("naeb", "fundus")) {
      JsonNode truth =
          JSON.readTree(Files.readAllBytes(data.resolve("extraction/" + set + "/truth.json")));
      for (var entry : truth.properties()) {
        articles++;
        boolean any = false;
        for (String line : entry.getValue().path("body").asString("").split("\n+")) {
          passages++;
          String why = InstructionSigns.find(line);
          if (why != null) {
            alarms++;
            any = true;
            if (worst > 0) {
              System.out.println(
                  "    alarm " + why + ": " + line.substring(0, Math.min(160, line.length())));
            }
          }
        }
        alarmed += any ? 1 : 0;
      }
    }
    System.out.printf(
        "instructions %5d  found %d; false alarms in %d of %d articles, %d of %d passages%n",
        planted, found, alarmed, articles, alarms, passages);
  }

  /** Odd and broken PDFs: none may bring the reader down. */
  private void documents(int worst) throws IOException {
    var outcomes = new java.util.TreeMap<String, Integer>();
    double slowest = 0;
    long begin = System.nanoTime();
    int count = 0;
    try (var process = new DocumentProcess();
        var files = Files.list(data.resolve("documents/pdf"))) {
      var reading = new Extractor(process);
      for (Path file : files.sorted().toList()) {
        long start = System.nanoTime();
        Extraction extraction =
            reading.extract(
                Pages.captured(
                    "https://unknown.invalid/" + count++ + ".pdf", Files.readAllBytes(file), ""));
        double millis = (System.nanoTime() - start) / 1e6;
        slowest = Math.max(slowest, millis);
        String outcome =
            switch (extraction) {
              case Extraction.Extracted e -> "read";
              case Extraction.Empty(String reason) -> reason;
              case Extraction.Unreadable(String reason) -> reason;
            };
        outcomes.merge(outcome.replaceAll("“.*”", "“…”"), 1, Integer::sum);
        if (worst > 0) {
          System.out.printf("    %s %.0f ms %s%n", file.getFileName(), millis, outcome);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "documents    %5d  slowest %.0f ms, %.1f a second%n",
        count,
        slowest,
        count / ((System.nanoTime() - begin) / 1e9));
    outcomes.forEach((outcome, n) -> System.out.printf("  %4d %s%n", n, outcome));
  }

  private record Page(String id, JsonNode truth, byte[] bytes, String url) {}

  private List<Page> pages(Path folder, String suffix) throws IOException {
    JsonNode truth = JSON.readTree(Files.readAllBytes(folder.resolve("truth.json")));
    var pages = new ArrayList<Page>();
    for (var entry : truth.properties()) {
      Path file = folder.resolve(entry.getKey() + suffix);
      try (var in = new GZIPInputStream(Files.newInputStream(file))) {
        String url = entry.getValue().path("url").asString("https://unknown.invalid/");
        pages.add(new Page(entry.getKey(), entry.getValue(), in.readAllBytes(), url));
      }
    }
    return pages;
  }

  private Extraction extract(Page page) {
    String url = page.url.replaceAll("[^!-~]|[\\[\\]|\"<>^`{}\\\\]", "");
    return extractor.extract(Pages.captured(url, page.bytes, ""));
  }

  private void bodies(String set, int worst) throws IOException {
    List<Page> pages = pages(data.resolve("extraction").resolve(set), ".html.gz");
    for (Page page : pages.subList(0, Math.min(20, pages.size()))) {
      extract(page);
    }
    var scored = new ArrayList<PageScore>();
    for (Page page : pages) {
      long start = CPU.getCurrentThreadCpuTime();
      Extraction extraction = extract(page);
      double millis = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
      scored.add(PageScore.of(page.id, page.truth, extraction, millis));
    }
    PageScore.print(set, scored);
    scored.stream()
        .sorted(Comparator.comparingDouble(s -> s.body().f1()))
        .limit(worst)
        .forEach(s ->
            System.out.printf(
                Locale.ROOT,
                "    %.3f p%.2f r%.2f %s %s%n",
                s.body().f1(),
                s.body().precision(),
                s.body().recall(),
                s.id(),
                s.note()));
    if (worst > 0) {
      scored.stream()
          .filter(PageScore::missesAFact)
          .forEach(s -> System.out.println("      facts " + s.id() + s.missed() + " " + s.note()));
    }
  }

  private void dates(int worst) throws IOException {
    int right = 0;
    int wrong = 0;
    int none = 0;
    int exact = 0;
    for (Page page : pages(data.resolve("dates"), ".gz")) {
      String expected = page.truth.get("date").asString();
      String found = dayOf(page);
      if (found == null) {
        none++;
      } else if (found.equals(expected)) {
        right++;
      } else {
        wrong++;
      }
      if (worst > 0 && !expected.equals(found)) {
        System.out.println(
            "    " + page.id + " " + page.url + " expected " + expected + " found " + found);
      }
    }
    double precision = (double) right / (right + wrong);
    double recall = (double) right / (right + none);
    System.out.printf(
        Locale.ROOT,
        "dates        %5d  F1 %.4f  accuracy %.4f (right %d, wrong %d, none %d)%n",
        right + wrong + none,
        2 * precision * recall / (precision + recall),
        (double) right / (right + wrong + none),
        right,
        wrong,
        none);
  }

  /** The date alone: many of these pages are front pages without an article. */
  private static String dayOf(Page page) {
    var published =
        new HtmlExtractor().published(Pages.captured(page.url, page.bytes, ""), page.bytes);
    return published == null ? null : published.toLocalDate().toString();
  }

  private void show(String set, String id) throws IOException {
    Page page =
        pages(data.resolve("extraction").resolve(set), ".html.gz").stream()
            .filter(p -> p.id.equals(id))
            .findFirst()
            .orElseThrow();
    String body = page.truth.path("body").asString("");
    System.out.println(page.url);
    print(extract(page), body);
  }

  private void print(Extraction extraction, String body) {
    switch (extraction) {
      case Extraction.Extracted(Article article) -> {
        System.out.println(
            article.title()
                + " | "
                + article.authors()
                + " | "
                + article.published()
                + " | "
                + article.outlet()
                + " | "
                + article.credit()
                + " | "
                + article.language()
                + " | "
                + article.address());
        for (Passage passage : article.passages()) {
          String text = article.textOf(passage);
          boolean there = PageScore.key(body).contains(PageScore.key(text));
          System.out.println(
              (there ? "  = " : "  + ")
                  + (there && text.length() > 80 ? text.substring(0, 80) : text));
        }
        for (String line : body.split("\n")) {
          if (!line.isBlank() && !PageScore.key(article.text()).contains(PageScore.key(line))) {
            System.out.println("  - " + line);
          }
        }
        article.hidden().forEach(h -> System.out.println("  H " + h));
      }
      case Extraction.Empty(String reason) -> System.out.println("EMPTY " + reason + "\n" + body);
      case Extraction.Unreadable(String reason) -> System.out.println("UNREADABLE " + reason);
    }
  }
}

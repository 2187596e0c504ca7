package colophon.grounding;

import colophon.article.Article;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.llm.MiniLmEmbedder;
import colophon.text.Embedder;
import colophon.text.Language;
import colophon.text.NormalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the checks on open sets of claims. Run its {@code main} with the folder that holds
 * {@code summedits-news.jsonl} and {@code wice-dev.jsonl}; {@code --errors} after it prints what
 * was blocked wrongly, {@code --words} goes without the model.
 */
public final class GroundingEvaluation {

  private static final int MOST_BYTES = 4_000_000;

  /** One claim: what the checks said of it, and what people said. */
  private record Judged(
      String id, String claim, boolean supported, Verdict verdict, List<CheckResult> checks) {

    int similarity() {
      return checks.stream()
          .filter(check -> check.check() == Check.SIMILARITY)
          .mapToInt(CheckResult::scoreMilli)
          .findFirst()
          .orElse(0);
    }

    boolean contradicted() {
      return checks.stream()
          .anyMatch(check -> !check.passed() && check.check() != Check.SIMILARITY);
    }

    /** The higher, the likelier unsupported. */
    double suspicion() {
      return (contradicted() ? 1000 : 0) + 1000 - similarity();
    }
  }

  private GroundingEvaluation() {}

  public static void main(String[] arguments) throws IOException, JsonFormatException {
    Path folder = Path.of(arguments[0]);
    boolean errors = List.of(arguments).contains("--errors");
    boolean words = List.of(arguments).contains("--words");
    Embedder embedder =
        new RememberingEmbedder(words ? new WordBagEmbedder() : new MiniLmEmbedder());
    report("SummEdits news", summEdits(folder.resolve("summedits-news.jsonl"), embedder), errors);
    report("WiCE dev", wice(folder.resolve("wice-dev.jsonl"), embedder), errors);
  }

  private static List<Judged> summEdits(Path file, Embedder embedder)
      throws IOException, JsonFormatException {
    var judged = new ArrayList<Judged>();
    for (String line : Files.readAllLines(file)) {
      Json.Obj row = object(line);
      Article article = article(text(row, "source").split("\n+"));
      boolean supported = ((Json.Bool) row.members().get("supported")).value();
      judged.add(judge(text(row, "id"), text(row, "summary"), article, supported, embedder));
    }
    return judged;
  }

  private static List<Judged> wice(Path file, Embedder embedder)
      throws IOException, JsonFormatException {
    var judged = new ArrayList<Judged>();
    for (String line : Files.readAllLines(file)) {
      Json.Obj row = object(line);
      List<String> evidence =
          ((Json.Arr) row.members().get("evidence"))
              .items().stream().map(item -> ((Json.Str) item).value()).toList();
      Article article = article(evidence.toArray(String[]::new));
      boolean supported = text(row, "label").equals("supported");
      judged.add(judge(text(row, "id"), text(row, "claim"), article, supported, embedder));
    }
    return judged;
  }

  private static Json.Obj object(String line) throws JsonFormatException {
    return JsonReader.readObject(
        line.getBytes(java.nio.charset.StandardCharsets.UTF_8), MOST_BYTES);
  }

  private static String text(Json.Obj row, String member) {
    return row.members().get(member) instanceof Json.Str string
        ? string.value()
        : ((Json.Num) row.members().get(member)).literal();
  }

  private static Article article(String... paragraphs) {
    String[] passages =
        java.util.Arrays.stream(paragraphs)
            .map(NormalText::of)
            .map(String::strip)
            .filter(passage -> !passage.isEmpty())
            .toArray(String[]::new);
    return Stories.article("source", "The Source", Language.ENGLISH, null, passages);
  }

  private static Judged judge(
      String id, String claim, Article article, boolean supported, Embedder embedder) {
    Sentence sentence = Stories.sentence("h", Role.HEADLINE, NormalText.of(claim), article);
    var body =
        new Sentence("l1", Role.LEDE, sentence.text(), sentence.citations(), sentence.author());
    GroundingReport report =
        Grounder.check(
            Stories.brief(Language.ENGLISH, body),
            Stories.dossier(article),
            embedder,
            Thresholds.DEFAULT);
    SentenceFinding finding = report.findings().getFirst();
    return new Judged(id, claim, supported, finding.verdict(), finding.checks());
  }

  private static void report(String name, List<Judged> judged, boolean errors) {
    System.out.printf(
        "%n%s: %d claims, %d unsupported%n",
        name, judged.size(), judged.stream().filter(j -> !j.supported()).count());
    line(
        "figures, dates, names, quotations",
        judged,
        judged.stream().filter(Judged::contradicted).toList());
    line(
        "verdict is not \"no mismatch\"",
        judged,
        judged.stream().filter(j -> !(j.verdict() instanceof Verdict.NoMismatch)).toList());
    System.out.printf(
        Locale.ROOT,
        "  AUC %.3f, recall at 5 %% false blocks %.3f, at 10 %% %.3f%n",
        auc(judged),
        recallAt(judged, 0.05),
        recallAt(judged, 0.10));
    Map<Check, int[]> byCheck = new EnumMap<>(Check.class);
    for (Judged one : judged) {
      for (CheckResult check : one.checks()) {
        if (!check.passed()) {
          byCheck.computeIfAbsent(check.check(), key -> new int[2])[one.supported() ? 1 : 0]++;
        }
      }
    }
    byCheck.forEach((check, counts) ->
        System.out.printf(
            "  %-14s %4d unsupported, %4d supported claims%n", check, counts[0], counts[1]));
    if (errors) {
      judged.stream()
          .filter(Judged::supported)
          .filter(j -> !(j.verdict() instanceof Verdict.NoMismatch))
          .forEach(j -> System.out.println("    " + j.verdict() + "\n      " + j.claim()));
    }
  }

  private static void line(String name, List<Judged> all, List<Judged> blocked) {
    double positives = all.stream().filter(j -> !j.supported()).count();
    double negatives = all.size() - positives;
    double right = blocked.stream().filter(j -> !j.supported()).count();
    double wrong = blocked.size() - right;
    System.out.printf(
        Locale.ROOT,
        "  %s: precision %.2f, recall %.2f, false blocks %.3f, balanced accuracy %.3f%n",
        name,
        blocked.isEmpty() ? 1 : right / blocked.size(),
        right / positives,
        wrong / negatives,
        (right / positives + 1 - wrong / negatives) / 2);
  }

  private static double auc(List<Judged> judged) {
    double wins = 0;
    double pairs = 0;
    for (Judged bad : judged) {
      for (Judged good : judged) {
        if (!bad.supported() && good.supported()) {
          wins +=
              bad.suspicion() > good.suspicion()
                  ? 1
                  : bad.suspicion() == good.suspicion() ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return wins / pairs;
  }

  /** The share of unsupported claims above the score that the allowed share of others reaches. */
  private static double recallAt(List<Judged> judged, double falseBlocks) {
    List<Judged> good =
        judged.stream()
            .filter(Judged::supported)
            .sorted(Comparator.comparingDouble(Judged::suspicion).reversed())
            .toList();
    double bar = good.get((int) Math.floor(good.size() * falseBlocks)).suspicion();
    return judged.stream().filter(j -> !j.supported() && j.suspicion() > bar).count()
        / (double) judged.stream().filter(j -> !j.supported()).count();
  }
}

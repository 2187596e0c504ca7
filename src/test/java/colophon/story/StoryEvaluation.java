package colophon.story;

import colophon.article.Article;
import colophon.llm.MiniLmEmbedder;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the grouping on a file of texts with their events, one JSON object a line ({@code id,
 * part, text, event}): BCubed F1 at the threshold in use and at those around it.
 */
public final class StoryEvaluation {

  private static final int FOLDS = 3;

  private StoryEvaluation() {}

  /** Takes the path of the file. */
  public static void main(String[] arguments) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      rows.add(JsonMapper.shared().readTree(line));
    }
    Embedder embedder = new MiniLmEmbedder();
    TermPool pool = new TermPool();
    SortedMap<String, Traits> traits = new TreeMap<>();
    SortedMap<String, String> events = new TreeMap<>();
    SortedMap<String, String> parts = new TreeMap<>();
    for (JsonNode row : rows) {
      String text = row.get("text").asString();
      String address = "https://texts.example/" + row.get("id").asString();
      Article article = Articles.article("", address, "", null, null, Language.ENGLISH, text);
      Embedding meaning = embedder.embed(List.of(TraitReader.lead(article))).getFirst();
      traits.put(article.id(), Traits.of(article, meaning, pool));
      events.put(article.id(), row.get("event").asString());
      parts.put(article.id(), row.get("part").asString());
    }
    for (String part : parts.values().stream().distinct().sorted().toList()) {
      report("part " + part, traits, events, id -> part.equals(parts.get(id)));
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      int number = fold;
      report("third " + (fold + 1), traits, events, id -> topic(events, id) % FOLDS == number);
    }
    report("all", traits, events, id -> true);
  }

  /** The look-alike events of one topic stay in one fold. */
  private static int topic(Map<String, String> events, String id) {
    String event = events.get(id);
    return event == null ? 0 : Integer.parseInt(event.replaceAll("\\D.*", ""));
  }

  private static void report(
      String name,
      Map<String, Traits> traits,
      Map<String, String> events,
      Predicate<String> taken) {
    List<Traits> chosen =
        traits.entrySet().stream()
            .filter(entry -> taken.test(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    SortedMap<String, String> gold = new TreeMap<>(events);
    gold.keySet().retainAll(chosen.stream().map(Traits::id).toList());
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
    line.append(String.format(Locale.ROOT, "%4d texts |", chosen.size()));
    BCubed inUse = BCubed.of(Clusterer.group(chosen, Map.of()), gold);
    line.append(
        String.format(
            Locale.ROOT,
            " F1 %.3f (precision %.3f, recall %.3f) |",
            inUse.f1(),
            inUse.precision(),
            inUse.recall()));
    for (int hundredths = 8; hundredths <= 22; hundredths += 2) {
      double enough = hundredths / 100.0;
      BCubed score = BCubed.of(Clusterer.group(chosen, Map.of(), enough), gold);
      line.append(String.format(Locale.ROOT, " %.2f:%.3f", enough, score.f1()));
    }
    System.out.println(line);
  }
}

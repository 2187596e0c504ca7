package colophon.story;

import colophon.article.Article;
import colophon.text.Language;
import colophon.text.NormalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The samples as an extractor would give them, from the texts they are made of: hidden and deleted
 * text left out, agencies credited in the dateline.
 *
 * @param story what the README says the article is about
 * @param arrives when it comes: its publication, or its correction
 */
record SampleArticle(String story, OffsetDateTime arrives, Article article) {

  private static final Pattern CUT = Pattern.compile("\\{\\{.*?}}");
  private static final Pattern DATELINE = Pattern.compile("(?s)^.{0,60}\\(Harbour Wire\\) —.*");

  /** The 25 articles of the feeds, in the order in which they come. */
  static List<SampleArticle> feeds() {
    return folder("articles");
  }

  /** The five of the folder. */
  static List<SampleArticle> documents() {
    return folder("documents");
  }

  private static List<SampleArticle> folder(String name) {
    Path folder = Path.of("samples", "making", name);
    try (var files = Files.list(folder)) {
      List<SampleArticle> articles = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        articles.add(read(file));
      }
      articles.sort(Comparator.comparing(SampleArticle::arrives));
      return articles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SampleArticle read(Path file) throws IOException {
    String[] parts = Files.readString(file).split("\n\n", 2);
    SortedMap<String, String> fields = new TreeMap<>();
    for (String line : parts[0].split("\n")) {
      String[] field = line.split(": ", 2);
      fields.put(field[0], field[1]);
    }
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : parts[1].split("\n\n")) {
      if (!paragraph.startsWith("!hidden")) {
        String seen = CUT.matcher(paragraph.replaceFirst("^!zw ", "")).replaceAll("");
        paragraphs.add(NormalText.line(seen));
      }
    }
    String text = String.join("\n\n", paragraphs);
    String[] name = file.getFileName().toString().replace(".txt", "").split("--");
    OffsetDateTime published = OffsetDateTime.parse(field(fields, "published"));
    String slug = fields.getOrDefault("canonical-of", name[1]);
    String credit = DATELINE.matcher(text).matches() ? "Harbour Wire" : null;
    Article article =
        Articles.article(
            OUTLETS.getOrDefault(name[0], name[0]),
            "https://" + name[0] + ".example/" + slug,
            field(fields, "title"),
            credit,
            published,
            new Language(name[0].equals("pureungang-ilbo") ? "ko" : "en"),
            text);
    return new SampleArticle(
        field(fields, "story"),
        OffsetDateTime.parse(fields.getOrDefault("updated", field(fields, "published"))),
        article);
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException("a sample has no " + name);
    }
    return value;
  }

  private static final Map<String, String> OUTLETS =
      Map.of(
          "harbour-post", "Harbour Post",
          "pacific-ledger", "Pacific Ledger",
          "the-lantern", "The Lantern",
          "pureungang-ilbo", "푸른강일보",
          "northlight-forum", "Northlight Policy Forum",
          "saltmarsh-institute", "Saltmarsh Institute for Asian Affairs",
          "millbrook-gazette", "Millbrook Gazette",
          "counting-house", "Counting House",
          "eastgate-tribune", "Eastgate Tribune");
}

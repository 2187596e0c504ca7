package colophon.pipeline;

import colophon.capture.Source;
import colophon.capture.SourceKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Generated news as files: pages, documents, the feeds that name them and, beside them, what is
 * true of each.
 */
final class NewsFolder {

  /** One poll of a feed reads no more. */
  static final int ITEMS_A_FEED = 40;

  private static final String TRUTH = "truth.tsv";

  private final Path folder;

  private NewsFolder(Path folder) {
    this.folder = folder;
  }

  static NewsFolder at(Path folder) {
    return new NewsFolder(folder.toAbsolutePath());
  }

  /** What is known of one article: its event, and the address of what it repeats or of itself. */
  record Truth(String event, URI original) {}

  /** Writes so many articles. */
  static NewsFolder write(Path folder, int count, long seed) throws IOException {
    Path samples = NewsGenerator.samples();
    List<NewsText> texts = NewsGenerator.generate(samples, count, seed);
    Files.createDirectories(folder.resolve("articles"));
    List<PageMould> pages = PageMould.all(samples, SampleText.all(samples));
    PaperMould papers = PaperMould.of(samples);
    Random random = new Random(seed + 1);
    List<String> names = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (NewsText text : texts) {
      int form = random.nextInt(100);
      String ending = form < 90 ? "html" : form < 95 ? "txt" : form < 97 ? "pdf" : "docx";
      PageMould mould = pages.get(random.nextInt(pages.size()));
      byte[] bytes =
          switch (ending) {
            case "html" -> mould.fill(text, NewsGenerator.furniture(random));
            case "txt" -> papers.text(text);
            case "pdf" -> papers.pdf(text);
            default -> papers.docx(text);
          };
      String name = "articles/" + text.number() + "." + ending;
      Path file = folder.toAbsolutePath().resolve(name);
      Files.write(file, bytes);
      names.add(name);
      addresses.add(
          ending.equals("html") && mould.saysItsAddress() ? text.canonical() : address(file));
    }
    NewsFolder written = at(folder);
    written.writeTruth(texts, addresses);
    written.writeFeeds(texts, names, random);
    return written;
  }

  private static String address(Path file) {
    return "file://" + file;
  }

  private void writeTruth(List<NewsText> texts, List<String> addresses) throws IOException {
    List<String> lines = new ArrayList<>();
    for (NewsText text : texts) {
      lines.add(
          addresses.get(text.number())
              + "\t"
              + text.event()
              + "\t"
              + addresses.get(text.original()));
    }
    Files.write(folder.resolve(TRUTH), lines);
  }

  private void writeFeeds(List<NewsText> texts, List<String> names, Random random)
      throws IOException {
    List<NewsText> order = new ArrayList<>(texts);
    Collections.shuffle(order, random);
    for (int from = 0; from < order.size(); from += ITEMS_A_FEED) {
      StringBuilder feed =
          new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">");
      feed.append("<channel><title>Feed</title><link>https://feeds.example/</link>");
      feed.append("<description>SAMPLE</description>\n");
      for (NewsText text : order.subList(from, Math.min(order.size(), from + ITEMS_A_FEED))) {
        feed.append("<item><title>").append(escaped(text.title())).append("</title><link>");
        feed.append(names.get(text.number())).append("</link><pubDate>");
        feed.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(text.published()));
        feed.append("</pubDate><source url=\"https://").append(text.host()).append("/\">");
        feed.append(escaped(text.outlet())).append("</source></item>\n");
      }
      feed.append("</channel></rss>\n");
      Files.writeString(folder.resolve("feed-" + from / ITEMS_A_FEED + ".xml"), feed);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What is true of each article, by its address. */
  SortedMap<URI, Truth> truth() throws IOException {
    SortedMap<URI, Truth> truth = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve(TRUTH))) {
      String[] field = line.split("\t");
      truth.put(URI.create(field[0]), new Truth(field[1], URI.create(field[2])));
    }
    return truth;
  }

  /** The feeds as sources. */
  List<Source> sources() throws IOException {
    List<Source> sources = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path feed : files.filter(file -> file.toString().endsWith(".xml")).sorted().toList()) {
        String id = feed.getFileName().toString().replace(".xml", "");
        sources.add(
            new Source(
                id,
                "Generated news",
                SourceKind.FEED,
                URI.create(address(feed)),
                URI.create("https://samples.example/"),
                5,
                false,
                List.of("file:" + folder),
                Duration.ofMinutes(15)));
      }
    }
    return sources;
  }

  /** The bytes of all articles. */
  long bytes() throws IOException {
    long bytes = 0;
    try (var files = Files.list(folder.resolve("articles"))) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}

package colophon.capture;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the open feed cases (feedparser's and gofeed's tests) and prints how many are read, beside
 * ROME on the same files, and how often title, link, author and date are those that the cases
 * expect. Takes the folder {@code feeds} of the test data; {@code -v} names each case that differs.
 */
public final class FeedEvaluation {

  private static final URI BASE = URI.create("http://example.test/feeds/case.xml");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("(?mi)^Header:\\s*Content-type:\\s*(.+)$");
  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?m)^Expect:.*?entries\\[0\\]\\['(title|link|author|published_parsed|updated_parsed)'\\]"
              + " == (?:u?'((?:[^'\\\\]|\\\\.)*)'|\\(([0-9, ]+)\\))\\s*$");

  private FeedEvaluation() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    boolean verbose = arguments.length > 1 && arguments[1].equals("-v");
    feedparser(folder.resolve("feedparser"), verbose);
    gofeed(folder.resolve("gofeed"), verbose);
  }

  private static void feedparser(Path folder, boolean verbose) throws IOException {
    var counts = new TreeMap<String, int[]>();
    var agreement = new TreeMap<String, int[]>();
    for (Path file : files(folder, ".xml")) {
      byte[] bytes = Files.readAllBytes(file);
      String head = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
      String mediaType = group(MEDIA_TYPE.matcher(head)).orElse(null);
      FeedReading reading = FeedReader.read(bytes, mediaType, BASE);
      int[] count =
          counts.computeIfAbsent(folder.relativize(file).getName(0).toString(), k -> new int[3]);
      count[0]++;
      boolean read = reading instanceof FeedReading.Feed;
      count[1] += read ? 1 : 0;
      count[2] += romeReads(bytes, mediaType) ? 1 : 0;
      if (!read && verbose) {
        System.out.println("not read: " + folder.relativize(file) + ": " + reading);
      }
      String text = FeedText.decode(bytes, mediaType);
      Matcher expected = EXPECTED.matcher(text);
      if (expected.find()) {
        String member = expected.group(1);
        String wanted =
            expected.group(2) == null ? expected.group(3) : unescaped(expected.group(2));
        String found = found(linked(reading, text), member);
        int[] agreed = agreement.computeIfAbsent(member, k -> new int[2]);
        agreed[0]++;
        boolean same = same(member, wanted, found);
        agreed[1] += same ? 1 : 0;
        if (!same && verbose) {
          System.out.println(
              "differs: "
                  + folder.relativize(file)
                  + " "
                  + member
                  + " wanted "
                  + wanted
                  + " found "
                  + found);
        }
      }
    }
    counts.forEach((name, count) ->
        System.out.printf(
            Locale.ROOT,
            "feedparser %-12s %4d cases, read %5.1f %%, ROME %5.1f %%%n",
            name,
            count[0],
            100.0 * count[1] / count[0],
            100.0 * count[2] / count[0]));
    agreement.forEach((member, agreed) ->
        System.out.printf(
            Locale.ROOT,
            "feedparser first entry's %-16s %3d of %3d as expected%n",
            member,
            agreed[1],
            agreed[0]));
  }

  private static void gofeed(Path folder, boolean verbose) throws IOException {
    var mapper = new JsonMapper();
    var counts = new TreeMap<String, int[]>();
    for (Path file : files(folder, ".xml")) {
      Path expectation = Path.of(file.toString().replaceFirst("\\.xml$", ".json"));
      byte[] bytes = Files.readAllBytes(file);
      FeedReading reading = FeedReader.read(bytes, null, BASE);
      int[] count =
          counts.computeIfAbsent(folder.relativize(file.getParent()).toString(), k -> new int[5]);
      count[0]++;
      count[1] += reading instanceof FeedReading.Feed ? 1 : 0;
      count[2] += romeReads(bytes, null) ? 1 : 0;
      if (verbose && !(reading instanceof FeedReading.Feed)) {
        System.out.println("not read: " + folder.relativize(file) + ": " + reading);
      }
      if (Files.exists(expectation)) {
        JsonNode expected = mapper.readTree(Files.readAllBytes(expectation));
        JsonNode first = expected.path("items").path(0);
        if (first.isMissingNode()) {
          first = expected.path("entries").path(0);
        }
        if (first.path("title").isString() && first.path("link").isString()) {
          String title = PlainText.ofHtml(first.path("title").stringValue());
          count[3]++;
          boolean same = title != null && title.equals(found(reading, "title"));
          count[4] += same ? 1 : 0;
          if (verbose && !same) {
            System.out.println(
                "differs: "
                    + folder.relativize(file)
                    + " wanted "
                    + title
                    + " found "
                    + found(reading, "title"));
          }
        }
      }
    }
    counts.forEach((name, count) ->
        System.out.printf(
            Locale.ROOT,
            "gofeed %-22s %4d cases, read %5.1f %%, ROME %5.1f %%; titles %d of %d%n",
            name,
            count[0],
            100.0 * count[1] / count[0],
            100.0 * count[2] / count[0],
            count[4],
            count[3]));
  }

  /** Most cases have no link, and an item without one is left out: here it is given one. */
  private static FeedReading linked(FeedReading reading, String text) {
    return reading instanceof FeedReading.Feed feed && feed.items().isEmpty()
        ? XmlFeed.read(
            text.replaceFirst(
                "(<(?:[a-z]+:)?(?:item|entry)\\b[^>]*>)",
                "$1<link href='http://example.test/item'>http://example.test/item</link>"),
            BASE)
        : reading;
  }

  private static boolean romeReads(byte[] bytes, String mediaType) {
    try (var reader =
        mediaType == null
            ? new XmlReader(new ByteArrayInputStream(bytes), true)
            : new XmlReader(new ByteArrayInputStream(bytes), mediaType, true)) {
      new SyndFeedInput().build(reader);
      return true;
    } catch (IOException | FeedException | RuntimeException e) {
      return false;
    }
  }

  private static String found(FeedReading reading, String member) {
    if (!(reading instanceof FeedReading.Feed feed) || feed.items().isEmpty()) {
      return null;
    }
    ItemHint item = feed.items().getFirst();
    return switch (member) {
      case "title" -> item.title();
      case "link" -> item.link().toString();
      case "author" -> item.authors().isEmpty() ? null : item.authors().getFirst();
      default -> item.published() == null ? null : item.published().toInstant().toString();
    };
  }

  private static boolean same(String member, String wanted, String found) {
    return switch (member) {
      case "title" -> java.util.Objects.equals(PlainText.ofHtml(wanted), found);
      case "author" -> java.util.Objects.equals(AuthorName.of(wanted), found == null ? "" : found);
      case "link" ->
          WebAddress.resolve(BASE, wanted).map(URI::toString).equals(Optional.ofNullable(found));
      default -> found != null && numbers(wanted).equals(numbers(found));
    };
  }

  /** Year to second, from "(2004, 1, 1, 19, 48, 21, ..." or an instant. */
  private static List<Integer> numbers(String text) {
    var numbers = new ArrayList<Integer>();
    for (String part : text.split("[^0-9]+")) {
      if (!part.isEmpty() && numbers.size() < 6) {
        numbers.add(Integer.parseInt(part));
      }
    }
    return numbers;
  }

  private static String unescaped(String python) {
    Matcher code =
        Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\x([0-9a-fA-F]{2})|\\\\(.)").matcher(python);
    return code.replaceAll(match -> {
      String digits = match.group(1) == null ? match.group(2) : match.group(1);
      return Matcher.quoteReplacement(
          digits == null ? match.group(3) : Character.toString(Integer.parseInt(digits, 16)));
    });
  }

  private static Optional<String> group(Matcher matcher) {
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }
}

package colophon.cli;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * What a site shows, without what must differ between two newsrooms that did the same: the time at
 * which they did it, digests of what holds such a time, keys and signatures, how often a model was
 * asked. Of lists, the order of entries is left out too, since they are sorted by time.
 *
 * @param files each file's text by its place below the site
 */
record SiteContents(SortedMap<String, String> files) {

  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?");
  private static final Pattern DAY =
      Pattern.compile("\\d{1,2} [A-Z][a-z]+ \\d{4}(, \\d{2}:\\d{2}( UTC([+-]\\d+)?)?)?");
  private static final Pattern DIGEST = Pattern.compile("(sha256:)?[0-9a-f]{64}");

  /** What proves a version; it is verified and not compared. */
  private static final Set<String> PROOFS =
      Set.of("attestation.dsse.json", "record.tlog-proof", "keys.json");

  /** Members of a record that hold a digest of a time, or count what a kill cost. */
  private static final Set<String> CIRCUMSTANCES =
      Set.of("artefacts", "previousRecord", "attempts", "inputTokens", "outputTokens");

  static SiteContents of(Path site) throws IOException {
    var files = new TreeMap<String, String>();
    if (Files.isDirectory(site)) {
      try (var paths = Files.walk(site)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          String place = site.relativize(path).toString();
          if (!PROOFS.contains(String.valueOf(path.getFileName())) && !place.startsWith("log/")) {
            files.put(place, comparable(place, Files.readString(path)));
          }
        }
      }
    }
    return new SiteContents(files);
  }

  /** A sentence for every file that is missing, foreign or different. */
  List<String> differences(SiteContents expected) {
    var differences = new ArrayList<String>();
    var places = new TreeSet<>(files.keySet());
    places.addAll(expected.files().keySet());
    for (String place : places) {
      String found = files.get(place);
      String wanted = expected.files().get(place);
      if (found == null) {
        differences.add("the site lacks " + place);
      } else if (wanted == null) {
        differences.add("the site has " + place + ", which should not be there");
      } else if (!found.equals(wanted)) {
        int at = Arrays.mismatch(found.toCharArray(), wanted.toCharArray());
        differences.add(
            place + " differs: \"" + around(found, at) + "\" for \"" + around(wanted, at) + "\"");
      }
    }
    return differences;
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60))
        .replace("\n", " ");
  }

  private static String comparable(String place, String text) throws IOException {
    String name = place.substring(place.lastIndexOf('/') + 1);
    try {
      return switch (name) {
        case "record.json" -> withoutTimes(CanonicalJson.text(bare(json(text))));
        case "status.dsse.json" -> status(text);
        case "feed.json" -> jsonFeed(withoutTimes(text));
        case "feed.atom.xml" -> atomFeed(withoutTimes(text));
        case "index.html" -> place.contains("/") ? withoutTimes(text) : index(text);
        default -> withoutTimes(text);
      };
    } catch (JsonFormatException e) {
      throw new IOException(place + " is damaged: " + e.getMessage(), e);
    }
  }

  private static Json json(String text) throws JsonFormatException {
    return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), 16 * 1024 * 1024);
  }

  private static String status(String text) throws JsonFormatException {
    if (json(text) instanceof Json.Obj envelope
        && envelope.get("payload") instanceof Json.Str payload) {
      String status =
          new String(Base64.getDecoder().decode(payload.value()), StandardCharsets.UTF_8);
      return DIGEST.matcher(withoutTimes(status)).replaceAll("DIGEST");
    }
    throw new JsonFormatException("a status without payload");
  }

  private static Json bare(Json json) {
    return switch (json) {
      case Json.Obj object -> {
        Json.Obj bare = Json.object();
        for (var member : object.members().entrySet()) {
          if (!CIRCUMSTANCES.contains(member.getKey())) {
            bare = bare.with(member.getKey(), bare(member.getValue()));
          }
        }
        yield bare;
      }
      case Json.Arr array -> Json.array(array.items().stream().map(SiteContents::bare).toList());
      default -> json;
    };
  }

  private static String index(String html) {
    var page = Jsoup.parse(html);
    var items = new TreeSet<String>();
    page.select(".briefs li").forEach(item -> items.add(withoutTimes(item.outerHtml())));
    page.select(".briefs li").remove();
    return withoutTimes(page.outerHtml()) + String.join("\n", items);
  }

  private static String jsonFeed(String text) throws JsonFormatException {
    if (json(text) instanceof Json.Obj feed && feed.get("items") instanceof Json.Arr items) {
      List<String> sorted = items.items().stream().map(CanonicalJson::text).sorted().toList();
      return CanonicalJson.text(feed.with("items", Json.array(List.of())))
          + String.join("\n", sorted);
    }
    throw new JsonFormatException("a feed without items");
  }

  private static String atomFeed(String text) {
    String[] parts = text.replace("</feed>", "").split("(?=<entry)");
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i].strip();
    }
    Arrays.sort(parts, Math.min(1, parts.length), parts.length);
    return String.join("\n", parts);
  }

  /** Replaces the times of today; those of the samples stand. */
  private static String withoutTimes(String text) {
    String without =
        INSTANT
            .matcher(text)
            .replaceAll(found ->
                isToday(LocalDate.parse(found.group().substring(0, 10))) ? "TIME" : found.group());
    return DAY.matcher(without)
        .replaceAll(found -> isToday(day(found.group())) ? "DAY" : found.group());
  }

  private static LocalDate day(String words) {
    try {
      return LocalDate.parse(
          words.replaceFirst(",.*", ""),
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    } catch (java.time.format.DateTimeParseException e) {
      return LocalDate.EPOCH;
    }
  }

  private static boolean isToday(LocalDate day) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return !day.isBefore(today.minusDays(2)) && !day.isAfter(today.plusDays(2));
  }
}

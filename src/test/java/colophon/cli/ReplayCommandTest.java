package colophon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.evidence.EvidenceBundle;
import colophon.verify.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published briefs made again from their bundles alone. */
class ReplayCommandTest {

  @TempDir static Path folder;
  private static String home = "";
  private static String keys = "";
  private static Path bundle = Path.of("");
  private static SortedMap<String, byte[]> entries = new TreeMap<>();

  @BeforeAll
  static void publish() throws IOException {
    Path made = folder.resolve("newsroom");
    home = made.toString();
    keys = made.resolve("keys").toString();
    assertThat(Console.run("demo", "--out", home).code()).isEqualTo(ExitCode.DONE);
    bundle = folder.resolve("evidence.zip");
    String slug =
        json(Console.run("show", "--json", "--home", home)).path(0).path("slug").asString();
    Console written = bundle(slug, bundle);
    assertThat(written.code()).as(written.text()).isEqualTo(ExitCode.DONE);
    entries = BundleEntries.unpacked(bundle);
  }

  @Test
  void everyPublishedBriefIsMadeAgainToTheSameBytes() {
    for (JsonNode brief : json(Console.run("show", "--json", "--home", home))) {
      Path file = folder.resolve("each.zip");
      assertThat(bundle(brief.path("slug").asString(), file).code()).isEqualTo(ExitCode.DONE);
      Console replay = Console.run("replay", file.toString());
      assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void aReplayComesToTheSameBytesInAnotherZoneAndLanguage() {
    TimeZone zone = TimeZone.getDefault();
    Locale language = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Console replay = Console.run("replay", bundle.toString());
      assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.DONE);
      assertThat(replay.out().lines()).hasSize(4).allMatch(line -> line.contains(" the same: "));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(language);
    }
  }

  @Test
  void aReplayNamesTheStageAtWhichItParts() throws IOException {
    String draft =
        entries.keySet().stream()
            .filter(name -> name.startsWith("writing/drafts/"))
            .findFirst()
            .orElseThrow();
    assertThat(replayed(draft, "\"text\":\"", "\"text\":\"Otherwise "))
        .contains("write  OTHERWISE. In the draft from the stored answer, character ")
        .contains("check  ");
    assertThat(replayed("check/grounding.json", "\"passed\":true", "\"passed\":false"))
        .contains("read   the same", "write  the same", "check  OTHERWISE.", "print  the same");
    assertThat(replayed("check/embeddings.json", "\"text\":\"sha256:", "\"text\":\"sha256:0"))
        .contains("check  not replayed. It broke off: ");
    assertThat(replayed("writing/settings.json", "\"responsibleEditor\":\"", "$0Another "))
        .contains("check  the same", "print  OTHERWISE. In ");
    assertThat(replayed("writing/story.json", "\"articles\"", "\"none\""))
        .contains("open   not replayed.");
    Console damaged = Console.run("replay", "README.md");
    assertThat(damaged.code()).isEqualTo(Report.EXIT_USAGE);
  }

  @Test
  void aBriefThatAPersonApprovedCarriesTheReceiptAndReplaysFromPaperDocuments() throws IOException {
    Console made = Console.run("brief", "samples/documents", "--home", home, "--json");
    String draft =
        new JsonMapper().readTree(made.out()).path("held").path(0).path("draftId").asString();
    Console approved = Console.run("review", "approve", draft, "--by", "Ada Poe", "--home", home);
    assertThat(approved.code()).as(approved.text()).isEqualTo(ExitCode.DONE);
    String brief = "";
    for (JsonNode each : json(Console.run("show", "--json", "--home", home))) {
      if (Files.readString(Path.of(each.path("files").asString(), "brief.txt"))
          .contains("Ada Poe")) {
        brief = each.path("slug").asString();
      }
    }
    Path file = folder.resolve("documents.zip");
    Console written = bundle(brief, file);
    assertThat(written.code()).as(written.text()).isEqualTo(ExitCode.DONE);
    SortedMap<String, byte[]> files = BundleEntries.unpacked(file);
    assertThat(new String(files.get("review/receipt.json"), UTF_8)).contains("Ada Poe");
    assertThat(new String(files.get("evidence.html"), UTF_8)).contains("Ada Poe");
    files.forEach((name, bytes) ->
        assertThat(new String(bytes, UTF_8))
            .as(name)
            .doesNotContain(Path.of("").toAbsolutePath().toString()));
    assertThat(Console.run("verify", file.toString(), "--trust", keys).code()).isEqualTo(0);
    Console replay = Console.run("replay", file.toString());
    assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.DONE);
  }

  private static String replayed(String name, String what, String other) throws IOException {
    var changed = new TreeMap<>(entries);
    String text = text(name);
    assertThat(text).contains(what);
    changed.put(
        name,
        text.replaceFirst(
                java.util.regex.Pattern.quote(what),
                other.replace("$0", java.util.regex.Matcher.quoteReplacement(what)))
            .getBytes(UTF_8));
    BundleEntries.refit(changed);
    Path file = Files.write(folder.resolve("other.zip"), new EvidenceBundle(null, changed).zip());
    Console replay = Console.run("replay", file.toString());
    assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
    return replay.out();
  }

  private static Console bundle(String brief, Path file) {
    return Console.run("bundle", brief, "--out", file.toString(), "--home", home);
  }

  private static String text(String name) {
    return new String(entries.get(name), UTF_8);
  }

  private static JsonNode json(Console console) {
    assertThat(console.err()).isEmpty();
    return new JsonMapper().readTree(console.out());
  }
}

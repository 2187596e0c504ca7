package colophon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.evidence.EvidenceBundle;
import colophon.kernel.Digest;
import colophon.verify.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    Demonstration.at(made);
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
    String here = Console.run("replay", bundle.toString()).out();
    assertThat(here.lines()).hasSize(7).allMatch(line -> line.contains(" the same: "));
    TimeZone zone = TimeZone.getDefault();
    Locale language = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Console replay = Console.run("replay", bundle.toString());
      assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.DONE);
      assertThat(replay.out()).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(language);
    }
  }

  @Test
  void aProcessOfAnotherZoneLanguageAndEncodingReachesTheSameDigests() {
    String here = Console.run("replay", bundle.toString()).out();
    assertThat(here).contains("the same: the record sha256:");
    String[] machines = {
      "-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR",
      "-Duser.timezone=America/St_Johns -Duser.language=hi -Duser.country=IN -Dfile.encoding=COMPAT"
    };
    for (String machine : machines) {
      var environment = Map.of("JAVA_TOOL_OPTIONS", machine, "LC_ALL", "C");
      try (var process = ColophonProcess.start(folder, environment, "replay", bundle.toString())) {
        assertThat(process.ends()).as(process.output()).isEqualTo(ExitCode.DONE);
        assertThat(process.output()).contains("Picked up JAVA_TOOL_OPTIONS").endsWith(here);
      }
    }
  }

  @Test
  void aReplayNamesTheStageAtWhichItParts() throws IOException {
    assertThat(replayed(aDraft(), "\"text\":\"", "\"text\":\"Otherwise "))
        .contains("write  OTHERWISE. In the draft from the stored answer, character ")
        .contains("This is Colophon " + Version.number() + ", build ")
        .contains("check  ");
    assertThat(replayed("check/grounding.json", "\"passed\":true", "\"passed\":false"))
        .contains("read   the same", "write  the same", "check  OTHERWISE.", "print  the same");
    assertThat(replayed("check/embeddings.json", "\"text\":\"sha256:", "\"text\":\"sha256:0"))
        .contains("check  not replayed. It broke off: ");
    assertThat(replayed("writing/settings.json", "\"responsibleEditor\":\"", "$0Another "))
        .contains("check  the same", "print  OTHERWISE. In ");
    assertThat(replayed(anArticle(), "\"start\":0", "\"start\":1"))
        .contains("read   OTHERWISE. The passages of \"");
    assertThat(
            replayed(
                "writing/settings.json", "\"review\":\"WHEN_FLAGGED\"", "\"review\":\"ALWAYS\""))
        .contains(
            "flag   OTHERWISE. In the marks on the draft, marks[0]: now {", "record the same");
    assertThat(replayed("publication/circumstances.json", "\"startedBy\":\"", "$0Some "))
        .contains("print  the same", "record OTHERWISE. In the record, run.startedBy: now \"Some ");
    // Sources stand in the order of their ids; a page without an address of its own has a port in
    // it.
    assertThat(replayed("publication/circumstances.json", "\"canonical\":\"https://", "$0other."))
        .containsPattern(
            "record OTHERWISE\\. In the record, sources\\[\\d]\\.canonical: now \"https://other\\.");
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

  @Test
  void aDraftThatPeopleChangedIsNamedAndNotReplayed() throws IOException {
    String name = aDraft();
    String id = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    String other = "d-00000000000000000000";
    var changed = new TreeMap<>(entries);
    changed.put(name.replace(id, other), text(name).replace(id, other).getBytes(UTF_8));
    String events = text("review/events.json");
    changed.put(
        "review/events.json",
        (events.substring(0, events.length() - 1) + "," + events.substring(1).replace(id, other))
            .getBytes(UTF_8));
    assertThat(replayed(changed))
        .contains(
            "edit   not replayed. People made the draft " + other + " of " + id,
            "print  the same",
            "record the same");
  }

  @Test
  void besideTheDatabaseTheArticlesOfTheRunAreGroupedAgainToo() {
    for (JsonNode brief : json(Console.run("show", "--json", "--home", home))) {
      for (int version = brief.path("version").asString().charAt(0) - '0'; version > 0; version--) {
        Console replay =
            besideDatabase(brief.path("slug").asString(), "--version", Integer.toString(version));
        assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.DONE);
        assertThat(replay.out().lines().skip(1).map(line -> line.split(" ")[0]))
            .containsExactly("read", "group", "write", "edit", "check", "flag", "print", "record");
        assertThat(replay.out()).contains(" articles of the run's window.");
      }
    }
  }

  @Test
  void besideTheDatabaseAVersionIsNamedByItsRecord() throws IOException {
    JsonNode brief = json(Console.run("show", "--json", "--home", home)).path(0);
    Path record = Path.of(brief.path("files").asString(), "record.json");
    String digest = Digest.of(Files.readAllBytes(record)).toString();
    String all = besideDatabase(brief.path("brief").asString()).out();
    assertThat(all).contains(brief.path("slug").asString(), "the record " + digest);
    assertThat(besideDatabase(record.toString()).out()).isEqualTo(all);
    assertThat(besideDatabase(digest).out()).isEqualTo(all);
    assertThat(besideDatabase(digest.substring("sha256:".length())).out()).isEqualTo(all);

    String text = Files.readString(record);
    Path other =
        Files.writeString(
            folder.resolve("other.json"), text.replace("\"status\":200", "\"status\":201"));
    assertThat(besideDatabase(other.toString()).code()).isEqualTo(ExitCode.NOT_FOUND);
    Path none = Files.writeString(folder.resolve("none.json"), "{}");
    assertThat(besideDatabase(none.toString()).code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(besideDatabase("nowhere.zip").text()).contains("There is no file nowhere.zip.");
    assertThat(besideDatabase("nobodys-brief").code()).isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  void besideTheDatabaseAChangedGroupingIsNamed() {
    String slug =
        json(Console.run("show", "--json", "--home", home)).path(0).path("slug").asString();
    String change = "update story_article set source_name = ";
    changing(
        change + "'Another ' || source_name",
        () ->
            assertThat(besideDatabase(slug, "--version", "1").out())
                .contains(
                    "group  OTHERWISE. In the story of this brief, origins[0].name: now \"",
                    "stored \"Another "),
        change + "substr(source_name, 9)");
    changing(
        "alter table story_basis rename to away; create table story_basis (like away)",
        () ->
            assertThat(besideDatabase(slug).out())
                .contains("group  not replayed. What the run r-", "write  the same"),
        "drop table story_basis; alter table away rename to story_basis");
  }

  @Test
  void anEmbeddingThatIsNotStoredIsNotComputed() {
    String slug =
        json(Console.run("show", "--json", "--home", home)).path(0).path("slug").asString();
    changing(
        "alter table embedding rename to away; create table embedding (like away)",
        () -> {
          assertThat(besideDatabase(slug).out())
              .contains(
                  "group  not replayed. It broke off: no embedding is stored of \"",
                  "check  not replayed. ",
                  "record the same");
          assertThat(KeptBytes.rows(home, "embedding")).isZero();
        },
        "drop table embedding; alter table away rename to embedding");
  }

  private static void changing(String change, Runnable look, String back) {
    statement(change);
    try {
      look.run();
    } finally {
      statement(back);
    }
  }

  private static void statement(String sql) {
    try (var newsroom = KeptBytes.open(home)) {
      newsroom.room(JdbcClient.class).sql(sql).update();
    }
  }

  private static Console besideDatabase(String... arguments) {
    var all = new ArrayList<>(List.of("replay", "--home", home));
    all.addAll(List.of(arguments));
    return Console.run(all.toArray(String[]::new));
  }

  private static String aDraft() {
    return entries.keySet().stream()
        .filter(name -> name.startsWith("writing/drafts/"))
        .findFirst()
        .orElseThrow();
  }

  private static String anArticle() {
    return entries.keySet().stream()
        .filter(name -> name.matches("sources/articles/.*json"))
        .findFirst()
        .orElseThrow();
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
    return replayed(changed);
  }

  private static String replayed(SortedMap<String, byte[]> changed) throws IOException {
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

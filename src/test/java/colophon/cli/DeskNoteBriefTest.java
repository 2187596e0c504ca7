package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Amendment;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.copydesk.CopyDecision;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Decider;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.EditResult;
import colophon.copydesk.Mark;
import colophon.copydesk.NewNote;
import colophon.copydesk.NoteDesk;
import colophon.copydesk.NoteResult;
import colophon.copydesk.Person;
import colophon.copydesk.Worksheet;
import colophon.publication.Publication;
import colophon.story.DeskNote;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A brief that rests on desk notes, on the record and off it, on its way to readers and auditors.
 */
class DeskNoteBriefTest {

  private static final Person KIM = new Person("kim", "Kim Seo-yeon");
  private static final Instant LEARNT = Instant.parse("2026-01-14T08:15:00Z");

  /** An attack in every field; nothing of it may do anything. */
  private static final String ON_WORDS =
      "The harbour master counted 41 ferries <script>alert(1)</script> at the quay.";

  private static final String ON_WHO = "the harbour master <img src=x onerror=alert(2)>";
  private static final String OFF_WORDS =
      "The mayor privately expects the quay to be closed for three weeks.";
  private static final String OFF_WHO = "a deputy of the Lindqvist office";

  @TempDir static Path folder;
  private static String home = "";
  private static String slug = "";
  private static String seal = "";

  @BeforeAll
  static void publish() {
    home = folder.resolve("home").toString();
    Demonstration.at(Path.of(home));
    String root =
        JsonMapper.builder()
            .build()
            .readTree(Console.run("review", "list", "--json", "--home", home).out())
            .path(0)
            .path("draft")
            .asString();
    try (OpenNewsroom newsroom = KeptBytes.open(home)) {
      var desk = newsroom.room(CopyDesk.class);
      Sentence lede = sheet(desk, root).draft().brief().lede().getFirst();
      bind(
          newsroom,
          root,
          lede,
          new NewNote(ON_WORDS, ON_WHO, LEARNT, "Counted again & found \"41\".", true));
      Sentence dek = sheet(desk, root).draft().brief().standfirst().getFirst();
      DeskNote off =
          bind(
              newsroom,
              root,
              dek,
              new NewNote(OFF_WORDS, OFF_WHO, LEARNT, "Heard by two of us, apart.", false));
      Article article =
          desk.sources(sheet(desk, root).draft()).article(off.articleId()).orElseThrow();
      seal = article.textOf(article.passage(1));
      newsroom
          .room(NoteDesk.class)
          .write(
              root,
              new NewNote(
                  "Nothing rests on this note about the weather.", "Kim", LEARNT, "Seen.", true),
              KIM);
      slug = approve(newsroom, root);
    }
  }

  @Test
  void itVerifiesAndReplaysToTheSameBytes() throws IOException {
    String keys = Path.of(home, "keys").toString();
    Console site = Console.run("verify", Path.of(home, "site").toString(), "--trust", keys);
    assertThat(site.code()).as(site.text()).isEqualTo(ExitCode.DONE);
    Path bundle = folder.resolve("evidence.zip");
    Console bundled = Console.run("bundle", slug, "--out", bundle.toString(), "--home", home);
    assertThat(bundled.code()).as(bundled.text()).isEqualTo(ExitCode.DONE);
    Console verified = Console.run("verify", bundle.toString(), "--trust", keys);
    assertThat(verified.code()).as(verified.text()).isEqualTo(ExitCode.DONE);
    Console replay = Console.run("replay", bundle.toString());
    assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.DONE);
    assertThat(replay.out().lines()).hasSize(7).allMatch(line -> line.contains(" the same: "));

    var files = BundleEntries.unpacked(bundle);
    assertThat(text(files.get("README.txt"))).contains("OFF THE RECORD: some sources");
    assertThat(text(files.get("manifest.json"))).contains("OFF THE RECORD");
    assertThat(text(files.get("writing/notes.json"))).contains(OFF_WHO).doesNotContain("weather");
    assertThat(text(files.get("evidence.html")))
        .contains("Desk note, off the record", OFF_WORDS)
        .doesNotContain("<script>", "<img");
    assertThat(text(files.get("writing/request.json"))).doesNotContain("counted 41 ferries");
    erasedTextsTakeTheNotesWithThem(bundle, keys);
  }

  private static void erasedTextsTakeTheNotesWithThem(Path bundle, String keys) throws IOException {
    Console erased =
        Console.run(
            "erase",
            "--class",
            "texts",
            "--brief",
            slug,
            "--order",
            "Court 12",
            "--reason",
            "Confidence.",
            "--yes",
            "--home",
            home);
    assertThat(erased.code()).as(erased.text()).isEqualTo(ExitCode.DONE);
    bundle = Path.of(bundle + ".erased.zip");
    Console bundled = Console.run("bundle", slug, "--out", bundle.toString(), "--home", home);
    assertThat(bundled.code()).as(bundled.text()).isEqualTo(ExitCode.DONE);
    Console verified = Console.run("verify", bundle.toString(), "--trust", keys);
    assertThat(verified.code()).as(verified.text()).isEqualTo(ExitCode.DONE);
    assertThat(text(BundleEntries.unpacked(bundle).get("writing/notes.json")))
        .contains("\"source\":\"erased\"")
        .doesNotContain(OFF_WHO);
  }

  @Test
  void ofANoteOffTheRecordNothingReachesReaders() throws IOException {
    List<String> secrets =
        List.of(OFF_WORDS, "privately expects", OFF_WHO, "Lindqvist office", seal, "weather");
    int read = 0;
    for (Path file : files()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String secret : secrets) {
        assertThat(text.toLowerCase(Locale.ROOT))
            .as(file + " and " + secret)
            .doesNotContain(secret.toLowerCase(Locale.ROOT));
      }
      read++;
    }
    assertThat(read).isGreaterThan(10);
  }

  @Test
  void everyFormatListsTheNotesUnderTheirMark() throws IOException {
    String off = "Desk note, off the record · held by Kim Seo-yeon · learnt 14 January 2026";
    String confirmed = "confirmed: Heard by two of us, apart.";
    assertThat(version("brief.txt"))
        .contains("] " + off)
        .contains(confirmed)
        .contains("] Desk note · the harbour master ")
        .contains("2 desk notes");
    assertThat(version("brief.md"))
        .contains("**Desk note, off the record** · held by Kim Seo")
        .doesNotContain("<img");
    String page = version("index.html");
    assertThat(page)
        .contains("<b class=\"desk-note\">Desk note, off the record</b>")
        .contains("<b class=\"desk-note\">Desk note</b>")
        .contains("Neither its words nor who they come from are published.")
        .contains("counted 41 ferries &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "<img");
    assertThat(version("brief.ninjs.json")).contains(off).contains(confirmed);
    assertThat(version("brief.feed.json")).contains(off);
    assertThat(version("brief.atom.xml")).contains("Desk note, off the record");
    assertThat(page).contains("\"genre\":\"Desk note, off the record\"");
  }

  @Test
  void theRecordFitsItsSchemaAndNamesTheNotes() throws IOException {
    String record = version("record.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("docs/schema/record-v1.schema.json")), InputFormat.JSON);
    assertThat(schema.validate(record, InputFormat.JSON)).isEmpty();
    assertThat(record)
        .contains("\"deskNote\":{\"confirmed\":\"Heard by two of us, apart.\"")
        .contains("\"onRecord\":false,\"writtenAt\"")
        .contains("\"source\":\"the harbour master");
    String history = Files.readString(brief().resolve("history.prov.json"));
    assertThat(history).contains("urn:colophon:", "DeskNote", "NoteTaking");
  }

  private static DeskNote bind(
      OpenNewsroom newsroom, String root, Sentence sentence, NewNote given) {
    var desk = newsroom.room(CopyDesk.class);
    NoteDesk.Written written = newsroom.room(NoteDesk.class).write(root, given, KIM);
    assertThat(written).isInstanceOf(NoteDesk.Written.Kept.class);
    DeskNote note = ((NoteDesk.Written.Kept) written).note();
    Article words = desk.sources(sheet(desk, root).draft()).article(note.articleId()).orElseThrow();
    var citations = new ArrayList<>(sentence.citations());
    citations.add(Citation.of(words, DeskNote.WORDS, words.passage(DeskNote.WORDS).span()));
    assertThat(desk.amend(root, new Amendment.Bind(sentence.id(), sentence.text(), citations), KIM))
        .isInstanceOf(EditResult.Saved.class);
    return note;
  }

  private static Worksheet sheet(CopyDesk desk, String root) {
    return desk.worksheet(root).orElseThrow();
  }

  private static String approve(OpenNewsroom newsroom, String root) {
    var desk = newsroom.room(CopyDesk.class);
    Worksheet sheet = sheet(desk, root);
    String draft = sheet.draft().id();
    desk.note(draft, new DeskEvent.Opened(), KIM);
    for (Sentence sentence : sheet.sentences()) {
      desk.note(draft, new DeskEvent.Looked(sentence.id(), sentence.text()), KIM);
    }
    for (Mark mark : sheet.blocking()) {
      assertThat(desk.settle(draft, mark.flag().key(), "Seen.", KIM))
          .isInstanceOf(NoteResult.Noted.class);
    }
    var decider = newsroom.room(Decider.class);
    CopyDecision decided = decider.approve(draft, KIM, "editor", null);
    assertThat(decided).isInstanceOf(CopyDecision.Approve.class);
    Publication published = decider.publish(((CopyDecision.Approve) decided).approved(), null);
    assertThat(published).isInstanceOf(Publication.Released.class);
    return ((Publication.Released) published).plan().slug().value();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(home, "site"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Path brief() {
    return Path.of(home, "site", "briefs", slug);
  }

  private static String version(String name) throws IOException {
    return Files.readString(brief().resolve("v1").resolve(name));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

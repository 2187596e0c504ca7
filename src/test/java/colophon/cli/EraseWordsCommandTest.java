package colophon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Texts, drafts and names are erased in the sample newsroom, one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EraseWordsCommandTest {

  @TempDir static Path folder;
  private static ErasingNewsroom newsroom;
  private static ProvenanceRecord record;
  private static String waiting = "";
  private static String spiked = "";

  /** A sentence of the first source, and one of the published draft. */
  private static String sentence = "";

  private static byte[] draft = new byte[0];

  @BeforeAll
  static void publish() throws IOException, ProvenanceFormatException {
    newsroom = ErasingNewsroom.publish(folder);
    SortedMap<String, byte[]> files = newsroom.bundle("before.zip");
    record = newsroom.record(files);
    RecordedSource source = record.sources().getFirst();
    try (var open = KeptBytes.open(newsroom.home())) {
      sentence =
          Arrays.stream(
                  new String(files.get("sources/articles/" + source.id() + ".txt"), UTF_8)
                      .split("\n\n|(?<=[.]) "))
              .filter(each -> !each.contains("\"") && inOneArticleAndEmbedded(open, each))
              .max(Comparator.comparingInt(String::length))
              .orElseThrow();
    }
    draft =
        files.entrySet().stream()
            .filter(file -> file.getKey().startsWith("writing/drafts/"))
            .map(java.util.Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    spiked = freshDraft("spiked");
    Console spike =
        newsroom.run("review", "spike", spiked, "--by", "Ada Poe", "--reason", "Not ours.");
    assertThat(spike.code()).as(spike.text()).isEqualTo(ExitCode.DONE);
    waiting = freshDraft("waiting");
  }

  /** A draft that waits, of a document of its own and two of the samples. */
  private static String freshDraft(String title) throws IOException {
    Path file = folder.resolve(title + ".txt");
    String text = Files.readString(Path.of("samples/documents/quayside-reaction.txt"));
    Files.writeString(file, text.replace("Aldermouth", "Aldermouth " + title));
    return new JsonMapper()
        .readTree(brief(title, "--json").out())
        .path("held")
        .path(0)
        .path("draftId")
        .asString();
  }

  private static Console brief(String title, String... more) {
    var line =
        new ArrayList<>(
            List.of(
                "brief",
                folder.resolve(title + ".txt").toString(),
                "samples/documents/cabinet-decision.txt",
                "samples/documents/flood-wall-backed.html"));
    line.addAll(List.of(more));
    return newsroom.run(line.toArray(String[]::new));
  }

  @Test
  @Order(1)
  void aHoldOnTheBriefKeepsItsTextsAndDrafts() {
    newsroom.run("hold", "add", "--brief", newsroom.slug(), "--by", "Ada Poe", "--reason", "suit");
    for (String each : List.of("texts", "drafts")) {
      Console held = newsroom.erase("--class", each, "--brief", newsroom.slug(), "--yes");
      assertThat(held.code()).as(held.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
      assertThat(held.out()).contains("not erased, because of hold 1 on the brief ");
    }
    assertThat(newsroom.rows("tombstone")).isZero();
    assertThat(newsroom.run("hold", "remove", "1", "--by", "Ada Poe").code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  @Order(2)
  void anErasedTextIsInNoArticleAndHasNoEmbedding() {
    byte[] needle = sentence.getBytes(UTF_8);
    assertThat(newsroom.placesOf(needle)).contains("article.document");
    assertThat(embeddings()).isPositive();
    Console done = newsroom.erase("--class", "texts", "--brief", newsroom.slug(), "--yes");
    assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
    assertThat(done.out()).contains("text of \"");
    assertThat(newsroom.placesOf(needle)).doesNotContain("article.document", "article.remains");
    assertThat(embeddings()).isZero();
    String title = record.sources().getFirst().title();
    assertThat(newsroom.placesOf(title.getBytes(UTF_8)))
        .doesNotContain("article.document", "article.remains", "captured_item.hint");
    assertThat(newsroom.erase("--class", "texts", "--brief", newsroom.slug(), "--yes").code())
        .isEqualTo(ExitCode.NOT_FOUND);
  }

  private static boolean inOneArticleAndEmbedded(OpenNewsroom open, String text) {
    long articles =
        open.room(JdbcClient.class)
            .sql("select count(*) from article where position(:text in document) > 0")
            .param("text", text.getBytes(UTF_8))
            .query(Long.class)
            .single();
    return articles == 1 && embeddings(open, text) > 0;
  }

  private static long embeddings() {
    try (var open = KeptBytes.open(newsroom.home())) {
      return embeddings(open, sentence);
    }
  }

  private static long embeddings(OpenNewsroom open, String text) {
    return open.room(JdbcClient.class)
        .sql("select count(*) from embedding where text_digest = :digest")
        .param("digest", Digest.ofText(text).raw())
        .query(Long.class)
        .single();
  }

  @Test
  @Order(3)
  void everyViewBearsThatTextsAreGone() throws IOException {
    RecordedSource source = record.sources().getFirst();
    SortedMap<String, byte[]> files = newsroom.bundle("texts.zip");
    assertThat(files)
        .doesNotContainKeys(
            "sources/articles/" + source.id() + ".txt",
            "sources/articles/" + source.id() + ".json",
            "check/embeddings.json")
        .containsKeys(ErasingNewsroom.tombstone(source.text()), "check/grounding.json");
    String file = folder.resolve("texts.zip").toString();
    Console verified = Console.run("verify", file, "--trust", newsroom.keys());
    assertThat(verified.code()).as(verified.text()).isZero();
    assertThat(verified.out())
        .contains("[erased.by-order]", "The text of \"" + source.title() + "\" was erased on ")
        .contains("by order of " + ErasingNewsroom.COURT, "[snapshot.archived]");
    Console replay = Console.run("replay", file);
    assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(replay.out())
        .contains("open   not replayed. The text of ", "by order of " + ErasingNewsroom.COURT);
    stillPublished();
  }

  /** What readers and the newsroom see of what is out. */
  private static void stillPublished() {
    String site = Path.of(newsroom.home(), "site").toString();
    Console verified = Console.run("verify", site, "--trust", newsroom.keys());
    assertThat(verified.code()).as(verified.text()).isZero();
    assertThat(newsroom.run("log", "fsck").code()).isEqualTo(ExitCode.DONE);
    assertThat(newsroom.run("show", newsroom.slug()).out()).contains("version    2");
    Path file = Path.of(site, "briefs", newsroom.slug(), "v2", "brief.txt");
    assertThat(newsroom.run("check-excerpt", file.toString()).out()).contains(newsroom.slug());
    assertThat(newsroom.run("review", "list").code()).isEqualTo(ExitCode.DONE);
    Path copies = folder.resolve("copies.warc.gz");
    assertThat(newsroom.run("warc", "export", "--brief", newsroom.slug(), copies.toString()).code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  @Order(4)
  void whatRestsOnAnErasedTextCannotBeApproved() {
    Console done = newsroom.erase("--class", "texts", "--source", address(), "--yes");
    assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
    assertThat(newsroom.run("review", "show", waiting).out()).contains("whose text was erased");
    Console refused =
        newsroom.run("review", "approve", waiting, "--by", "Ada Poe", "--role", "night editor");
    assertThat(refused.code()).as(refused.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(refused.err()).contains("Not approved: The text of the article a-", "was erased.");
    assertThat(brief("waiting").out()).contains("from 2 articles");
  }

  /** The address of the document that the waiting draft has for itself. */
  private static String address() {
    try (var open = KeptBytes.open(newsroom.home())) {
      return open.room(JdbcClient.class)
          .sql("select requested from reading where requested like '%/waiting.txt' limit 1")
          .query(String.class)
          .single();
    }
  }

  @Test
  @Order(5)
  void anErasedDraftIsSaidToBeErasedWhereItWaited() {
    Console done = newsroom.erase("--draft", waiting, "--yes");
    assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
    String said = "The draft " + waiting + " was erased on ";
    assertThat(newsroom.run("review", "list").out()).contains(said, ErasingNewsroom.COURT);
    Console show = newsroom.run("review", "show", waiting);
    assertThat(show.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(show.err()).contains(said);
    assertThat(newsroom.erase("--draft", waiting, "--yes").code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(newsroom.erase("--draft", spiked, "--class", "model").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  @Order(6)
  void theBundleOfAnErasedDraftHoldsItsTombstone() throws IOException {
    assertThat(newsroom.placesOf(draft)).containsExactly("draft.document");
    Console done = newsroom.erase("--class", "drafts", "--brief", newsroom.slug(), "--yes");
    assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
    assertThat(newsroom.placesOf(draft)).isEmpty();
    SortedMap<String, byte[]> files = newsroom.bundle("drafts.zip");
    assertThat(files)
        .doesNotContainKey("check/grounding.json")
        .containsKeys(ErasingNewsroom.tombstone(Digest.of(draft)), "writing/request.json");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("writing/drafts/"));
    assertThat(new String(files.get("evidence.html"), UTF_8)).contains("The draft was erased on ");
    String file = folder.resolve("drafts.zip").toString();
    Console verified = Console.run("verify", file, "--trust", newsroom.keys());
    assertThat(verified.code()).as(verified.text()).isZero();
    assertThat(verified.out()).contains("A paper of the publisher (draft) was erased on ");
    assertThat(Console.run("replay", file).code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    stillPublished();
  }

  @Test
  @Order(7)
  void anErasedNameBecomesANumberEverywhere() throws IOException {
    Console withdrawn =
        newsroom.run(
            "review", "withdraw", newsroom.slug(), "--by", "Ada Poe", "--reason", "A test.");
    assertThat(withdrawn.code()).as(withdrawn.text()).isEqualTo(ExitCode.DONE);
    byte[] name = "Ada Poe".getBytes(UTF_8);
    assertThat(newsroom.placesOf(name))
        .contains("legal_hold.held_by", "review_state.decided_by", "withdrawal.withdrawn_by");
    assertThat(newsroom.erase("--class", "people", "--brief", newsroom.slug()).code())
        .isEqualTo(ExitCode.USAGE);
    Console done = newsroom.erase("--person", "Ada Poe", "--yes");
    assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
    assertThat(newsroom.placesOf(name)).isEmpty();
    assertThat(newsroom.run("show", newsroom.slug()).out())
        .contains("Withdrawn by person 1 (name erased)");
    assertThat(newsroom.run("review", "show", spiked).out())
        .contains("Spiked by person 1 (name erased)");
    assertThat(newsroom.erase("--person", "Ada Poe", "--yes").code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(newsroom.run("log", "fsck").code()).isEqualTo(ExitCode.DONE);
  }
}

package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.capture.SnapshotStore;
import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasing in the sample newsroom, in the order in which a newsroom would come to it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EraseCommandTest {

  @TempDir static Path folder;
  private static ErasingNewsroom newsroom;
  private static ProvenanceRecord record;
  private static byte[] body = new byte[0];
  private static byte[] request = new byte[0];
  private static byte[] answer = new byte[0];

  @BeforeAll
  static void publish() throws IOException, ProvenanceFormatException {
    newsroom = ErasingNewsroom.publish(folder);
    SortedMap<String, byte[]> files = newsroom.bundle("before.zip");
    record = newsroom.record(files);
    request = files.get("writing/request.json");
    answer = files.get("writing/answer.json");
    try (var open = KeptBytes.open(newsroom.home())) {
      body =
          open.room(SnapshotStore.class)
              .find(record.sources().getFirst().body())
              .orElseThrow()
              .body();
    }
  }

  @Test
  @Order(1)
  void withoutYesItOnlySaysWhatWouldGoAndWhatStays() {
    Console said = newsroom.erase("--class", "model", "--brief", newsroom.slug());
    assertThat(said.code()).as(said.text()).isEqualTo(ExitCode.DONE);
    assertThat(said.out())
        .contains("Would be erased (", Digest.of(request).toString(), Digest.of(answer).toString())
        .contains("The digests stay", "Nothing was erased.");
    assertThat(newsroom.placesOf(request)).isNotEmpty();
    assertThat(newsroom.rows("tombstone")).isZero();
    assertThat(
            Console.run(
                    "erase",
                    "--class",
                    "model",
                    "--brief",
                    newsroom.slug(),
                    "--home",
                    newsroom.home())
                .err())
        .contains("By order: say --order TEXT");
    assertThat(newsroom.erase("--class", "paper", "--brief", newsroom.slug()).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(newsroom.erase("--class", "copies", "--digest", "sha256:1").code())
        .isEqualTo(ExitCode.USAGE);
    Digest none = Digest.ofText("never kept");
    assertThat(newsroom.erase("--class", "copies", "--digest", none.toString()).code())
        .isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  @Order(3)
  void aBreakOffBeforeTheEndLeavesEverythingAsItWas() {
    try (var open = KeptBytes.open(newsroom.home())) {
      JdbcClient jdbc = open.room(JdbcClient.class);
      jdbc.sql(
              "create function broken() returns trigger language plpgsql as"
                  + " 'begin if (select count(*) from tombstone) > 1 then"
                  + " raise exception ''the power failed''; end if; return new; end'")
          .update();
      jdbc.sql("create trigger broken after insert on tombstone execute function broken()")
          .update();
    }
    assertThat(newsroom.erase("--class", "model", "--brief", newsroom.slug(), "--yes").code())
        .isNotEqualTo(ExitCode.DONE);
    assertThat(newsroom.rows("tombstone")).isZero();
    assertThat(newsroom.placesOf(request)).isNotEmpty();
    assertThat(newsroom.placesOf(answer)).isNotEmpty();
    try (var open = KeptBytes.open(newsroom.home())) {
      open.room(JdbcClient.class).sql("drop function broken() cascade").update();
    }
  }

  @Test
  @Order(4)
  void erasedBytesAreInNoTableAndTheBriefIsStillTrusted() throws IOException {
    assertThat(newsroom.placesOf(body)).containsExactly("snapshot_body.bytes");
    assertThat(newsroom.placesOf(request)).containsExactly("model_call.request");
    assertThat(newsroom.placesOf(answer)).containsExactly("model_outcome.answer");
    for (String each : List.of("copies", "model")) {
      Console done = newsroom.erase("--class", each, "--brief", newsroom.slug(), "--yes");
      assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
      assertThat(done.out()).contains("Erased, with a signed tombstone for each (");
      assertThat(newsroom.erase("--class", each, "--brief", newsroom.slug(), "--yes").code())
          .isEqualTo(ExitCode.NOT_FOUND);
    }
    assertThat(newsroom.placesOf(body)).isEmpty();
    assertThat(newsroom.placesOf(request)).isEmpty();
    assertThat(newsroom.placesOf(answer)).isEmpty();
    assertThat(newsroom.rows("tombstone")).isPositive();

    String site = Path.of(newsroom.home(), "site").toString();
    Console verified = Console.run("verify", site, "--trust", newsroom.keys());
    assertThat(verified.code()).as(verified.text()).isZero();
    assertThat(Console.run("log", "fsck", "--home", newsroom.home()).code())
        .isEqualTo(ExitCode.DONE);
    assertThat(Console.run("show", newsroom.slug(), "--home", newsroom.home()).code())
        .isEqualTo(ExitCode.DONE);
    Path copies = folder.resolve("copies.warc.gz");
    Console export =
        Console.run(
            "warc",
            "export",
            "--brief",
            newsroom.slug(),
            copies.toString(),
            "--home",
            newsroom.home());
    assertThat(export.out())
        .as(export.text())
        .contains("Wrote 0 archived copies", "by order of District Court of Alder, 3 O 12/26");
    Path all = folder.resolve("all.warc.gz");
    assertThat(
            Console.run("warc", "export", "--all", all.toString(), "--home", newsroom.home()).out())
        .contains("that were erased");
  }

  @Test
  @Order(5)
  void theBundleSaysWhatWasErasedAndProvesTheRest() throws IOException {
    SortedMap<String, byte[]> files = newsroom.bundle("after.zip");
    assertThat(files)
        .doesNotContainKeys("writing/request.json", "writing/answer.json", "writing/prompt.txt")
        .containsKeys(
            ErasingNewsroom.tombstone(Digest.of(request)),
            ErasingNewsroom.tombstone(Digest.of(answer)),
            ErasingNewsroom.tombstone(Digest.of(body)));
    String file = folder.resolve("after.zip").toString();
    Console trusted = Console.run("verify", file, "--trust", newsroom.keys());
    assertThat(trusted.code()).as(trusted.text()).isZero();
    assertThat(trusted.out())
        .contains("[erased.by-order]", "[citation.found]", "[manifest.matches]")
        .contains("by order of District Court of Alder, 3 O 12/26 (the witness's address)")
        .contains("its digest still stands in the signed record");
    assertThat(Console.run("verify", file).code()).isEqualTo(10);
    Console replay = Console.run("replay", file);
    assertThat(replay.code()).as(replay.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(replay.out())
        .contains(
            "read   not replayed. The archived copy of ", "write  not replayed. What the model")
        .contains("was erased on ", "by order of District Court of Alder, 3 O 12/26")
        .contains("check  the same", "print  the same");
  }
}

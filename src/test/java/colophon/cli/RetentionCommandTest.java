package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.capture.SnapshotStore;
import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import java.io.IOException;
import java.nio.file.Files;
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
import org.springframework.util.FileSystemUtils;

/** What is erased by rule, and what a legal hold keeps. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionCommandTest {

  @TempDir static Path folder;
  private static ErasingNewsroom newsroom;
  private static byte[] body = new byte[0];
  private static byte[] answer = new byte[0];

  @BeforeAll
  static void publish() throws IOException, ProvenanceFormatException {
    newsroom = ErasingNewsroom.publish(folder);
    SortedMap<String, byte[]> files = newsroom.bundle("before.zip");
    answer = files.get("writing/answer.json");
    try (var open = KeptBytes.open(newsroom.home())) {
      body =
          open.room(SnapshotStore.class)
              .find(newsroom.record(files).sources().getFirst().body())
              .orElseThrow()
              .body();
    }
  }

  @Test
  @Order(2)
  void whatAHoldNamesIsNotErasedUntilItEnds() {
    Console held =
        Console.run(
            "hold",
            "add",
            "--brief",
            newsroom.slug(),
            "--by",
            "Ada Poe",
            "--reason",
            "libel suit",
            "--home",
            newsroom.home());
    assertThat(held.out()).as(held.text()).contains("Hold 1 begins");
    for (String each : List.of("copies", "model")) {
      Console refused = newsroom.erase("--class", each, "--brief", newsroom.slug(), "--yes");
      assertThat(refused.code()).as(refused.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
      assertThat(refused.out())
          .contains("not erased, because of hold 1 on the brief ", "by Ada Poe (libel suit)");
    }
    assertThat(newsroom.placesOf(body)).isNotEmpty();
    assertThat(newsroom.placesOf(answer)).isNotEmpty();
    assertThat(newsroom.rows("tombstone")).isZero();
    assertThat(Console.run("hold", "list", "--home", newsroom.home()).out())
        .contains("hold 1 on the brief");
    Console ended =
        Console.run("hold", "remove", "1", "--by", "Ada Poe", "--home", newsroom.home());
    assertThat(ended.code()).as(ended.text()).isEqualTo(ExitCode.DONE);
    assertThat(
            Console.run("hold", "remove", "1", "--by", "Ada Poe", "--home", newsroom.home()).code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(Console.run("hold", "list", "--home", newsroom.home()).out())
        .contains("No hold stands.");
  }

  @Test
  @Order(8)
  void whatIsOlderThanItsPeriodIsErasedByRule() throws IOException {
    Path pipelines = folder.resolve("pipelines");
    FileSystemUtils.copyRecursively(Path.of("pipeline"), pipelines);
    String[] due = {
      "erase", "--due", "--yes", "--home", newsroom.home(), "--pipelines", pipelines.toString()
    };
    Console kept = Console.run(due);
    assertThat(kept.out())
        .as(kept.text())
        .contains("No period is set for archived copies", "No period is set for model requests");
    Path file = pipelines.resolve("newsroom.yaml");
    String yaml = Files.readString(file);
    Files.writeString(file, yaml + "retention:\n  copies: forever\n");
    assertThat(Console.run(due).code()).isEqualTo(ExitCode.BAD_INPUT);
    Files.writeString(file, yaml + "retention:\n  copies: P2Y\n");

    byte[] old = KeptBytes.anyCopy(newsroom.home());
    try (var open = KeptBytes.open(newsroom.home())) {
      JdbcClient jdbc = open.room(JdbcClient.class);
      jdbc.sql("update snapshot_body set kept_at = '2020-02-29' where digest = :digest")
          .param("digest", Digest.of(old).toString())
          .update();
    }
    long before = newsroom.rows("tombstone");
    Console done = Console.run(due);
    assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
    assertThat(done.out())
        .contains("tombstone for each (1)", Digest.of(old).toString())
        .contains("No period is set for model requests and answers");
    assertThat(newsroom.placesOf(old)).isEmpty();
    assertThat(newsroom.rows("tombstone")).isEqualTo(before + 1);
    assertThat(Console.run(due).out()).contains("tombstone for each (0)");
  }

  @Test
  @Order(9)
  void aHoldOnASourceKeepsItsCopiesFromRuleAndOrder() {
    byte[] held = KeptBytes.anyCopy(newsroom.home());
    String address;
    try (var open = KeptBytes.open(newsroom.home())) {
      JdbcClient jdbc = open.room(JdbcClient.class);
      address =
          jdbc.sql("select requested from reading where digest = :digest limit 1")
              .param("digest", Digest.of(held).toString())
              .query(String.class)
              .single();
    }
    Console hold =
        Console.run(
            "hold",
            "add",
            "--source",
            address,
            "--by",
            "Ada Poe",
            "--reason",
            "suit",
            "--home",
            newsroom.home());
    assertThat(hold.code()).as(hold.text()).isEqualTo(ExitCode.DONE);
    for (Console refused :
        List.of(
            newsroom.erase("--class", "copies", "--source", address, "--yes"),
            newsroom.erase("--class", "copies", "--digest", Digest.of(held).toString(), "--yes"))) {
      assertThat(refused.code()).as(refused.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
      assertThat(refused.out()).contains("not erased, because of hold 2 on the source " + address);
    }
    assertThat(newsroom.placesOf(held)).containsExactly("snapshot_body.bytes");
  }
}

package colophon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.attest.KeyFolder;
import colophon.capture.SnapshotStore;
import colophon.evidence.EvidenceBundle;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.StatementKey;
import colophon.provenance.StatementSigner;
import colophon.provenance.Tombstone;
import colophon.verify.BundleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Erasing in the sample newsroom, in the order in which a newsroom would come to it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EraseCommandTest {

  private static final String[] ORDER = {
    "--order", "District Court of Alder, 3 O 12/26", "--reason", "the witness's address"
  };

  @TempDir static Path folder;
  private static String home = "";
  private static String keys = "";
  private static String slug = "";
  private static ProvenanceRecord record;
  private static byte[] body = new byte[0];
  private static byte[] request = new byte[0];
  private static byte[] answer = new byte[0];

  @BeforeAll
  static void publish() throws IOException, ProvenanceFormatException {
    Path made = folder.resolve("newsroom");
    home = made.toString();
    keys = made.resolve("keys").toString();
    assertThat(Console.run("demo", "--out", home).code()).isEqualTo(ExitCode.DONE);
    Console shown = Console.run("show", "--json", "--home", home);
    for (JsonNode brief : new JsonMapper().readTree(shown.out())) {
      if (brief.path("version").asString().startsWith("2")) {
        slug = brief.path("slug").asString();
      }
    }
    SortedMap<String, byte[]> files = bundle("before.zip");
    record = ProvenanceRecord.parse(files.get("briefs/" + slug + "/v2/record.json"));
    request = files.get("writing/request.json");
    answer = files.get("writing/answer.json");
    try (var newsroom = KeptBytes.open(home)) {
      body =
          newsroom
              .room(SnapshotStore.class)
              .find(record.sources().getFirst().body())
              .orElseThrow()
              .body();
    }
  }

  @Test
  @Order(1)
  void withoutYesItOnlySaysWhatWouldGoAndWhatStays() {
    Console said = erase("--class", "model", "--brief", slug);
    assertThat(said.code()).as(said.text()).isEqualTo(ExitCode.DONE);
    assertThat(said.out())
        .contains("Would be erased (", Digest.of(request).toString(), Digest.of(answer).toString())
        .contains("The digests stay", "Nothing was erased.");
    assertThat(placesOf(request)).isNotEmpty();
    assertThat(rows("tombstone")).isZero();
    assertThat(Console.run("erase", "--class", "model", "--brief", slug, "--home", home).err())
        .contains("By order: say --order TEXT");
    assertThat(erase("--class", "paper", "--brief", slug).code()).isEqualTo(ExitCode.USAGE);
    assertThat(erase("--class", "copies", "--digest", "sha256:1").code()).isEqualTo(ExitCode.USAGE);
    Digest none = Digest.ofText("never kept");
    assertThat(erase("--class", "copies", "--digest", none.toString()).code())
        .isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  @Order(2)
  void whatAHoldNamesIsNotErasedUntilItEnds() {
    Console held =
        Console.run(
            "hold",
            "add",
            "--brief",
            slug,
            "--by",
            "Ada Poe",
            "--reason",
            "libel suit",
            "--home",
            home);
    assertThat(held.out()).as(held.text()).contains("Hold 1 begins");
    for (String each : List.of("copies", "model")) {
      Console refused = erase("--class", each, "--brief", slug, "--yes");
      assertThat(refused.code()).as(refused.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
      assertThat(refused.out())
          .contains("not erased, because of hold 1 on the brief ", "by Ada Poe (libel suit)");
    }
    assertThat(placesOf(body)).isNotEmpty();
    assertThat(placesOf(answer)).isNotEmpty();
    assertThat(rows("tombstone")).isZero();
    assertThat(Console.run("hold", "list", "--home", home).out()).contains("hold 1 on the brief");
    Console ended = Console.run("hold", "remove", "1", "--by", "Ada Poe", "--home", home);
    assertThat(ended.code()).as(ended.text()).isEqualTo(ExitCode.DONE);
    assertThat(Console.run("hold", "remove", "1", "--by", "Ada Poe", "--home", home).code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(Console.run("hold", "list", "--home", home).out()).contains("No hold stands.");
  }

  @Test
  @Order(3)
  void aBreakOffBeforeTheEndLeavesEverythingAsItWas() {
    try (var newsroom = KeptBytes.open(home)) {
      JdbcClient jdbc = newsroom.room(JdbcClient.class);
      jdbc.sql(
              "create function broken() returns trigger language plpgsql as"
                  + " 'begin if (select count(*) from tombstone) > 1 then"
                  + " raise exception ''the power failed''; end if; return new; end'")
          .update();
      jdbc.sql("create trigger broken after insert on tombstone execute function broken()")
          .update();
    }
    assertThat(erase("--class", "model", "--brief", slug, "--yes").code())
        .isNotEqualTo(ExitCode.DONE);
    assertThat(rows("tombstone")).isZero();
    assertThat(placesOf(request)).isNotEmpty();
    assertThat(placesOf(answer)).isNotEmpty();
    try (var newsroom = KeptBytes.open(home)) {
      newsroom.room(JdbcClient.class).sql("drop function broken() cascade").update();
    }
  }

  @Test
  @Order(4)
  void erasedBytesAreInNoTableAndTheBriefIsStillTrusted() throws IOException {
    assertThat(placesOf(body)).containsExactly("snapshot_body.bytes");
    assertThat(placesOf(request)).containsExactly("model_call.request");
    assertThat(placesOf(answer)).containsExactly("model_outcome.answer");
    for (String each : List.of("copies", "model")) {
      Console done = erase("--class", each, "--brief", slug, "--yes");
      assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
      assertThat(done.out()).contains("Erased, with a signed tombstone for each (");
      assertThat(erase("--class", each, "--brief", slug, "--yes").code())
          .isEqualTo(ExitCode.NOT_FOUND);
    }
    assertThat(placesOf(body)).isEmpty();
    assertThat(placesOf(request)).isEmpty();
    assertThat(placesOf(answer)).isEmpty();
    assertThat(rows("tombstone")).isPositive();

    String site = Path.of(home, "site").toString();
    Console verified = Console.run("verify", site, "--trust", keys);
    assertThat(verified.code()).as(verified.text()).isZero();
    assertThat(Console.run("log", "fsck", "--home", home).code()).isEqualTo(ExitCode.DONE);
    assertThat(Console.run("show", slug, "--home", home).code()).isEqualTo(ExitCode.DONE);
    Path copies = folder.resolve("copies.warc.gz");
    Console export =
        Console.run("warc", "export", "--brief", slug, copies.toString(), "--home", home);
    assertThat(export.out())
        .as(export.text())
        .contains("Wrote 0 archived copies", "by order of District Court of Alder, 3 O 12/26");
    Path all = folder.resolve("all.warc.gz");
    assertThat(Console.run("warc", "export", "--all", all.toString(), "--home", home).out())
        .contains("that were erased");
  }

  @Test
  @Order(5)
  void theBundleSaysWhatWasErasedAndProvesTheRest() throws IOException {
    SortedMap<String, byte[]> files = bundle("after.zip");
    assertThat(files)
        .doesNotContainKeys("writing/request.json", "writing/answer.json", "writing/prompt.txt")
        .containsKeys(
            erased(Digest.of(request)), erased(Digest.of(answer)), erased(Digest.of(body)));
    String file = folder.resolve("after.zip").toString();
    Console trusted = Console.run("verify", file, "--trust", keys);
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

  @Test
  @Order(6)
  void aTombstoneThatThePublisherDidNotSignExcusesNothing() throws Exception {
    SortedMap<String, byte[]> files = bundle("honest.zip");
    String name = erased(Digest.of(answer));
    var none = new TreeMap<>(files);
    none.remove(name);
    assertThat(verified(none)).contains("[model.missing]");

    var changed = new TreeMap<>(files);
    Json.Obj envelope = JsonReader.readObject(files.get(name), 1 << 20);
    byte[] other =
        CanonicalJson.bytes(
            Json.object(
                "kind", Json.of("model-answer"),
                "digests", Json.array(List.of(Json.of(Digest.of(answer).toString()))),
                "erasedAt", Json.of("2020-01-01T00:00:00Z"),
                "by", Json.of("nobody"),
                "reason", Json.of("none")));
    changed.put(
        name,
        CanonicalJson.bytes(
            envelope.with(
                "payload", Json.of(java.util.Base64.getEncoder().encodeToString(other)))));
    assertThat(verified(changed)).contains("[erased.forged]", "[model.missing]");

    changed.put(name, "{}".getBytes(UTF_8));
    assertThat(verified(changed)).contains("[erased.malformed]", "[model.missing]");
  }

  @Test
  @Order(7)
  void aTombstoneOfAnotherNewsroomExcusesNothingThoughItsKeyCameAlong() throws Exception {
    SortedMap<String, byte[]> files = bundle("ours.zip");
    Path other = folder.resolve("other");
    assertThat(Console.run("keys", "create", "--home", other.toString()).code())
        .isEqualTo(ExitCode.DONE);
    KeyPair pair = KeyFolder.open(other.resolve("keys")).statement();
    var tombstone =
        new Tombstone(
            Tombstone.MODEL_ANSWER,
            List.of(Digest.of(answer)),
            Instant.parse("2026-05-07T12:00:00Z"),
            "somebody",
            "none");
    byte[] foreign =
        Envelope.sign(
                Tombstone.PAYLOAD_TYPE,
                tombstone.bytes(),
                new StatementSigner(StatementKey.of(pair.getPublic()), pair.getPrivate()))
            .bytes();
    String name = erased(Digest.of(answer));
    var mixed = new TreeMap<>(files);
    mixed.put(name, foreign);
    assertThat(verified(mixed)).contains("[erased.forged]", "[model.missing]");

    Json.Obj ourKeys = JsonReader.readObject(files.get("trust/keys.json"), 1 << 20);
    Json.Obj theirKeys =
        JsonReader.readObject(Files.readAllBytes(other.resolve("keys/keys.json")), 1 << 20);
    var both = new ArrayList<Json>(((Json.Arr) ourKeys.get("keys")).items());
    both.addAll(((Json.Arr) theirKeys.get("keys")).items());
    mixed.put("trust/keys.json", CanonicalJson.bytes(ourKeys.with("keys", Json.array(both))));
    assertThat(verified(mixed)).contains("[erased.forged]", "among those you trust");
  }

  @Test
  @Order(8)
  void whatIsOlderThanItsPeriodIsErasedByRule() throws IOException {
    Path pipelines = folder.resolve("pipelines");
    FileSystemUtils.copyRecursively(Path.of("pipeline"), pipelines);
    String[] due = {"erase", "--due", "--yes", "--home", home, "--pipelines", pipelines.toString()};
    Console kept = Console.run(due);
    assertThat(kept.out())
        .as(kept.text())
        .contains("No period is set for archived copies", "No period is set for model requests");
    Path file = pipelines.resolve("newsroom.yaml");
    String yaml = Files.readString(file);
    Files.writeString(file, yaml + "retention:\n  copies: forever\n");
    assertThat(Console.run(due).code()).isEqualTo(ExitCode.BAD_INPUT);
    Files.writeString(file, yaml + "retention:\n  copies: P2Y\n");

    byte[] old = KeptBytes.anyCopy(home);
    try (var newsroom = KeptBytes.open(home)) {
      JdbcClient jdbc = newsroom.room(JdbcClient.class);
      jdbc.sql("update snapshot_body set kept_at = '2020-02-29' where digest = :digest")
          .param("digest", Digest.of(old).toString())
          .update();
    }
    long before = rows("tombstone");
    Console done = Console.run(due);
    assertThat(done.code()).as(done.text()).isEqualTo(ExitCode.DONE);
    assertThat(done.out())
        .contains("tombstone for each (1)", Digest.of(old).toString())
        .contains("No period is set for model requests and answers");
    assertThat(placesOf(old)).isEmpty();
    assertThat(rows("tombstone")).isEqualTo(before + 1);
    assertThat(Console.run(due).out()).contains("tombstone for each (0)");
  }

  @Test
  @Order(9)
  void aHoldOnASourceKeepsItsCopiesFromRuleAndOrder() {
    byte[] held = KeptBytes.anyCopy(home);
    String address;
    try (var newsroom = KeptBytes.open(home)) {
      JdbcClient jdbc = newsroom.room(JdbcClient.class);
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
            home);
    assertThat(hold.code()).as(hold.text()).isEqualTo(ExitCode.DONE);
    for (Console refused :
        List.of(
            erase("--class", "copies", "--source", address, "--yes"),
            erase("--class", "copies", "--digest", Digest.of(held).toString(), "--yes"))) {
      assertThat(refused.code()).as(refused.text()).isEqualTo(ExitCode.NOT_ALL_DONE);
      assertThat(refused.out()).contains("not erased, because of hold 2 on the source " + address);
    }
    assertThat(placesOf(held)).containsExactly("snapshot_body.bytes");
  }

  @Test
  @Order(10)
  void aTombstoneThatARevokedKeySignedIsSignedAgain() throws Exception {
    String name = erased(Digest.of(answer));
    String before = Envelope.parse(bundle("old-key.zip").get(name)).keyId();
    Console revoked = Console.run("keys", "revoke", before, "--reason", "stolen", "--home", home);
    assertThat(revoked.code()).as(revoked.text()).isEqualTo(ExitCode.DONE);
    // What the stolen key signed is not intact any more, and the command says so.
    Envelope again = Envelope.parse(bundle("new-key.zip", ExitCode.NOT_ALL_DONE).get(name));
    assertThat(again.keyId()).isNotEqualTo(before);
    assertThat(Tombstone.parse(again.payload()).by()).contains("District Court");
    assertThat(bundle("newer.zip", ExitCode.NOT_ALL_DONE).get(name)).isEqualTo(again.bytes());
  }

  private static Console erase(String... line) {
    var whole = new ArrayList<>(List.of("erase", "--home", home));
    whole.addAll(List.of(line));
    whole.addAll(List.of(ORDER));
    return Console.run(whole.toArray(String[]::new));
  }

  private static SortedMap<String, byte[]> bundle(String name) throws IOException {
    return bundle(name, ExitCode.DONE);
  }

  private static SortedMap<String, byte[]> bundle(String name, int code) throws IOException {
    Path file = folder.resolve(name);
    Console written = Console.run("bundle", slug, "--out", file.toString(), "--home", home);
    assertThat(written.code()).as(written.text()).isEqualTo(code);
    return BundleFiles.read(file);
  }

  private static String erased(Digest digest) {
    return "erased/" + digest.hex() + ".dsse.json";
  }

  /** What the verifier says of a bundle whose manifest was written anew; it is refused. */
  private static String verified(SortedMap<String, byte[]> files) throws IOException {
    BundleEntries.refit(files);
    Path file = Files.write(folder.resolve("changed.zip"), new EvidenceBundle(null, files).zip());
    Console verified = Console.run("verify", file.toString(), "--trust", keys);
    assertThat(verified.code()).as(verified.text()).isEqualTo(20);
    return verified.out();
  }

  private static long rows(String table) {
    return KeptBytes.rows(home, table);
  }

  private static List<String> placesOf(byte[] needle) {
    return KeptBytes.placesOf(home, needle);
  }
}

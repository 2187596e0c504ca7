package colophon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.attest.KeyFolder;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.provenance.Envelope;
import colophon.provenance.StatementKey;
import colophon.provenance.StatementSigner;
import colophon.provenance.Tombstone;
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

/** What a tombstone in a bundle excuses, and what it does not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TombstoneCommandTest {

  @TempDir static Path folder;
  private static ErasingNewsroom newsroom;
  private static byte[] answer = new byte[0];

  @BeforeAll
  static void publish() throws IOException {
    newsroom = ErasingNewsroom.publish(folder);
    answer = newsroom.bundle("before.zip").get("writing/answer.json");
    assertThat(newsroom.erase("--class", "model", "--brief", newsroom.slug(), "--yes").code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  @Order(6)
  void aTombstoneThatThePublisherDidNotSignExcusesNothing() throws Exception {
    SortedMap<String, byte[]> files = newsroom.bundle("honest.zip");
    String name = ErasingNewsroom.tombstone(Digest.of(answer));
    var none = new TreeMap<>(files);
    none.remove(name);
    assertThat(newsroom.refused(none)).contains("[model.missing]");

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
    assertThat(newsroom.refused(changed)).contains("[erased.forged]", "[model.missing]");

    changed.put(name, "{}".getBytes(UTF_8));
    assertThat(newsroom.refused(changed)).contains("[erased.malformed]", "[model.missing]");
  }

  @Test
  @Order(7)
  void aTombstoneOfAnotherNewsroomExcusesNothingThoughItsKeyCameAlong() throws Exception {
    SortedMap<String, byte[]> files = newsroom.bundle("ours.zip");
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
    String name = ErasingNewsroom.tombstone(Digest.of(answer));
    var mixed = new TreeMap<>(files);
    mixed.put(name, foreign);
    assertThat(newsroom.refused(mixed)).contains("[erased.forged]", "[model.missing]");

    Json.Obj ourKeys = JsonReader.readObject(files.get("trust/keys.json"), 1 << 20);
    Json.Obj theirKeys =
        JsonReader.readObject(Files.readAllBytes(other.resolve("keys/keys.json")), 1 << 20);
    var both = new ArrayList<Json>(((Json.Arr) ourKeys.get("keys")).items());
    both.addAll(((Json.Arr) theirKeys.get("keys")).items());
    mixed.put("trust/keys.json", CanonicalJson.bytes(ourKeys.with("keys", Json.array(both))));
    assertThat(newsroom.refused(mixed)).contains("[erased.forged]", "among those you trust");
  }

  @Test
  @Order(10)
  void aTombstoneThatARevokedKeySignedIsSignedAgain() throws Exception {
    String name = ErasingNewsroom.tombstone(Digest.of(answer));
    String before = Envelope.parse(newsroom.bundle("old-key.zip").get(name)).keyId();
    Console revoked =
        Console.run("keys", "revoke", before, "--reason", "stolen", "--home", newsroom.home());
    assertThat(revoked.code()).as(revoked.text()).isEqualTo(ExitCode.DONE);
    // What the stolen key signed is not intact any more, and the command says so.
    Envelope again =
        Envelope.parse(newsroom.bundle("new-key.zip", ExitCode.NOT_ALL_DONE).get(name));
    assertThat(again.keyId()).isNotEqualTo(before);
    assertThat(Tombstone.parse(again.payload()).by()).contains("District Court");
    assertThat(newsroom.bundle("newer.zip", ExitCode.NOT_ALL_DONE).get(name))
        .isEqualTo(again.bytes());
  }
}

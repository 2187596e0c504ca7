package colophon.publication;

import static colophon.publication.PublicationDesk.FERRY;
import static colophon.publication.PublicationDesk.HARBOUR;
import static colophon.publication.PublicationDesk.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.edition.PublishableBriefs;
import colophon.tlog.SignedNote;
import colophon.tlog.TlogProof;
import colophon.verify.Code;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import colophon.witness.Witness;
import colophon.witness.WitnessFolder;
import colophon.witness.WitnessServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newsroom beside a witness that answers over HTTP. */
class CosigningTest {

  private static final Instant NOW = Instant.parse("2026-05-08T00:00:00Z");

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir Path folder;
  private PublicationDesk desk;
  private WitnessFolder kept;
  private WitnessServer server;

  @BeforeEach
  void open() throws Exception {
    desk = new PublicationDesk(folder);
    kept = WitnessFolder.make(folder.resolve("witness"), "witness.example/w1");
    server = start();
    desk.witnesses = List.of(witness(server.port(), true));
  }

  @AfterEach
  void close() {
    server.close();
    desk.close();
  }

  @Test
  void aPublishedVersionIsCosignedAndWhoeverHasTheWitnessesKeyIsToldSo() throws Exception {
    assertThat(publish("d-1", HARBOUR).notes()).isEmpty();
    assertThat(publish("d-2", FERRY).notes()).isEmpty();
    for (Path proof : proofs()) {
      assertThat(TlogProof.parse(Files.readAllBytes(proof)).checkpoint().check(kept.key()))
          .isEqualTo(SignedNote.Answer.SIGNED);
    }
    assertThat(SignedNote.parse(desk.text("log/checkpoint").getBytes(UTF_8)).check(kept.key()))
        .isEqualTo(SignedNote.Answer.SIGNED);
    assertEveryVersionIsCosigned();
    Report withoutItsKey = Verifier.verify(proofs().getFirst(), folder.resolve("keys"), NOW);
    assertThat(withoutItsKey.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(withoutItsKey.findings()).extracting(Finding::code).contains(Code.WITNESS_NONE);
  }

  @Test
  void aWitnessThatDoesNotAnswerIsNotedAndStopsNothing() throws Exception {
    int port;
    try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = nobody.getLocalPort();
    }
    desk.witnesses = List.of(witness(port, true), witness(server.port(), true));
    assertThat(publish("d-1", HARBOUR).notes())
        .containsExactly(
            "The witness witness.example/w1 did not cosign the log's checkpoint of 1 entry: it"
                + " cannot be reached.");
    assertEveryVersionIsCosigned();
  }

  @Test
  void aWitnessInsideIsAskedOnlyWhereThatIsAllowed() {
    desk.witnesses = List.of(witness(server.port(), false));
    assertThat(publish("d-1", HARBOUR).notes())
        .singleElement()
        .asString()
        .contains("is opened for a local witness only");
    desk.witnesses =
        List.of(new WitnessAddress(kept.key(), URI.create("http://127.0.0.1/"), false));
    assertThat(publish("d-2", FERRY).notes())
        .singleElement()
        .asString()
        .contains("is not a public address; set local: true if it is meant");
  }

  @Test
  void whatWasPublishedKeepsItsBytesWhateverWitnessesSayLater() throws Exception {
    desk.witnesses = List.of();
    publish("d-1", HARBOUR);
    String first = Files.readString(proofs().getFirst());
    desk.witnesses = List.of(witness(server.port(), true));
    publish("d-1", HARBOUR);
    publish("d-2", FERRY);
    desk.publisher(folder.resolve("elsewhere")).rebuild(PublishableBriefs.imprint());
    assertThat(PublicationDesk.files(folder.resolve("elsewhere")))
        .isEqualTo(PublicationDesk.files(desk.site))
        .containsValue(first);
    assertThat(
            desk.count(
                "select count(*) from log_checkpoint where cosigned like '%witness.example/w1%'"))
        .isEqualTo(1);
  }

  @Test
  void aCrashBeforeTheWitnessesWereAskedIsMadeUpForByTheNextStart() throws Exception {
    StepWatcher crash =
        (step, briefId, version) -> {
          if (step == Step.CHECKPOINTED) {
            throw new IllegalStateException("crashed");
          }
        };
    var harbour = order(HARBOUR, "d-1", "Harbour: Open to Boats");
    assertThatThrownBy(() -> desk.publisher(crash).publish(harbour)).hasMessage("crashed");
    assertThat(desk.count("select count(*) from log_checkpoint where cosigned is null"))
        .isEqualTo(1);
    publish("d-2", FERRY);
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(desk.count("select count(*) from log_checkpoint where cosigned is null")).isZero();
    assertEveryVersionIsCosigned();
  }

  @Test
  void aWitnessThatWasShownAnotherTreeOfThisLogRefusesAndTheRunSaysSo() throws Exception {
    publish("d-1", HARBOUR);
    publish("d-2", FERRY);
    desk.close();
    // The same keys and a new database: a log written anew.
    Files.delete(desk.kept.file());
    desk = new PublicationDesk(folder);
    desk.witnesses = List.of(witness(server.port(), true));
    assertThat(publish("d-3", HARBOUR).notes())
        .singleElement()
        .asString()
        .contains("it has cosigned a tree of 2 entries already");
    assertThat(publish("d-4", FERRY).notes())
        .singleElement()
        .asString()
        .contains("it answered 409")
        .contains("the log has shown two");
    assertThat(publish("d-5", "b-00000000000000cc").notes())
        .singleElement()
        .asString()
        .contains("it answered 422")
        .contains("does not lead from the tree of 2 entries");
  }

  @Test
  void aWitnessThatWasAskedByOthersInBetweenSaysWhereToStartFrom() throws Exception {
    publish("d-1", HARBOUR);
    desk.database.jdbc().sql("update log_checkpoint set cosigned = note").update();
    assertThat(publish("d-2", FERRY).notes()).isEmpty();
  }

  private Publication.Released publish(String draft, String brief) {
    return (Publication.Released)
        desk.publisher().publish(order(brief, draft, "Harbour: Open to Boats, " + draft));
  }

  private WitnessServer start() throws Exception {
    return WitnessServer.start(new Witness(kept, List.of(desk.logKey()), Clock.systemUTC()), ANY);
  }

  private WitnessAddress witness(int port, boolean local) {
    return new WitnessAddress(kept.key(), URI.create("http://127.0.0.1:" + port), local);
  }

  /** As somebody sees it who has the newsroom's and the witness's keys. */
  private void assertEveryVersionIsCosigned() throws Exception {
    Path trust = Files.createDirectories(folder.resolve("trusted"));
    for (Path key :
        List.of(
            folder.resolve("keys/log.pub"),
            folder.resolve("keys/statement.pub"),
            kept.trustFile())) {
      Files.copy(key, trust.resolve(key.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(Verifier.verify(desk.site, trust, NOW).outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(proofs())
        .isNotEmpty()
        .allSatisfy(proof -> {
          Report report = Verifier.verify(proof.getParent(), trust, NOW);
          assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
          assertThat(report.findings())
              .extracting(Finding::code)
              .contains(Code.WITNESS_COSIGNED)
              .doesNotContain(Code.WITNESS_NONE);
          assertThat(report.text()).contains("cosigned by the witness witness.example/w1");
        });
  }

  private List<Path> proofs() throws Exception {
    try (var paths = Files.walk(desk.site)) {
      return paths.filter(path -> path.endsWith("record.tlog-proof")).sorted().toList();
    }
  }
}

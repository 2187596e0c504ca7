package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.database.TestDatabase;
import colophon.edition.Edition;
import colophon.edition.EditionPress;
import colophon.edition.Printing;
import colophon.edition.PublishableBriefs;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import colophon.kernel.Slug;
import colophon.provenance.RecordedRun;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AttestorTest {

  private static final Instant NOW = Instant.parse("2026-05-07T13:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final TestDatabase database = TestDatabase.fresh();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database.source()));
  private LogStore log;
  private Attestor attestor;
  private Prepared prepared;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"), CLOCK);
    var signer =
        new NoteSigner(
            NoteKey.ofLog("wire.example/log", keys.log().getPublic()), keys.log().getPrivate());
    log = LogStore.open(database.jdbc(), signer, CLOCK);
    attestor =
        new Attestor(
            ManifestKey.open(keys, "SAMPLE Wire", CLOCK),
            log,
            TimeStampAuthority.NONE,
            database.jdbc(),
            CLOCK);
    var piece = PublishableBriefs.piece("d-1", "Harbour: Open to Boats");
    prepared =
        attestor.prepare(
            edition(piece),
            PublishableBriefs.imprint(),
            new Circumstances(run(), piece.snapshots(), null, "USD"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aVersionIsLoggedOnceHoweverManyAttestIt() throws Exception {
    Callable<Boolean> attest =
        () -> {
          transaction.executeWithoutResult(status -> attestor.append(prepared));
          return true;
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(4, attest))) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(log.size()).isEqualTo(1);
    Attested attested = attestor.find(prepared.edition().plan()).orElseThrow();
    assertThat(attested.entryIndex()).isZero();
    assertThat(attested.recordDigest()).isEqualTo(prepared.record().digest());
    assertThat(attested.artefacts()).hasSameSizeAs(prepared.edition().artefacts());
  }

  @Test
  void nothingIsKeptWhereTheTransactionIsTakenBack() {
    transaction.executeWithoutResult(status -> {
      attestor.append(prepared);
      status.setRollbackOnly();
    });
    assertThat(log.size()).isZero();
    assertThat(attestor.find(prepared.edition().plan())).isEmpty();
  }

  @Test
  void aVersionThatWasAttestedWithOtherFilesIsRefused() {
    transaction.executeWithoutResult(status -> attestor.append(prepared));
    database.jdbc().sql("delete from artefact where position = 0").update();
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> attestor.append(prepared)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("attested with other files");
    assertThat(log.size()).isEqualTo(1);
  }

  private static Edition edition(PublishableBriefs.Piece piece) {
    var fetched = new HashMap<Digest, Instant>();
    piece.snapshots().forEach((digest, snapshot) -> fetched.put(digest, snapshot.fetchedAt()));
    String id = "b-0000000000000001";
    var plan =
        new VersionPlan(id, new Slug(id), 1, VersionPlan.Kind.ORIGINAL, null, NOW, NOW, "samples");
    var printed =
        new EditionPress()
            .print(
                piece.approved(),
                piece.dossier(),
                plan,
                PublishableBriefs.imprint(),
                PublishableBriefs.label(),
                fetched);
    return ((Printing.Printed) printed).edition();
  }

  private static RecordedRun run() {
    return new RecordedRun(
        "r-0123456789abcdef",
        "samples",
        Digest.ofText("a definition"),
        null,
        "2026-05-07T15:00+02:00",
        "command line",
        NOW,
        "Colophon",
        "0.1.0",
        "test",
        "grounder/1");
  }
}

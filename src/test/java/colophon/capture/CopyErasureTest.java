package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CopyErasureTest {

  private static final Instant ERASED = Instant.parse("2026-05-07T12:00:00Z");
  private static TestDatabase database;

  private final Snapshot copy = Copies.packed();
  private final Source source = Fixtures.source(SourceKind.PAGE, Copies.PAGE);
  private SnapshotStore store;
  private CopyErasure erasure;
  private TransactionTemplate transaction;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @BeforeEach
  void start() {
    database.jdbc().sql("truncate snapshot_body, reading, captured_item, settled_item").update();
    transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    store = new SnapshotStore(database.jdbc(), transaction);
    erasure = new CopyErasure(database.jdbc());
  }

  @AfterAll
  static void shut() {
    database.close();
  }

  private FetchOutcome.Fetched fetched() {
    return new FetchOutcome.Fetched(Copies.PAGE, copy);
  }

  @Test
  void anErasedCopyIsNotHandedOutAndItsDigestStays() {
    store.capture(source, fetched(), ItemHint.bare(Copies.PAGE));
    assertThat(erasure.from(Copies.PAGE.toString()))
        .containsExactly(
            new CopyErasure.Copy(copy.digest(), List.of(Copies.PAGE.toString()), copy.fetchedAt()));
    assertThat(erasure.before(copy.fetchedAt(), 10)).isEmpty();
    assertThat(erasure.before(copy.fetchedAt().plusSeconds(1), 10)).hasSize(1);

    assertThat(erasure.erase(copy.digest(), ERASED)).isTrue();

    assertThat(erasure.erase(copy.digest(), ERASED)).isFalse();
    assertThat(erasure.of(List.of(copy.digest()))).isEmpty();
    assertThat(erasure.erasedAt(copy.digest())).contains(ERASED);
    assertThat(erasure.countErased()).isEqualTo(1);
    assertThat(store.find(copy.digest())).isEmpty();
    assertThat(store.latestOf(Copies.PAGE)).isEmpty();
    assertThat(store.firstReadings()).isEmpty();
    assertThat(store.seen(source, Copies.PAGE)).isPresent();
  }

  @Test
  void aRunPassesOverACopyThatWasErasedBeforeItWasRead() {
    store.capture(source, fetched(), ItemHint.bare(Copies.PAGE));
    long item = store.open(source).getFirst();
    erasure.erase(copy.digest(), ERASED);
    assertThat(store.open(source)).isEmpty();
    assertThat(store.countOpen(source)).isZero();
    assertThat(store.captured(source, item)).isEmpty();
  }

  @Test
  void whatWasErasedDoesNotComeBackWithTheSameBytes() throws Exception {
    store.capture(source, fetched(), ItemHint.bare(Copies.PAGE));
    erasure.erase(copy.digest(), ERASED);
    store.capture(source, fetched(), ItemHint.bare(Copies.PAGE));
    assertThat(store.find(copy.digest())).isEmpty();
    assertThat(store.open(source)).isEmpty();

    var file = new ByteArrayOutputStream();
    WarcArchive.export(Copies.all(), file, "Colophon/test");
    WarcImport imported =
        new WarcArchive(store, erasure, transaction)
            .importAll(new ByteArrayInputStream(file.toByteArray()), WarcLimits.standard());
    assertThat(imported.imported()).isEqualTo(Copies.all().size() - 1);
    assertThat(imported.passedOver()).hasSize(1);
    assertThat(imported.passedOver().getFirst().toString())
        .contains("its bytes were erased here at 2026-05-07T12:00:00Z");
    assertThat(store.find(copy.digest())).isEmpty();
  }
}

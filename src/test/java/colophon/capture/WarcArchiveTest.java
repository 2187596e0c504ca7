package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WarcArchiveTest {

  private static final byte[] WARC = Copies.warc(Copies.all());
  private static TestDatabase database;
  private SnapshotStore store;
  private WarcArchive archive;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @BeforeEach
  void start() {
    database.jdbc().sql("truncate snapshot_body, reading, captured_item, settled_item").update();
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    store = new SnapshotStore(database.jdbc(), transaction);
    archive = new WarcArchive(store, new CopyErasure(database.jdbc()), transaction);
  }

  @AfterAll
  static void shut() {
    database.close();
  }

  @Test
  void copiesComeInOnceAndGoOutAgainAsTheyCame() throws Exception {
    assertThat(imported(WARC)).isEqualTo("3 new, 0 known");
    assertThat(imported(WARC)).isEqualTo("0 new, 3 known");
    assertThat(store.find(Copies.packed().digest()).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(Copies.packed());
    var out = new ByteArrayOutputStream();
    assertThat(archive.export(out, "Colophon/test")).isEqualTo(3);
    assertThat(out.toByteArray()).isEqualTo(WARC);
  }

  @Test
  void ofARefusedFileNothingIsKept() {
    byte[] cut = Arrays.copyOf(WARC, WARC.length - 20);
    assertThatThrownBy(() -> imported(cut)).isInstanceOf(WarcFormatException.class);
    assertThat(rows("reading") + rows("snapshot_body")).isZero();
  }

  @Test
  void whatWeFetchedOurselvesIsPreferredToWhatWasImported() throws Exception {
    Snapshot own = Copies.packed();
    URI elsewhere = URI.create("https://harbour-post.example/moved");
    var later =
        new Snapshot(
            own.digest(),
            own.body(),
            own.decodedDigest(),
            elsewhere,
            elsewhere,
            elsewhere,
            own.fetchedAt().minusSeconds(60),
            200,
            own.requestHeaders(),
            own.responseHeaders());
    Source source = Fixtures.source(SourceKind.PAGE, elsewhere);
    store.keep(source, new FetchOutcome.Fetched(elsewhere, later), later.fetchedAt());
    assertThat(imported(WARC)).isEqualTo("3 new, 0 known");
    assertThat(store.find(own.digest()).orElseThrow().landed()).isEqualTo(elsewhere);
    assertThat(store.find(own.digest(), own.fetchedAt()).orElseThrow().landed())
        .isEqualTo(own.landed());
    assertThat(store.latestOf(own.requested())).isEmpty();
    assertThat(store.latestOf(elsewhere)).isPresent();
  }

  @Test
  void anEmptyArchiveHasNothingToExport() throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(archive.export(out, "Colophon/test")).isZero();
    assertThat(out.size()).isZero();
  }

  private String imported(byte[] file) throws IOException, WarcFormatException {
    WarcImport result = archive.importAll(new ByteArrayInputStream(file), WarcLimits.standard());
    assertThat(result.passedOver()).isEmpty();
    return result.imported() + " new, " + result.known() + " known";
  }

  private static int rows(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }
}

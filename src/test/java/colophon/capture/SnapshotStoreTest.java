package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.database.TestDatabase;
import colophon.kernel.Digest;
import colophon.kernel.JsonFormatException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SnapshotStoreTest {

  private static final URI ADDRESS = URI.create("https://harbour-post.example/a");

  private final Source source = Fixtures.source(SourceKind.PAGE, ADDRESS);
  private static TestDatabase database;
  private SnapshotStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @BeforeEach
  void start() {
    database.jdbc().sql("truncate snapshot_body, reading, captured_item, settled_item").update();
    store =
        new SnapshotStore(
            database.jdbc(),
            new TransactionTemplate(new JdbcTransactionManager(database.source())));
  }

  @AfterAll
  static void shut() {
    database.close();
  }

  @Test
  void givesBackWhatItKept() {
    Snapshot snapshot = snapshot(ADDRESS, "a");
    store.keep(source, new FetchOutcome.Fetched(ADDRESS, snapshot), Fixtures.NOW);

    assertThat(store.find(snapshot.digest()).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(snapshot);
    assertThat(store.find(Digest.ofText("never seen"))).isEmpty();
  }

  @Test
  void keepsTheSameBytesOnce() {
    URI other = URI.create("https://harbour-post.example/b");
    store.keep(source, new FetchOutcome.Fetched(ADDRESS, snapshot(ADDRESS, "a")), Fixtures.NOW);
    store.keep(source, new FetchOutcome.Fetched(other, snapshot(other, "a")), Fixtures.NOW);

    assertThat(count("snapshot_body")).isEqualTo(1);
    assertThat(count("reading")).isEqualTo(2);
    assertThat(store.latestOf(other).orElseThrow().requested()).isEqualTo(other);
  }

  @Test
  void knowsTheLatestSnapshotWhateverCameAfter() {
    store.keep(source, new FetchOutcome.Fetched(ADDRESS, snapshot(ADDRESS, "old")), Fixtures.NOW);
    store.keep(source, new FetchOutcome.Fetched(ADDRESS, snapshot(ADDRESS, "new")), Fixtures.NOW);
    store.keep(source, new FetchOutcome.NotModified(ADDRESS), Fixtures.NOW);
    store.keep(source, new FetchOutcome.Refused(ADDRESS, "No."), Fixtures.NOW);
    store.keep(
        source,
        new FetchOutcome.Failed(ADDRESS, "Later.", Fixtures.NOW.plusSeconds(60), true),
        Fixtures.NOW);

    assertThat(store.latestOf(ADDRESS).orElseThrow().body()).asString().isEqualTo("new");
    assertThat(store.seen(source, ADDRESS))
        .contains(new Seen(Digest.ofText("new"), new Validators("\"e\"", null)));
    assertThat(store.lastAttempt(source, ADDRESS))
        .contains(new Attempt(Fixtures.NOW, false, "Later.", Fixtures.NOW.plusSeconds(60)));
    assertThat(count("reading")).isEqualTo(5);
  }

  @Test
  void keepsAnAddressLongerThanAnIndexEntry() {
    URI address = URI.create("https://harbour-post.example/?q=" + "x".repeat(4_000));
    store.keep(source, new FetchOutcome.Fetched(address, snapshot(address, "a")), Fixtures.NOW);

    assertThat(store.latestOf(address)).isPresent();
  }

  @Test
  void readsBackEveryHint() throws JsonFormatException {
    var full =
        new ItemHint(
            ADDRESS,
            "Title “quoted” 나라",
            List.of("Mara Ellery", "Jonah Merrick"),
            OffsetDateTime.parse("2026-01-14T13:30:00+09:00"),
            "Harbour Post");

    assertThat(HintDocument.parse(HintDocument.format(full))).isEqualTo(full);
    assertThat(HintDocument.parse(HintDocument.format(ItemHint.bare(ADDRESS))))
        .isEqualTo(ItemHint.bare(ADDRESS));
    assertThat(HintDocument.format(ItemHint.bare(ADDRESS)))
        .asString()
        .isEqualTo("{\"authors\":[],\"link\":\"https://harbour-post.example/a\"}");
    assertThatThrownBy(() -> HintDocument.parse("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("expected a hint with a link");
  }

  private long count(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static Snapshot snapshot(URI address, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Snapshot(
        Digest.of(body),
        body,
        Digest.of(body),
        address,
        address,
        address,
        Fixtures.NOW,
        200,
        Map.of("accept", List.of("*/*"), "host", List.of("harbour-post.example")),
        Map.of("etag", List.of("\"e\""), "vary", List.of("accept", "cookie")));
  }
}

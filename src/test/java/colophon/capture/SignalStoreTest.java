package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import colophon.kernel.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SignalStoreTest {

  private static final URI FIRST = URI.create("https://harbour-post.example/a");
  private static final URI SECOND = URI.create("https://harbour-post.example/b");

  @Test
  void eachSignalOfASourceIsToldOnceWhereItWasLastSeen() {
    Source source = Fixtures.source(SourceKind.FEED, URI.create("https://harbour-post.example/"));
    try (var database = TestDatabase.fresh()) {
      var store =
          new SnapshotStore(
              database.jdbc(),
              new TransactionTemplate(new JdbcTransactionManager(database.source())));
      var signals = new SignalStore(database.jdbc());
      assertThat(signals.latest(source.id())).isEmpty();

      capture(store, source, FIRST, Map.of("x-robots-tag", List.of("noai")));
      capture(
          store,
          source,
          SECOND,
          Map.of("x-robots-tag", List.of("noai"), "tdm-reservation", List.of("1")));

      assertThat(signals.latest(source.id()))
          .extracting(seen -> seen.signal().kind() + " " + seen.address())
          .containsExactly("x-robots-tag " + SECOND, "tdm-reservation " + SECOND);
      assertThat(signals.latest("another")).isEmpty();
    }
  }

  private static void capture(
      SnapshotStore store, Source source, URI address, Map<String, List<String>> headers) {
    byte[] body = address.toString().getBytes(StandardCharsets.UTF_8);
    var snapshot =
        new Snapshot(
            Digest.of(body),
            body,
            Digest.of(body),
            address,
            address,
            address,
            Fixtures.NOW,
            200,
            Map.of(),
            headers);
    store.capture(source, new FetchOutcome.Fetched(address, snapshot), ItemHint.bare(address));
  }
}

package colophon.capture;

import static colophon.capture.HostileServer.page;

import colophon.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A poller with a store, a clock and a server of its own. */
@Timeout(60)
abstract class PollerBench {

  static final PollLimits FEW = new PollLimits(4, 6, Duration.ofHours(3), Duration.ofMinutes(10));
  static TestDatabase database;
  static int number;

  @TempDir Path base;
  final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
  HostileServer server;
  Fetcher fetcher;
  SnapshotStore snapshots;
  PollStore polls;
  Poller poller;
  String sourceId;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void shut() {
    database.close();
  }

  @BeforeEach
  void start() throws IOException {
    base = base.toRealPath();
    sourceId = "source-" + ++number;
    server = HostileServer.start();
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    snapshots = new SnapshotStore(database.jdbc(), transaction);
    polls = new PollStore(database.jdbc(), transaction);
    restart();
  }

  /** A new process on the same database. */
  void restart() {
    if (fetcher != null) {
      fetcher.close();
    }
    fetcher =
        new Fetcher(
            Fixtures.AGENT,
            Fixtures.SMALL,
            Fixtures.BRISK,
            base,
            now::get,
            new Random(1),
            InetAddress::getAllByName,
            pause -> {});
    poller = new Poller(fetcher, snapshots, polls, FEW, now::get, new Random(1));
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  List<Captured> stillOpen() {
    return snapshots.open(feed()).stream()
        .flatMap(number -> snapshots.captured(feed(), number).stream())
        .toList();
  }

  void after(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  Source feed() {
    return source(SourceKind.FEED, server.at("/feed"));
  }

  Source source(SourceKind kind, URI location, String... allow) {
    String[] entries = allow.length == 0 ? new String[] {"127.0.0.1:" + server.port()} : allow;
    return new Source(
        sourceId,
        "Outlet",
        kind,
        location,
        null,
        5,
        false,
        List.of(entries),
        Duration.ofMinutes(15));
  }

  static HostileServer.Behaviour rss(String... links) {
    var text = new StringBuilder("<rss version='2.0'><channel><title>t</title>");
    for (String link : links) {
      text.append("<item><title>Title of ").append(link).append("</title><link>").append(link);
      text.append("</link></item>");
    }
    return page("application/rss+xml", text.append("</channel></rss>").toString());
  }
}

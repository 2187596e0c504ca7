package colophon.capture;

import static colophon.capture.HostileServer.bytes;
import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(60)
class PollerTest {

  private static final PollLimits FEW =
      new PollLimits(4, 6, Duration.ofHours(3), Duration.ofMinutes(10));
  private static TestDatabase database;
  private static int number;

  @TempDir Path base;
  private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
  private HostileServer server;
  private Fetcher fetcher;
  private SnapshotStore snapshots;
  private PollStore polls;
  private Poller poller;
  private String sourceId;

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
  private void restart() {
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

  @Test
  void capturesTheItemsOfAFeedInItsOrder() {
    server.on("/a", page("text/html", "a")).on("/b", page("text/html", "b"));
    server.on("/feed", rss("/b", "/a", "/b"));

    PollReport report = poller.poll(feed());

    assertThat(report.captured())
        .extracting(ItemHint::link)
        .containsExactly(server.at("/b"), server.at("/a"));
    assertThat(report.captured().getFirst().title()).isEqualTo("Title of /b");
    assertThat(report.unchanged()).isZero();
    assertThat(report.problems()).isEmpty();
    assertThat(report.polledAt()).isEqualTo(now.get());
    assertThat(snapshots.latestOf(server.at("/feed"))).isPresent();
  }

  @Test
  void leavesPagesAloneUntilItIsTimeToLookAgain() {
    server.on("/a", page("text/html", "a")).on("/feed", rss("/a"));
    poller.poll(feed());

    after(Duration.ofHours(1));
    assertThat(poller.poll(feed()).unchanged()).isEqualTo(1);
    assertThat(server.asked("/a")).isEqualTo(1);

    after(Duration.ofHours(2));
    PollReport same = poller.poll(feed());
    assertThat(same.unchanged()).isEqualTo(1);
    assertThat(same.captured()).isEmpty();
    assertThat(server.asked("/a")).isEqualTo(2);

    server.on("/a", page("text/html", "a, corrected"));
    after(Duration.ofHours(3));
    assertThat(poller.poll(feed()).captured()).hasSize(1);
  }

  @Test
  void looksAgainAtOnceWhereTheFeedNamesANewerDate() {
    server.on("/a", page("text/html", "a")).on("/feed", rss("/a"));
    poller.poll(feed());

    after(Duration.ofMinutes(30));
    server.on("/a", page("text/html", "b"));
    server.on(
        "/feed",
        page(
            "application/rss+xml",
            "<rss><channel><item><link>/a</link><pubDate>Wed, 14 Jan 2026 09:20:00 GMT</pubDate>"
                + "</item></channel></rss>"));
    assertThat(poller.poll(feed()).captured()).hasSize(1);
  }

  @Test
  void readsAnUnchangedFeedFromItsSnapshotSoThatNoItemIsForgotten() {
    server.on(
        "/feed",
        (request, out) ->
            (request.headers().containsKey("if-none-match")
                    ? status(304)
                    : bytes(
                        200,
                        "<rss><channel><item><link>/late</link></item></channel></rss>".getBytes(),
                        "ETag: \"1\""))
                .answer(request, out));
    assertThat(poller.poll(feed()).problems()).hasSize(1);

    server.on("/late", page("text/html", "here now"));
    PollReport second = poller.poll(feed());

    assertThat(server.requests().getLast().path()).isEqualTo("/late");
    assertThat(second.captured()).hasSize(1);
    assertThat(second.problems()).isEmpty();
  }

  @Test
  void goesOnPastItemsThatCannotBeRead() {
    server.on("/good", page("text/html", "good"));
    server.on("/loop", HostileServer.redirect("/loop"));
    server.on("/feed", rss("/missing", "http://10.0.0.1/", "/loop", "/good"));

    PollReport report = poller.poll(feed());

    assertThat(report.captured()).hasSize(1);
    assertThat(report.problems())
        .extracting(PollReport.Problem::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("answers 404"),
            reason -> assertThat(reason).contains("10.0.0.1, which is not a public address"),
            reason -> assertThat(reason).contains("circle"));
    assertThat(polls.lastOf(sourceId).orElseThrow().problems()).isEqualTo(report.problems());
  }

  @Test
  void repeatsARefusalWithoutAskingAgain() {
    server.on("/robots.txt", page("text/plain", "User-agent: *\nDisallow: /no"));
    server.on("/feed", rss("/no"));
    poller.poll(feed());
    restart();

    assertThat(poller.poll(feed()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("forbids it"));
    assertThat(server.asked("/no")).isZero();
  }

  @Test
  void readsSoManyPagesAPollAndTheRestNextTime() {
    String[] paths = {"/1", "/2", "/3", "/4", "/5", "/6"};
    for (String path : paths) {
      server.on(path, page("text/html", path));
    }
    server.on("/feed", rss(paths));

    PollReport first = poller.poll(feed());
    assertThat(first.captured()).hasSize(4);
    assertThat(first.problems())
        .extracting(PollReport.Problem::reason)
        .containsExactly(
            "2 further items of "
                + server.at("/feed")
                + " wait for the next poll: one poll reads at most 4 pages and takes at most 10"
                + " minutes.");

    after(Duration.ofHours(4));
    PollReport second = poller.poll(feed());
    assertThat(second.captured())
        .as("what was never read comes before what is read again")
        .extracting(ItemHint::link)
        .containsExactly(server.at("/5"), server.at("/6"));
    assertThat(second.unchanged()).isEqualTo(4);
    assertThat(second.problems()).isEmpty();
  }

  @Test
  void saysThatAFeedIsNone() {
    server.on("/feed", page("text/html", "<!doctype html><body>Welcome"));

    assertThat(poller.poll(feed()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("is a web page, not a feed"));
  }

  @Test
  void restsLongerTheMoreOftenASourceFails() {
    Source source = feed();
    poller.poll(source);
    assertThat(polls.lastOf(sourceId).orElseThrow().nextPoll())
        .as("a first failure costs no more than the usual interval")
        .isEqualTo(now.get().plus(source.pollEvery()));
    for (int i = 0; i < 7; i++) {
      poller.poll(source);
    }
    PollStore.PastPoll last = polls.lastOf(sourceId).orElseThrow();
    assertThat(last.failuresInARow()).isEqualTo(8);
    assertThat(last.nextPoll())
        .isBetween(now.get().plusSeconds(3_840), now.get().plusSeconds(7_680));

    server.on("/feed", rss());
    restart();
    poller.poll(source);
    assertThat(polls.lastOf(sourceId).orElseThrow().failuresInARow()).isZero();
    assertThat(polls.due(source, now.get())).isFalse();
    assertThat(polls.due(source, now.get().plus(source.pollEvery()))).isTrue();
  }

  @Test
  void comesBackNoSoonerThanTheServerAsks() {
    server.on("/feed", status(503, "Retry-After: 3000"));

    poller.poll(feed());

    assertThat(polls.lastOf(sourceId).orElseThrow().nextPoll())
        .isEqualTo(now.get().plusSeconds(3000));
  }

  @Test
  void heedsAHostsWishForRestInEveryProcess() {
    server.on("/feed", status(503, "Retry-After: 3000"));
    poller.poll(feed());
    restart();
    server.on("/feed", rss());

    assertThat(poller.poll(feed()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("answers 503", "asked again"));
    assertThat(server.asked("/feed")).isEqualTo(1);
    assertThat(polls.lastOf(sourceId).orElseThrow().failuresInARow())
        .as("a poll that asked nobody is no failure")
        .isEqualTo(1);

    after(Duration.ofSeconds(3_001));
    assertThat(poller.poll(feed()).problems()).isEmpty();
  }

  @Test
  void asksAgainAtOnceAfterOurOwnTrouble() {
    server.on("/robots.txt", status(503)).on("/feed", rss());
    assertThat(poller.poll(feed()).problems()).hasSize(1);
    server.on("/robots.txt", status(404));
    restart();

    assertThat(poller.poll(feed()).problems())
        .as("a person who mended something need not wait")
        .isEmpty();
  }

  @Test
  void letsDeadLinksStarveNoNewOnes() {
    server.on("/feed", rss("/dead1", "/dead2", "/dead3", "/dead4", "/dead5"));
    poller.poll(feed());
    for (String path : List.of("/new1", "/new2", "/new3")) {
      server.on(path, page("text/html", path));
    }
    server.on(
        "/feed", rss("/dead1", "/dead2", "/dead3", "/dead4", "/dead5", "/new1", "/new2", "/new3"));
    after(Duration.ofMinutes(15));

    assertThat(poller.poll(feed()).captured())
        .extracting(ItemHint::link)
        .containsExactly(server.at("/new1"), server.at("/new2"), server.at("/new3"));
    assertThat(server.asked("/dead5")).as("a link never tried comes first, too").isEqualTo(1);
  }

  @Test
  void saysHowManyItemsOfAFeedNobodyWillRead() {
    String items = "<item><link>javascript:x</link></item><item><link>/a</link></item>";
    server.on("/a", page("text/html", "a"));
    server.on(
        "/feed",
        page("application/rss+xml", "<rss><channel>" + items.repeat(520) + "</channel></rss>"));

    assertThat(poller.poll(feed()).problems())
        .extracting(PollReport.Problem::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).startsWith("500 of the 1000 items of "),
            reason -> assertThat(reason).startsWith("40 further items of "));
  }

  @Test
  void isDueBeforeItsFirstPoll() {
    assertThat(polls.due(feed(), now.get())).isTrue();
  }

  @Test
  void pollsAPageAndSeesItVanish() {
    server.on("/p", page("text/html", "p"));
    Source source = source(SourceKind.PAGE, server.at("/p"));

    assertThat(poller.poll(source).captured()).hasSize(1);
    assertThat(poller.poll(source).unchanged()).isEqualTo(1);
    server.on("/p", status(410));
    assertThat(poller.poll(source).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("taken away for good"));
  }

  @Test
  void pollsAFolderByNameAndSeesItVanish() throws IOException {
    Path folder = Files.createDirectories(base.resolve("papers"));
    for (String name :
        List.of(
            "b.txt", "a.HTML", "c d.pdf", ".hidden.txt", "~$b.docx", "e.odt", "txt", "empty.htm")) {
      Files.writeString(folder.resolve(name), name.equals("empty.htm") ? "" : name);
    }
    Files.createDirectory(folder.resolve("nested.html"));
    Source source = source(SourceKind.FOLDER, URI.create("file:papers"), "file:papers");

    PollReport report = poller.poll(source);
    assertThat(report.captured())
        .extracting(item -> Path.of(item.link()).getFileName().toString())
        .containsExactly("a.HTML", "b.txt", "c d.pdf", "empty.htm");

    Files.writeString(folder.resolve("b.txt"), "changed");
    Files.delete(folder.resolve("a.HTML"));
    PollReport second = poller.poll(source);
    assertThat(second.captured()).hasSize(1);
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.reason())
                .startsWith("\"e.odt\" and 2 more in ")
                .contains("are not read", "HTML, TXT, PDF and DOCX"));

    Files.move(folder, base.resolve("elsewhere"));
    assertThat(poller.poll(source).problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.reason()).contains("no folder at", "check the path"));
  }

  @Test
  void readsTheFirstDocumentsOfALargeFolder() throws IOException {
    for (int i = 0; i < 9; i++) {
      Files.writeString(base.resolve(i + ".txt"), "text " + i);
    }

    PollReport report = poller.poll(source(SourceKind.FOLDER, URI.create("file:."), "file:."));

    assertThat(report.captured()).hasSize(6);
    assertThat(report.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.reason()).contains("3 further documents", "first 6 by name"));
  }

  @Test
  void refusesAFolderThatIsNotAllowedAndOneOnTheWeb() throws IOException {
    Files.createDirectories(base.resolve("papers"));

    assertThat(poller.poll(source(SourceKind.FOLDER, URI.create("file:papers"))).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("lies below no path"));
    assertThat(poller.poll(source(SourceKind.FOLDER, server.at("/"))).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("needs a path"));
  }

  @Test
  void keepsWhatWasCapturedOpenUntilItIsSettled() {
    server.on("/a", page("text/html", "a")).on("/b", page("text/html", "b"));
    server.on("/feed", rss("/a", "/b"));
    PollReport report = poller.poll(feed());
    restart();

    List<Captured> open = stillOpen();
    assertThat(open).extracting(Captured::hint).isEqualTo(report.captured());
    assertThat(open.getFirst().snapshot().body()).asString().isEqualTo("a");

    snapshots.settle(open.getFirst(), now.get());
    snapshots.settle(open.getFirst(), now.get());
    assertThat(stillOpen())
        .singleElement()
        .satisfies(left -> assertThat(left.snapshot().requested()).isEqualTo(server.at("/b")));
  }

  @Test
  void capturesAnAddressForEachSourceThatNamesIt() {
    server.on("/a", page("text/html", "a")).on("/feed", rss("/a"));
    assertThat(poller.poll(feed()).captured()).hasSize(1);
    sourceId = sourceId + "-other";

    assertThat(poller.poll(feed()).captured()).hasSize(1);
  }

  @Test
  void neverFollowsAFeedFromTheWebToAFile() throws IOException {
    Files.writeString(base.resolve("secret.txt"), "secret");
    server.on("/feed", rss("file://" + base + "/secret.txt", "file:///etc/passwd"));
    Source trusting =
        source(SourceKind.FEED, server.at("/feed"), "127.0.0.1:" + server.port(), "file:" + base);

    PollReport report = poller.poll(trusting);

    assertThat(report.captured()).isEmpty();
    assertThat(report.problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.reason()).contains("may not lead to a file"));
  }

  private List<Captured> stillOpen() {
    return snapshots.open(feed()).stream()
        .flatMap(number -> snapshots.captured(feed(), number).stream())
        .toList();
  }

  private void after(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  private Source feed() {
    return source(SourceKind.FEED, server.at("/feed"));
  }

  private Source source(SourceKind kind, URI location, String... allow) {
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

  private static HostileServer.Behaviour rss(String... links) {
    var text = new StringBuilder("<rss version='2.0'><channel><title>t</title>");
    for (String link : links) {
      text.append("<item><title>Title of ").append(link).append("</title><link>").append(link);
      text.append("</link></item>");
    }
    return page("application/rss+xml", text.append("</channel></rss>").toString());
  }
}

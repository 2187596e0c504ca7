package colophon.pipeline;

import static colophon.capture.HostileServer.bytes;
import static colophon.capture.HostileServer.head;
import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.redirect;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.capture.HostileServer;
import colophon.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real runs over good and bad sources: each trouble ends in a sentence, and the rest comes out. */
@Timeout(180)
class BadInputRunTest {

  private static final Instant MORNING = Instant.parse("2026-01-14T09:00:00Z");

  @TempDir private Path home;
  private Instant now = MORNING;
  private TestDatabase database;
  private HostileServer server;
  private Rooms rooms;
  private Newsroom newsroom;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    server = HostileServer.start();
    rooms = new Rooms(database, home, () -> now);
    Path file = Path.of("pipeline", "newsroom.yaml");
    newsroom = Newsroom.read(file.toString(), java.nio.file.Files.readAllBytes(file));
  }

  @AfterEach
  void close() throws IOException {
    rooms.close();
    server.close();
    database.close();
  }

  @Test
  void aRunOverGoodAndBadSourcesTellsEachTroubleAndStillReadsTheGoodOnes() throws Exception {
    HostilePapers.fill(home.resolve("papers"), home.resolve("private"));
    int closed = closedPort();
    Pipeline pipeline = mixed(closed);
    misbehave();

    RunResult first = run(pipeline, "first");

    assertThat(count("article")).as("the good ones come in").isGreaterThanOrEqualTo(5);
    assertThat(first.held()).as("and become drafts that wait for an editor").isNotEmpty();
    areSentences(first.problems());
    for (String expected : expectedSentences(closed)) {
      assertThat(first.problems()).anySatisfy(told -> assertThat(told).contains(expected));
    }
    assertThat(
            count(
                "article where address like '%private%' or convert_from(document, 'UTF8') like '%Not for%'"))
        .as("a link out of the folder brings nothing in")
        .isZero();

    heal();
    now = MORNING.plusSeconds(900);
    RunResult second = run(pipeline, "second");

    areSentences(second.problems());
    assertThat(count("article where address like '%/late'")).isEqualTo(1);
    assertThat(count("article where address like '%/healed'"))
        .as("a source that came back is read by the next run")
        .isEqualTo(1);
    assertThat(second.problems())
        .noneSatisfy(told -> assertThat(told).contains("/late", "/vanishing"));
  }

  @Test
  void aRunThatBreaksDownLetsTheOthersGoOnAndIsTakenUpLater() throws Exception {
    for (String name : List.of("breaking", "steady")) {
      server.on("/" + name + "-a", page("text/html", HostilePapers.page("Post", "Two said no.")));
      server.on("/" + name + "-b", page("text/html", HostilePapers.page("Dock", "Ships call.")));
    }
    Map<String, Pipeline> pipelines = new TreeMap<>();
    for (String name : List.of("breaking", "steady")) {
      pipelines.put(
          name,
          pipeline(
              name,
              source(name + "-a", "page", "/" + name + "-a"),
              source(name + "-b", "page", "/" + name + "-b")));
    }
    RunLog log = rooms.room(RunLog.class);
    Run breaking = log.begin(pipelines.get("breaking"), new Slot("one", now), "schedule");
    now = now.plusSeconds(1);
    Run steady = log.begin(pipelines.get("steady"), new Slot("one", now), "schedule");
    var told = new ArrayList<String>();

    rooms.openRuns().carryOnNow(pipelines.values(), newsroom, new BreaksOnce(told));

    assertThat(log.ended(steady.id())).isTrue();
    assertThat(log.ended(breaking.id())).isFalse();
    assertThat(told)
        .contains(
            "The run of breaking for one failed (IllegalStateException) and is tried again later;"
                + " the log says more.");

    now = now.plusSeconds(30);
    carryOnWithWhatIsDue(pipelines);
    assertThat(log.ended(breaking.id())).as("it rests for a minute").isFalse();

    now = now.plusSeconds(31);
    carryOnWithWhatIsDue(pipelines);
    assertThat(log.ended(breaking.id())).isTrue();
    assertThat(count("article"))
        .as("what was read before the break is not read twice")
        .isEqualTo(4);
    assertThat(count("captured_item")).isEqualTo(4);
  }

  /** Breaks the first run after its articles were read, as a kill would. */
  private static final class BreaksOnce implements RunWatcher {
    private final List<String> told;
    private boolean broke;

    private BreaksOnce(List<String> told) {
      this.told = told;
    }

    @Override
    public void finished(Stage stage, String summary) {
      if (stage == Stage.READ && !broke) {
        broke = true;
        throw new IllegalStateException("broken for the test");
      }
    }

    @Override
    public void noticed(String sentence) {
      told.add(sentence);
    }
  }

  private RunResult run(Pipeline pipeline, String slot) {
    Run run = rooms.room(RunLog.class).begin(pipeline, new Slot(slot, now), "test");
    return rooms.engine().run(run, pipeline, newsroom, RunWatcher.NONE).orElseThrow();
  }

  /** Whatever reaches a person is one line of plain words that ends, and no program's inside. */
  private static void areSentences(List<String> problems) {
    assertThat(problems)
        .allSatisfy(sentence ->
            assertThat(sentence)
                .endsWith(".")
                .doesNotContainPattern("\\p{Cntrl}")
                .doesNotContain("Exception", "java.", "secret", "SQL"));
  }

  private void misbehave() throws IOException {
    server.on("/a", page("text/html", HostilePapers.page("Harbour Post", "Two voted against.")));
    server.on(
        "/items",
        rss(
            "/a",
            "/missing",
            "/gone",
            "/login",
            "/drip",
            "/bomb",
            "/circle",
            "/nul",
            "/escape",
            "/short",
            "/chunk",
            "/flood",
            "/old",
            "/empty",
            "/named.pdf",
            "/late",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "http://169.254.169.254/latest/",
            "http://2130706433/",
            "http://[::ffff:127.0.0.1]/",
            "http://me:secret@127.0.0.1:" + server.port() + "/a",
            "http://localhost.:1/"));
    server.on("/late", status(500)).on("/gone", status(410)).on("/login", status(401));
    server.on("/circle", redirect("/circle2")).on("/circle2", redirect("/circle"));
    server.on("/empty", bytes(200, new byte[0], "Content-Type: text/html"));
    server.on("/named.pdf", page("application/pdf", HostilePapers.page("Quay", "It is old.")));
    server.on("/bomb", bytes(200, gzip(new byte[8_000_000]), "Content-Encoding: gzip"));
    server.on("/nul", bytes(200, new byte[] {1, 0, 2, 3}, "Content-Type: application/x\0y"));
    server.on("/escape", bytes(200, new byte[] {1}, "Content-Encoding: br\u001b[2J\0"));
    server.on("/short", raw(head(200, "Content-Length: 5000", ""), "abc"));
    server.on("/chunk", raw(head(200, "Transfer-Encoding: chunked", ""), "zz\r\nabc\r\n0\r\n\r\n"));
    server.on("/flood", raw(head(200), "X: y\r\n".repeat(5_000) + "\r\n"));
    server.on("/old", (request, out) -> out.write("<html>0.9".getBytes(StandardCharsets.UTF_8)));
    server.on(
        "/drip",
        (request, out) -> {
          out.write(head(200, "Content-Length: 10000", ""));
          for (int i = 0; i < 1_000; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(50);
          }
        });
    server.on("/words", page("application/rss+xml", "Nothing here is XML."));
    server.on("/site", page("text/html", "<!doctype html><body>Welcome"));
    server.on("/unasked", status(304));
    server.on("/many", manyItems());
    server.on("/resting", status(503, "Retry-After: Tue, 31 Dec 2999 23:59:59 GMT"));
    server.on("/vanishing", status(404));
  }

  private void heal() {
    server.on("/late", page("text/html", HostilePapers.page("Late Edition", "It rained.")));
    server.on("/vanishing", rss("/healed"));
    server.on("/healed", page("text/html", HostilePapers.page("Back Again", "It is dry.")));
  }

  private Pipeline mixed(int closed) throws DefinitionException {
    return pipeline(
        "mixed",
        source("items", "feed", "/items"),
        source("words", "feed", "/words"),
        source("site", "feed", "/site"),
        source("unasked", "feed", "/unasked"),
        source("many", "feed", "/many"),
        source(
            "resting",
            "page",
            "http://localhost:" + server.port() + "/resting",
            "localhost:" + server.port()),
        source("vanishing", "feed", "/vanishing"),
        source("closed", "feed", "http://127.0.0.1:" + closed + "/x", "127.0.0.1:" + closed),
        source(
            "plain",
            "feed",
            "https://127.0.0.1:" + server.port() + "/x",
            "127.0.0.1:" + server.port()),
        source("unopened", "feed", "http://127.0.0.1:" + server.port() + "/x", "localhost"),
        source("inside", "page", "http://127.0.0.3/x", "127.0.0.1"),
        source(
            "papers",
            "folder",
            home.resolve("papers").toString(),
            "file:" + home.resolve("papers")),
        source(
            "town-hall",
            "folder",
            Path.of("samples", "documents").toAbsolutePath().toString(),
            "file:" + Path.of("samples", "documents").toAbsolutePath()));
  }

  private static List<String> expectedSentences(int closed) {
    return List.of(
        "/missing could not be read: it answers 404, nothing is there; check the address",
        "/gone could not be read: it answers 410",
        "/login could not be read: it answers 401, it wants a login",
        "/drip could not be read: it had not answered in full after 1500 ms",
        "packed bytes grow beyond the limit of 6000000 bytes",
        "/circle could not be read: its redirects go round in a circle",
        "/escape is not read: it is packed as br",
        "/nul is set aside: ",
        "/short could not be read: 127.0.0.1 broke off its answer before the end",
        "/chunk could not be read: 127.0.0.1 sends an answer whose parts do not fit together",
        "/flood could not be read: 127.0.0.1 sends more than 200 header lines",
        "/old could not be read: 127.0.0.1 gave no answer in HTTP",
        "/empty is set aside: The document is empty",
        "/late could not be read: it answers 500",
        "2 of the 24 items of",
        "may not lead to a file",
        "169.254.169.254, which is not a public address",
        "its address carries a user name",
        "only 80 and 443 are open",
        "/words is neither XML nor JSON",
        "/site is a web page, not a feed",
        "it says that nothing has changed, though nothing was compared",
        "99000 further items of",
        "waits for the next poll: one poll reads at most 40 pages",
        "/vanishing could not be read: it answers 404",
        "127.0.0.1 takes no connection",
        "127.0.0.1 does not encrypt at that port",
        "127.0.0.3 leads to 127.0.0.3, which is not a public address",
        "/resting could not be read: it answers 503, the server is in trouble; it is asked again after",
        "locked.pdf is set aside: ",
        "broken.pdf is set aside: ",
        "empty.txt is set aside: The document is empty",
        "\"notes.rtf\" and 2 more in ",
        "lies below no path that the source allows");
  }

  private String source(String id, String kind, String path) {
    return source(id, kind, server.at(path).toString(), "127.0.0.1:" + server.port());
  }

  private static String source(String id, String kind, String location, String allow) {
    return "  - {id: %s, outlet: %s, kind: %s, location: \"%s\", allow: [\"%s\"]}\n"
        .formatted(id, id, kind, location, allow);
  }

  private static Pipeline pipeline(String name, String... sources) throws DefinitionException {
    String yaml =
        "name: "
            + name
            + "\ntitle: Mixed\ntimeZone: Europe/London\nwindow: P30D\nsources:\n"
            + String.join("", sources);
    return PipelineReader.read(
        name + ".yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
  }

  private static HostileServer.Behaviour rss(String... links) {
    var text = new StringBuilder("<rss version='2.0'><channel><title>t</title>");
    for (String link : links) {
      text.append("<item><title>An item</title><link>").append(link).append("</link></item>");
    }
    return page("application/rss+xml", text.append("</channel></rss>").toString());
  }

  /** The same few pages over and over: a feed of a hundred thousand items. */
  private static HostileServer.Behaviour manyItems() {
    String items = "<item><link>/m</link></item>".repeat(99_959);
    var some = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      some.append("<item><link>/m").append(i).append("</link></item>");
    }
    String feed = "<rss><channel>" + some + items + "<item><link>/m</link></item></channel></rss>";
    try {
      return bytes(200, gzip(feed.getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HostileServer.Behaviour raw(byte[] head, String rest) {
    return (request, out) -> {
      out.write(head);
      out.write(rest.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(plain);
    }
    return out.toByteArray();
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private long count(String fromWhere) {
    return database.jdbc().sql("select count(*) from " + fromWhere).query(Long.class).single();
  }

  /** What a serving node does with the runs that did not end. */
  private void carryOnWithWhatIsDue(Map<String, Pipeline> pipelines) {
    OpenRuns runs = rooms.openRuns();
    for (Run run : runs.due()) {
      runs.carryOn(run, pipelines.get(run.pipeline()), newsroom, RunWatcher.NONE);
    }
  }
}

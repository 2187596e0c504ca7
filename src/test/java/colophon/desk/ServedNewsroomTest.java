package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.cli.SampleDesk;
import colophon.database.TestDatabase;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunLog;
import colophon.pipeline.Slot;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The newsroom's web server, asked over real connections. */
class ServedNewsroomTest {

  private static final Instant NOW = Instant.parse("2026-01-14T09:00:00Z");
  private static final String LABEL = "AI-generated: verify with the original";

  @TempDir static Path folder;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static TestDatabase database;
  private static RunLog runs;
  private static SampleDesk empty;
  private static ServedNewsroom served;

  @BeforeAll
  static void serve() throws Exception {
    database = TestDatabase.fresh();
    empty = SampleDesk.empty(folder.resolve("newsroom"));
    Files.writeString(folder.resolve("secret.txt"), "not for readers");
    served = ServedNewsroom.start(desk(), empty.rooms(), folder.resolve("site"), 0);
  }

  @AfterAll
  static void stop() {
    served.close();
    empty.close();
    database.close();
  }

  @Test
  void beforeAnythingIsPublishedItSaysSo() throws Exception {
    HttpResponse<String> front = get("/");
    if (Files.exists(folder.resolve("site"))) {
      return; // another test has published meanwhile
    }
    assertThat(front.statusCode()).isEqualTo(404);
    assertThat(front.body()).contains("Nothing is published yet.", "/status");
  }

  @Test
  void theStatusPageAndTheInterfaceTellTheSame() throws Exception {
    runs.begin(
        definitions().pipelines().get("samples"), new Slot("2026-01-14T18:00", NOW), "schedule");
    HttpResponse<String> page = get("/status");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(type(page)).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("Nothing waits.", "No brief is out.", "2026-01-14T18:00", "not ended")
        .contains("&lt;warned&gt;")
        .doesNotContain("<warned>", "http-equiv=\"refresh\"");
    HttpResponse<String> json = get("/api/status");
    assertThat(type(json)).startsWith("application/json");
    var status = new JsonMapper().readTree(json.body());
    assertThat(status.path("pipelines").size()).isEqualTo(3);
    String run = status.path("runs").path(0).path("id").asString();
    assertThat(new JsonMapper().readTree(get("/api/runs/" + run).body()).path("ended").asBoolean())
        .isFalse();
    assertThat(get("/api/runs").statusCode()).isEqualTo(200);
    assertThat(get("/status.css").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerIsFencedIn() throws Exception {
    for (String path : List.of("/", "/status", "/api/status", "/status.css", "/nowhere")) {
      HttpResponse<String> answer = get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(header(answer, "Server")).isEmpty();
    }
    assertThat(header(get("/api/status"), "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void whatIsNotThereIsSaidInPlainWords() throws Exception {
    HttpResponse<String> page = get("/briefs/never-written/");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("There is nothing at /briefs/never-written/.")
        .doesNotContain("Whitelabel", "Exception", "Apache", "springframework");
    HttpResponse<String> run = get("/api/runs/r-none");
    assertThat(run.statusCode()).isEqualTo(404);
    assertThat(new JsonMapper().readTree(run.body()).path("error").asString())
        .isEqualTo("There is no run \"r-none\"; /api/runs lists them.");
    assertThat(get("/%3Cscript%3E").body()).doesNotContain("<script>");
    HttpResponse<String> post =
        HTTP.send(
            HttpRequest.newBuilder(address("/api/status"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(post.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..%252fsecret.txt",
        "/briefs/../../secret.txt",
        "/assets/..;/..;/secret.txt",
        "/./.././secret.txt",
        "//../secret.txt"
      })
  void noAddressLeadsOutOfTheSite(String path) throws Exception {
    publish();
    String answer = raw("GET " + path + " HTTP/1.1", "127.0.0.1");
    assertThat(answer).doesNotContain("not for readers").containsPattern("^HTTP/1.1 40[04]");
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html;charset=UTF-8",
    "/briefs/a-brief/,text/html;charset=UTF-8",
    "/briefs/a-brief/v1/brief.txt,text/plain;charset=UTF-8",
    "/briefs/a-brief/v1/brief.md,text/markdown;charset=UTF-8",
    "/briefs/a-brief/v1/record.json,application/json",
    "/briefs/a-brief/v1/record.tlog-proof,text/plain;charset=UTF-8",
    "/feed.atom.xml,application/atom+xml"
  })
  void thePublishedSiteIsServedAsItStands(String path, String type) throws Exception {
    publish();
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo(type);
    assertThat(answer.body()).contains(LABEL);
    HttpResponse<Void> head =
        HTTP.send(
            HttpRequest.newBuilder(address(path)).HEAD().build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(-1))
        .isEqualTo(answer.body().getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void recordsMayBeKeptForEverAndPagesAreAskedForEachTime() throws Exception {
    publish();
    assertThat(header(get("/briefs/a-brief/v1/record.json"), "Cache-Control"))
        .contains("immutable");
    for (String path : List.of("/", "/briefs/a-brief/", "/briefs/a-brief/v1/brief.txt")) {
      HttpResponse<String> page = get(path);
      assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
      HttpResponse<String> again =
          HTTP.send(
              HttpRequest.newBuilder(address(path))
                  .header("If-Modified-Since", header(page, "Last-Modified"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(again.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void itAnswersOnThisMachineAndUnderItsOwnNameOnly() throws Exception {
    assertThat(raw("GET /api/status HTTP/1.1", "rebound.example"))
        .startsWith("HTTP/1.1 421")
        .doesNotContain("pipelines");
    assertThat(raw("GET /api/status HTTP/1.1", "localhost")).startsWith("HTTP/1.1 200");
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : network.inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, served.port()).close())
              .isInstanceOf(java.io.IOException.class);
        }
      }
    }
  }

  @Test
  void aSecondServerOnThePortIsRefused() {
    assertThatThrownBy(() -> ServedNewsroom.start(desk(), empty.rooms(), folder, served.port()))
        .isInstanceOf(ServedNewsroom.PortTakenException.class);
  }

  private static StatusDesk desk() throws Exception {
    runs = new RunLog(database.jdbc(), InstantSource.fixed(NOW));
    var definitions = new DefinitionStore(database.jdbc(), InstantSource.fixed(NOW));
    var timetable =
        new Timetable(
            database.jdbc(),
            runs,
            definitions,
            new TransactionTemplate(new DataSourceTransactionManager(database.source())),
            InstantSource.fixed(NOW));
    return new StatusDesk(
        definitions(),
        runs,
        timetable,
        new PublicationStore(database.jdbc(), InstantSource.fixed(NOW)),
        List::of,
        () -> true,
        () -> List.of("Be <warned>."));
  }

  private static Definitions definitions() throws Exception {
    return Definitions.read(Path.of("pipeline"), Path.of("prompts"));
  }

  private static synchronized void publish() throws Exception {
    Path version = Files.createDirectories(folder.resolve("site/briefs/a-brief/v1"));
    for (String name : List.of("brief.txt", "brief.md", "record.json", "record.tlog-proof")) {
      put(version.resolve(name));
    }
    put(folder.resolve("site/index.html"));
    put(folder.resolve("site/feed.atom.xml"));
    put(folder.resolve("site/briefs/a-brief/index.html"));
  }

  private static void put(Path file) throws Exception {
    if (!Files.exists(file)) {
      Files.writeString(file, LABEL + " “Ä”\n");
    }
  }

  private static URI address(String path) {
    return URI.create("http://127.0.0.1:" + served.port() + path);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A request as an attacker writes it, whom no client library corrects. */
  private static String raw(String line, String host) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String type(HttpResponse<String> answer) {
    return header(answer, "Content-Type");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}

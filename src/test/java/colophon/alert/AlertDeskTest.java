package colophon.alert;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.attest.KeyFolder;
import colophon.attest.LogStore;
import colophon.capture.PollStore;
import colophon.capture.PostWire;
import colophon.copydesk.Queue;
import colophon.database.TestDatabase;
import colophon.llm.CallHistory;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import colophon.pipeline.Run;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.Slot;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AlertDeskTest {

  private static final String SECRET = "a shared secret";

  /** One message as it reached the webhook. */
  private record Got(String signature, String message, String body) {}

  @TempDir private Path folder;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private int status = 204;
  private TestDatabase database;
  private HttpServer hook;
  private SmtpPeer smtp;
  private AlertStore store;
  private RunLog log;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    store = new AlertStore(database.jdbc());
    log = new RunLog(database.jdbc(), () -> now);
    smtp = new SmtpPeer();
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/hook", this::take);
    hook.start();
  }

  @AfterEach
  void close() throws Exception {
    hook.stop(0);
    smtp.close();
    database.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    got.add(
        new Got(
            exchange.getRequestHeaders().getFirst(Webhooks.SIGNATURE),
            exchange.getRequestHeaders().getFirst(Webhooks.MESSAGE),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void aTroubleIsToldOnceWhenItBeginsAndOnceWhenItIsOver() throws Exception {
    AlertDesk desk = desk(webhook(true));
    desk.beat();
    assertThat(got).isEmpty();

    Run run = broken();
    desk.beat();
    desk.beat();
    assertThat(got).hasSize(1);
    assertThat(got.getFirst().body())
        .contains("\"phase\":\"begun\"", "\"kind\":\"run-failed\"", "broke down and has not ended")
        .doesNotContain(SECRET);
    String time = "" + now.getEpochSecond();
    assertThat(got.getFirst().signature())
        .isEqualTo(
            "t=" + time + ",v1=" + Webhooks.signature(SECRET, time + "." + got.getFirst().body()));

    database
        .jdbc()
        .sql(
            "insert into run_end (run_id, ended_at, outcome, summary) values (?, now(), 'done', '')")
        .param(run.id())
        .update();
    desk.beat();
    desk.beat();
    assertThat(got).hasSize(2);
    assertThat(got.getLast().body()).contains("\"phase\":\"over\"", "\"ended\":");
    assertThat(store.open()).isEmpty();
    assertThat(store.messages(10))
        .extracting(AlertStore.Message::outcome)
        .containsOnly("delivered");
  }

  @Test
  void aMessageIsTriedAgainEverMoreSeldomAndItsAnswersAreKept() throws Exception {
    AlertDesk desk = desk(webhook(true));
    broken();
    status = 503;
    desk.beat();
    desk.beat();
    assertThat(got).hasSize(1);
    now = now.plus(AlertDesk.FIRST_REST);
    status = 204;
    desk.beat();
    assertThat(got).extracting(Got::message).containsOnly(got.getFirst().message()).hasSize(2);
    assertThat(
            database
                .jdbc()
                .sql("select outcome || ': ' || answer from alert_try order by number")
                .query(String.class)
                .list())
        .containsExactly("failed: status 503", "delivered: status 204");
    assertThat(AlertDesk.rest(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(AlertDesk.rest(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(AlertDesk.rest(14)).isEqualTo(AlertDesk.MOST_REST);
  }

  @Test
  void aMessageThatNobodyTakesIsGivenUpAtLast() throws Exception {
    AlertDesk desk = desk(webhook(true));
    broken();
    status = 500;
    for (int i = 0; i < AlertDesk.MOST_TRIES + 3; i++) {
      desk.beat();
      now = now.plus(AlertDesk.MOST_REST);
    }
    assertThat(got).hasSize(AlertDesk.MOST_TRIES);
    assertThat(store.messages(1).getFirst().outcome()).isEqualTo("given up");
  }

  @Test
  void anInternalAddressIsOpenedOnlyWhereItIsAllowed() throws Exception {
    AlertDesk desk = desk(webhook(false));
    assertThat(desk.test())
        .extracting(AlertStore.Message::answer)
        .allMatch(answer -> answer.contains("is not opened; allow 127.0.0.1"));
    assertThat(got).isEmpty();
  }

  @Test
  void mailIsWrittenToEachRecipientAndOneThatIsRefusedIsSaid() throws Exception {
    AlertDesk desk =
        desk(
            """
            alerts:
              mail:
                server: 127.0.0.1
                port: %d
                security: none
                from: colophon@desk.example
                to: [olga@desk.example, %s]
                allow: ["127.0.0.1:%d"]
            """
                .formatted(smtp.port(), SmtpPeer.REFUSED, smtp.port()));
    broken();
    desk.beat();
    assertThat(smtp.mails()).hasSize(1);
    assertThat(smtp.mails().getFirst())
        .contains(
            "To: olga@desk.example",
            "From: colophon@desk.example",
            "Auto-Submitted: auto-generated",
            "run failed",
            "broke down and has not ended");
    assertThat(store.messages(10))
        .extracting(message -> message.recipient() + " " + message.outcome())
        .containsExactlyInAnyOrder("olga@desk.example delivered", SmtpPeer.REFUSED + " failed");
    assertThat(store.messages(10))
        .anyMatch(message -> message.answer().contains("no such person here"));
  }

  @Test
  void withoutASecretNothingIsSentUnsigned() throws Exception {
    AlertDesk desk = desk(webhook(true).replace("TEST_SECRET", "OTHER_SECRET"));
    assertThat(desk.test().getFirst().answer()).contains("OTHER_SECRET is not set");
    assertThat(got).isEmpty();
  }

  @Test
  void silenceFailingSourcesBudgetsAndKeysAreTroublesToo() throws Exception {
    String rules = "  noBriefFor: PT24H\n  sourceFailsInARow: 3\n  keyEndsWithin: P90D\n";
    AlertDesk desk = desk(webhook(true) + rules);
    desk.beat();
    assertThat(store.open()).isEmpty();
    database
        .jdbc()
        .sql(
            """
            insert into poll (source_id, polled_at, captured, unchanged, failures_in_a_row, next_poll)
            values ('wire', :now, 0, 0, 3, :now)
            """)
        .param("now", Timestamp.from(now))
        .update();
    now = now.plus(Duration.ofHours(25));
    Files.delete(folder.resolve("keys").resolve("log.key"));
    desk.beat();
    assertThat(store.open())
        .extracting(alert -> alert.kind() + " " + alert.about())
        .containsExactlyInAnyOrder(
            "no-brief pipeline samples", "source-failing source wire", "signing-keys signing keys");
  }

  private String webhook(boolean allowed) {
    int port = hook.getAddress().getPort();
    return """
    alerts:
      webhooks:
        - address: http://127.0.0.1:%d/hook
          secretVariable: TEST_SECRET
          allow: [%s]
    """
        .formatted(port, allowed ? "\"127.0.0.1:" + port + "\"" : "");
  }

  private Run broken() throws Exception {
    Run run = log.begin(pipeline(), new Slot("2026-03-02T08:00", now), "schedule");
    database
        .jdbc()
        .sql(
            """
            insert into run_item (run_id, stage, item, outcome, reason, problem, noted_at)
            values (:run, 'fetch', 'attempt 1', 'broke down', 'It failed.', true, :now)
            """)
        .param("run", run.id())
        .param("now", Timestamp.from(now))
        .update();
    return run;
  }

  private static Pipeline pipeline() throws Exception {
    Path file = Path.of("pipeline", "samples.yaml");
    return PipelineReader.read(file.toString(), Files.readAllBytes(file), file.getParent());
  }

  private AlertDesk desk(String alerts) throws Exception {
    String house = Files.readString(Path.of("pipeline", "newsroom.yaml")) + "\n" + alerts;
    var newsroom = Newsroom.read("newsroom.yaml", house.getBytes(StandardCharsets.UTF_8));
    var definitions = new Definitions(newsroom, new TreeMap<>(Map.of("samples", pipeline())));
    var jdbc = database.jdbc();
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    var applied = new DefinitionStore(jdbc, () -> now);
    applied.apply("pipeline", "samples", new byte[] {1}, "test");
    var watch =
        new TroubleWatch(
            new Timetable(jdbc, log, applied, transaction, () -> now),
            applied,
            new RunHistory(jdbc),
            new PublicationStore(jdbc, () -> now),
            new PollStore(jdbc, transaction),
            new CallHistory(jdbc),
            new Queue(jdbc, () -> now),
            LogStore.toRead(jdbc, () -> now),
            KeyFolder.open(folder.resolve("keys")),
            null,
            () -> now);
    Map<String, String> environment = Map.of("TEST_SECRET", SECRET);
    return new AlertDesk(
        definitions,
        watch,
        store,
        new Webhooks(new PostWire(), environment),
        new MailSender(environment),
        transaction,
        () -> now);
  }
}

package colophon.attest;

import colophon.database.Database;
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
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nodes attest at once against one embedded PostgreSQL, each a process of its own: the record is
 * assembled and signed, one transaction with the log's head locked keeps record, files and leaf,
 * and another the signed checkpoint. Rendering comes before and is not counted. Arguments: the
 * number of nodes (2) and of attestations a node (600).
 */
public final class AttestationBenchmark {

  private static final int NODES = 2;
  private static final int EACH = 600;

  /** Until the compiler has little left to do. */
  private static final int WARM_UP = 1_500;

  private static final Instant PUBLISHED = Instant.parse("2026-05-07T13:00:00Z");

  private AttestationBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("node")) {
      node(Path.of(arguments[1]), arguments[2], Integer.parseInt(arguments[3]));
      System.exit(0);
    }
    int nodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : NODES;
    int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EACH;
    Path folder = Files.createTempDirectory("attestation-benchmark");
    KeyFolder.open(folder.resolve("keys"));
    try (var database = open(folder)) {
      JdbcClient jdbc = JdbcClient.create(database.source());
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        System.out.println(
            setting + " " + jdbc.sql("show " + setting).query(String.class).single());
      }
      for (boolean checkpoints : new boolean[] {false, true}) {
        measure(folder, jdbc, nodes, each, checkpoints);
      }
    }
    System.exit(0);
  }

  private static void measure(
      Path folder, JdbcClient jdbc, int nodes, int each, boolean checkpoints) throws Exception {
    var started = new ArrayList<Process>();
    var out = new ArrayList<BufferedReader>();
    for (int i = 0; i < nodes; i++) {
      Process process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-Djava.awt.headless=true",
                  AttestationBenchmark.class.getName(),
                  "node",
                  folder.toString(),
                  checkpoints + "-" + i,
                  Integer.toString(each))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      started.add(process);
      out.add(
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }
    for (BufferedReader node : out) {
      await(node, "READY");
    }
    long before = count(jdbc);
    long from = System.nanoTime();
    for (Process process : started) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }
    double ofNodes = 0;
    double ofSessions = 0;
    for (BufferedReader node : out) {
      String[] millis = await(node, "DONE").split(" ");
      ofNodes += Double.parseDouble(millis[0]);
      ofSessions += Double.parseDouble(millis[1]);
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    long made = count(jdbc) - before;
    for (Process process : started) {
      process.waitFor();
    }
    System.out.printf(
        Locale.ROOT,
        "%d nodes, %s: %d attestations in %.1f s, %.0f a second;"
            + " processor time for each: node %.2f ms, its session %.2f ms%n",
        nodes,
        checkpoints ? "each with its own checkpoint" : "attested and logged",
        made,
        seconds,
        made / seconds,
        ofNodes / made,
        ofSessions / made);
  }

  private static long count(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from attestation").query(Long.class).single();
  }

  /** Waits for a line that begins with that word, and gives its rest. */
  private static String await(BufferedReader out, String word) throws Exception {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(word)) {
        return line.substring(word.length()).strip();
      }
    }
    throw new IllegalStateException("a node ended before it said " + word);
  }

  private static void node(Path folder, String name, int each) throws Exception {
    boolean checkpoints = name.startsWith("true");
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"));
    try (var database = open(folder)) {
      JdbcClient jdbc = JdbcClient.create(database.source());
      var transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
      LogStore log =
          LogStore.open(
              jdbc,
              new NoteSigner(
                  NoteKey.ofLog("wire.example/log", keys.log().getPublic()),
                  keys.log().getPrivate()),
              Clock.systemUTC());
      var attestor =
          new Attestor(
              ManifestKey.open(keys, "SAMPLE Wire", Clock.systemUTC()),
              log,
              TimeStampAuthority.NONE,
              jdbc,
              Clock.systemUTC());
      var piece = PublishableBriefs.piece("d-1", "Harbour: Open to Boats");
      var circumstances = new Circumstances(run(), piece.snapshots(), null, "USD");
      for (Edition edition : editions(piece, name + " warm-up", WARM_UP)) {
        attest(attestor, log, transaction, edition, circumstances, checkpoints);
      }
      List<Edition> editions = editions(piece, name, each);
      System.out.println("READY");
      System.out.flush();
      int session = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
      System.in.read();
      long node = ProcessHandle.current().pid();
      long ofNode = processorMillis(node);
      long ofSession = processorMillis(session);
      for (Edition edition : editions) {
        attest(attestor, log, transaction, edition, circumstances, checkpoints);
      }
      System.out.println(
          "DONE "
              + (processorMillis(node) - ofNode)
              + " "
              + (processorMillis(session) - ofSession));
      System.out.flush();
    }
  }

  /** The processor time that a process has had, from Linux's own account in hundredths. */
  private static long processorMillis(long pid) throws Exception {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
  }

  private static void attest(
      Attestor attestor,
      LogStore log,
      TransactionTemplate transaction,
      Edition edition,
      Circumstances circumstances,
      boolean checkpoint) {
    Prepared prepared = attestor.prepare(edition, PublishableBriefs.imprint(), circumstances);
    transaction.executeWithoutResult(status -> attestor.append(prepared));
    if (checkpoint) {
      transaction.executeWithoutResult(status -> log.checkpoint());
    }
  }

  private static List<Edition> editions(PublishableBriefs.Piece piece, String name, int number) {
    var fetched = new HashMap<Digest, Instant>();
    piece.snapshots().forEach((digest, snapshot) -> fetched.put(digest, snapshot.fetchedAt()));
    var press = new EditionPress();
    var editions = new ArrayList<Edition>();
    for (int i = 0; i < number; i++) {
      String id = "b-" + Digest.ofText(name + " " + i).hex().substring(0, 16);
      var plan =
          new VersionPlan(
              id,
              new Slug(id),
              1,
              VersionPlan.Kind.ORIGINAL,
              null,
              PUBLISHED,
              PUBLISHED,
              "samples");
      var printed =
          press.print(
              piece.approved(),
              piece.dossier(),
              plan,
              PublishableBriefs.imprint(),
              PublishableBriefs.label(),
              fetched);
      editions.add(((Printing.Printed) printed).edition());
    }
    return editions;
  }

  private static RecordedRun run() {
    return new RecordedRun(
        "r-0123456789abcdef",
        "samples",
        Digest.ofText("a definition"),
        null,
        "2026-05-07T15:00+02:00",
        "command line",
        PUBLISHED,
        "Colophon",
        "0.1.0",
        "test",
        "grounder/1");
  }

  private static Database open(Path folder) throws Exception {
    return Database.open(folder, Map.of("HOME", System.getProperty("user.home")));
  }
}

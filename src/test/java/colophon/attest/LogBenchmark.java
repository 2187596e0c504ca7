package colophon.attest;

import colophon.database.Database;
import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogEntry;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.tlog.TlogProof;
import colophon.tlog.TreeNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A log of a million leaves in the embedded PostgreSQL: how long an inclusion proof takes, and how
 * long the inspection of the whole log. Arguments: the number of leaves (1000000) and after how
 * many of them each checkpoint was signed (100); they are made beforehand and that time is not
 * counted.
 */
public final class LogBenchmark {

  private static final int LEAVES = 1_000_000;
  private static final int LEAVES_A_CHECKPOINT = 100;

  /** About the size of a leaf of the log: digest, signature and public key in JSON. */
  private static final int ENTRY_BYTES = 520;

  private static final int WARM_UP = 1_000;
  private static final int PROOFS = 5_000;
  private static final long SEED = 20260507;
  private static final int ROWS_AT_ONCE = 5_000;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-07T13:00:00Z"));

  private LogBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int leaves = arguments.length > 0 ? Integer.parseInt(arguments[0]) : LEAVES;
    int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : LEAVES_A_CHECKPOINT;
    Path folder = Files.createTempDirectory("log-benchmark");
    KeyFolder keys = KeyFolder.open(folder.resolve("keys"));
    var signer =
        new NoteSigner(
            NoteKey.ofLog("wire.example/log", keys.log().getPublic()), keys.log().getPrivate());
    try (var database = Database.open(folder, Map.of("HOME", System.getProperty("user.home")))) {
      LogStore log = LogStore.open(JdbcClient.create(database.source()), signer, CLOCK);
      double making = seconds(() -> fill(database, signer, leaves, each));
      print("%,d leaves and %,d checkpoints made in %.0f s", leaves, leaves / each, making);
      proofs(log, leaves);
      inspect(log);
    }
    System.exit(0);
  }

  private static void proofs(LogStore log, int leaves) throws Exception {
    var random = new Random(SEED);
    var micros = new long[PROOFS];
    for (int i = -WARM_UP; i < PROOFS; i++) {
      int index = random.nextInt(leaves);
      long from = System.nanoTime();
      TlogProof proof = log.proof(index);
      long took = System.nanoTime() - from;
      Checkpoint checkpoint = Checkpoint.parse(proof.checkpoint().text());
      Digest leaf = log.entries(index, index + 1).getFirst().leafHash();
      if (!proof.inclusion(checkpoint.size()).proves(leaf, checkpoint.root())) {
        throw new IllegalStateException("a proof does not prove leaf " + index);
      }
      if (i >= 0) {
        micros[i] = took / 1_000;
      }
    }
    Arrays.sort(micros);
    print(
        "inclusion proof: median %.2f ms, 99 of 100 within %.2f ms, slowest of %,d %.2f ms",
        micros[PROOFS / 2] / 1e3,
        micros[PROOFS * 99 / 100] / 1e3,
        PROOFS,
        micros[PROOFS - 1] / 1e3);
  }

  private static void inspect(LogStore log) throws Exception {
    var results = new LogInspection.Result[1];
    double took =
        seconds(() ->
            results[0] =
                new LogInspection(log)
                    .inspect(Map.of("the kept one", log.latestCheckpoint().orElseThrow())));
    print(
        "fsck of %,d entries and %,d checkpoints: %.1f s, %s",
        results[0].entries(),
        results[0].checkpoints(),
        took,
        results[0].fault().isEmpty() ? "no fault" : results[0].fault().get().sentence());
  }

  private static void fill(Database database, NoteSigner signer, int leaves, int each)
      throws SQLException, IOException {
    try (var connection = database.source().getConnection()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      var random = new Random(SEED);
      var entries = new StringBuilder();
      var nodes = new StringBuilder();
      var checkpoints = new StringBuilder();
      MerkleTree tree = MerkleTree.EMPTY;
      for (int index = 0; index < leaves; index++) {
        byte[] body = new byte[ENTRY_BYTES];
        random.nextBytes(body);
        Digest leaf = new LogEntry(body).leafHash();
        entries.append("1\t").append(index).append("\t").append(hex(body)).append('\n');
        for (TreeNode node : tree.completedBy(leaf)) {
          nodes
              .append("1\t")
              .append(node.level())
              .append('\t')
              .append(node.index())
              .append('\t')
              .append(hex(node.hash().raw()))
              .append('\n');
        }
        tree = tree.append(leaf);
        if (tree.size() % each == 0 || tree.size() == leaves) {
          String note =
              Checkpoint.of(signer.key().name(), tree).sign(signer).format().replace("\n", "\\n");
          checkpoints.append("1\t").append(tree.size()).append('\t').append(note);
          checkpoints.append("\t2026-05-07T13:00:00Z\t").append(note).append('\n');
        }
        if (tree.size() % ROWS_AT_ONCE == 0 || tree.size() == leaves) {
          send(copy, "log_entry (epoch, index, body)", entries);
          send(copy, "log_node (epoch, level, index, hash)", nodes);
          send(copy, "log_checkpoint (epoch, size, note, signed_at, cosigned)", checkpoints);
        }
      }
      try (var statement = connection.createStatement()) {
        statement.execute("update log_head set size = " + leaves);
        statement.execute("analyze");
        statement.execute("checkpoint");
      }
    }
  }

  private static void send(CopyManager copy, String table, StringBuilder rows)
      throws SQLException, IOException {
    copy.copyIn(
        "copy " + table + " from stdin",
        new java.io.ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
    rows.setLength(0);
  }

  private static String hex(byte[] bytes) {
    return "\\\\x" + HexFormat.of().formatHex(bytes);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1e9;
  }

  private static void print(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}

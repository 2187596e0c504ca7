package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * c2pa-rs (through c2pa-node) and c2pa-ts, in one process of Node.js. They are installed by {@code
 * npm ci --ignore-scripts --prefix src/test/node}; without them nothing is asked, except under CI.
 */
public final class ForeignReaders implements AutoCloseable {

  private static final Path FOLDER = Path.of("src", "test", "node").toAbsolutePath();
  private static final int MOST_ANSWER = 4 * 1024 * 1024;

  private final Path work;
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private int asked;

  private ForeignReaders(Path work, Process process) {
    this.work = work;
    this.process = process;
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** What each of them said. */
  public record Verdict(
      String nodeState, List<String> nodeCodes, boolean tsValid, List<String> tsCodes) {}

  public static ForeignReaders start(Path work) throws IOException {
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(FOLDER.resolve("node_modules/@contentauth/c2pa-node"))
          .as("foreign readers are not installed: npm ci --ignore-scripts --prefix src/test/node")
          .exists();
      assumeThat(isOnPath("node")).as("foreign readers need Node.js").isTrue();
    }
    Process process =
        new ProcessBuilder("node", FOLDER.resolve("judge.mjs").toString())
            .redirectError(work.resolve("node-errors.txt").toFile())
            .start();
    return new ForeignReaders(work, process);
  }

  static boolean isOnPath(String program) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /** Asks both about a store beside its file. */
  public Verdict beside(byte[] store, byte[] asset, String mediaType, @Nullable String anchors)
      throws IOException {
    return ask(store, asset, mediaType, null, anchors);
  }

  /**
   * Asks both.
   *
   * @param carrier where in the asset the store stands; null where it lies beside it
   * @param anchors roots in PEM; null to trust nobody
   */
  Verdict ask(
      byte[] store,
      byte[] asset,
      String mediaType,
      @Nullable ByteRange carrier,
      @Nullable String anchors)
      throws IOException {
    asked++;
    Path storeFile = Files.write(work.resolve(asked + ".c2pa"), store);
    Path assetFile = Files.write(work.resolve(asked + ".asset"), asset);
    Path anchorFile = work.resolve(asked + ".pem");
    if (anchors != null) {
      Files.writeString(anchorFile, anchors);
    }
    String range =
        carrier == null
            ? "null"
            : "{\"start\":" + carrier.start() + ",\"length\":" + carrier.length() + "}";
    requests.write(
        "{\"store\":\""
            + storeFile
            + "\",\"asset\":\""
            + assetFile
            + "\",\"mediaType\":\""
            + mediaType
            + "\",\"anchors\":"
            + (anchors == null ? "null" : "\"" + anchorFile + "\"")
            + ",\"carrier\":"
            + range
            + "}\n");
    requests.flush();
    String line = answers.readLine();
    assertThat(line)
        .as("the foreign readers say nothing; " + Files.readString(work.resolve("node-errors.txt")))
        .isNotNull()
        .hasSizeLessThan(MOST_ANSWER);
    Files.deleteIfExists(storeFile);
    Files.deleteIfExists(assetFile);
    Files.deleteIfExists(anchorFile);
    return verdict(line);
  }

  private static Verdict verdict(String line) {
    try {
      Json.Obj answer =
          (Json.Obj) JsonReader.read(line.getBytes(StandardCharsets.UTF_8), MOST_ANSWER);
      Json.Obj node = (Json.Obj) answer.get("c2paNode");
      Json.Obj ts = (Json.Obj) answer.get("c2paTs");
      return new Verdict(
          text(node.get("state")),
          texts(node.get("codes")),
          Json.of(true).equals(ts.get("valid")),
          texts(ts.get("codes")));
    } catch (JsonFormatException e) {
      throw new AssertionError(line, e);
    }
  }

  private static String text(@Nullable Json value) {
    return ((Json.Str) value).value();
  }

  private static List<String> texts(@Nullable Json value) {
    List<String> texts = new ArrayList<>();
    ((Json.Arr) value).items().forEach(item -> texts.add(text(item)));
    return texts;
  }

  @Override
  public void close() throws IOException {
    requests.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

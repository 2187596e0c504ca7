package colophon.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The history as ProvToolbox, which others wrote, reads it and writes it again. The build lays its
 * two libraries into {@code target/provtoolbox}; they run in a program of their own.
 */
class ProvToolboxTest {

  private static final Path LIBRARIES = Path.of("target", "provtoolbox");
  private static final Path PROGRAM = Path.of("src", "test", "provtoolbox", "ReadHistory.java");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("PROV_ENTITY", "entity"),
          Map.entry("PROV_ACTIVITY", "activity"),
          Map.entry("PROV_AGENT", "agent"),
          Map.entry("PROV_USAGE", "used"),
          Map.entry("PROV_GENERATION", "wasGeneratedBy"),
          Map.entry("PROV_DERIVATION", "wasDerivedFrom"),
          Map.entry("PROV_ATTRIBUTION", "wasAttributedTo"),
          Map.entry("PROV_ASSOCIATION", "wasAssociatedWith"),
          Map.entry("PROV_DELEGATION", "actedOnBehalfOf"),
          Map.entry("PROV_SPECIALIZATION", "specializationOf"),
          Map.entry("PROV_MEMBERSHIP", "hadMember"));

  @TempDir private Path folder;

  @Test
  void readsEveryStatementThatWeWroteAndWritesItAgain() throws Exception {
    ProvenanceRecord one = SampleRecord.record(1, null);
    ProvenanceRecord two = SampleRecord.record(2, one.digest());
    Path written = folder.resolve(ProvJson.FILE);
    Path again = folder.resolve("again.json");
    Files.write(written, ProvJson.bytes(List.of(one, two)));
    Map<String, Integer> found = read(written, again);

    Map<String, List<String>> statements = statements(written);
    var counts = new TreeMap<String, Integer>();
    statements.forEach((kind, each) -> counts.put(kind, each.size()));
    assertThat(found).isEqualTo(counts);
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(KINDS.values());
    assertThat(statements(again)).isEqualTo(statements);
  }

  /** Reads one file and writes another; gives how many statements of each kind there were. */
  private Map<String, Integer> read(Path in, Path out) throws Exception {
    assumeThat(LIBRARIES)
        .as("ProvToolbox is not in " + LIBRARIES + "; a build with Maven puts it there")
        .isDirectory();
    String classes =
        LIBRARIES
            + File.separator
            + "*"
            + File.pathSeparator
            + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path printed = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                PROGRAM.toString(),
                in.toString(),
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
    var counts = new TreeMap<String, Integer>();
    for (String line : Files.readAllLines(printed)) {
      if (line.startsWith("PROV_")) {
        String[] parts = line.split(" ");
        counts.put(KINDS.getOrDefault(parts[0], parts[0]), Integer.valueOf(parts[1]));
      }
    }
    return counts;
  }

  /** Every statement by its kind, in a form in which neither order nor spelling matters. */
  private static Map<String, List<String>> statements(Path file) throws Exception {
    var statements = new TreeMap<String, List<String>>();
    JsonReader.readObject(Files.readAllBytes(file), 1 << 20)
        .members()
        .forEach((kind, all) -> {
          if (!kind.equals("prefix")) {
            var each = new ArrayList<String>();
            ((Json.Obj) all)
                .members()
                .forEach((name, statement) ->
                    each.add((name.startsWith("_:") ? "" : name + " ") + normal(statement)));
            each.sort(null);
            statements.put(kind, each);
          }
        });
    return statements;
  }

  private static String normal(Json statement) {
    var members = new TreeMap<String, Json>();
    ((Json.Obj) statement)
        .members()
        .forEach((name, value) ->
            members.put(
                name,
                value instanceof Json.Arr list
                    ? Json.array(
                        list.items().stream()
                            .sorted(Comparator.comparing(CanonicalJson::text))
                            .toList())
                    : value));
    String text = new String(CanonicalJson.bytes(new Json.Obj(members)), UTF_8);
    return text.replaceAll("(\\d\\d:\\d\\d:\\d\\d)\\.0+Z", "$1Z");
  }
}

package colophon.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import colophon.evidence.EvidenceBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence on the briefs of the sample newsroom, asked for and examined as an auditor would. */
class BundleCommandTest {

  @TempDir static Path folder;
  private static String home = "";
  private static String keys = "";
  private static String slug = "";
  private static Path bundle = Path.of("");
  private static SortedMap<String, byte[]> entries = new TreeMap<>();

  @BeforeAll
  static void publish() throws IOException {
    Path made = folder.resolve("newsroom");
    home = made.toString();
    keys = made.resolve("keys").toString();
    Demonstration.at(made);
    for (JsonNode brief : json(Console.run("show", "--json", "--home", home))) {
      if (brief.path("version").asString().startsWith("2")) {
        slug = brief.path("slug").asString();
      }
    }
    bundle = folder.resolve("evidence.zip");
    Console written = bundle(bundle);
    assertThat(written.code()).as(written.text()).isEqualTo(ExitCode.DONE);
    assertThat(written.out()).contains("colophon verify " + bundle);
    entries = BundleEntries.unpacked(bundle);
  }

  @Test
  void theBundleHoldsEverythingByItsPlace() {
    String version = "briefs/" + slug + "/v2/";
    assertThat(entries)
        .containsKeys(
            "README.txt",
            "SHA256SUMS",
            "manifest.json",
            "evidence.html",
            version + "index.html",
            version + "brief.txt",
            version + "record.json",
            version + "attestation.dsse.json",
            version + "record.tlog-proof",
            "briefs/" + slug + "/status.dsse.json",
            "earlier/v1/record.json",
            "earlier/v1/attestation.dsse.json",
            "earlier/v1/record.tlog-proof",
            "trust/keys.json",
            "sources/snapshots.warc.gz",
            "writing/story.json",
            "writing/prompt.txt",
            "writing/request.json",
            "writing/answer.json",
            "writing/calls.json",
            "check/grounding.json",
            "check/embeddings.json",
            "review/events.json");
    assertThat(entries.keySet()).anyMatch(name -> name.matches("sources/articles/a-.*\\.txt"));
    assertThat(entries.keySet()).anyMatch(name -> name.matches("writing/drafts/d-.*\\.json"));
    assertThat(text("manifest.json")).contains("came along", "VALID at most");
  }

  @Test
  void theSameVersionGivesTheSameBytesAgain() throws IOException {
    Path again = folder.resolve("again.zip");
    assertThat(bundle(again).code()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(bundle));
  }

  @Test
  void itIsTrustedWithTheKeysAndValidWithThoseThatCameAlong() {
    Console trusted = Console.run("verify", bundle.toString(), "--trust", keys);
    assertThat(trusted.code()).as(trusted.text()).isEqualTo(0);
    assertThat(trusted.out())
        .contains(
            "[manifest.matches]",
            "[snapshot.archived]",
            "[citation.found]",
            "[model.matches]",
            "[chain.follows]",
            "[status.",
            "[bundle.unsigned]");
    Console valid = Console.run("verify", bundle.toString());
    assertThat(valid.code()).as(valid.text()).isEqualTo(10);
  }

  @Test
  void unpackedItsVersionIsVerifiedLikeAnyFolder() throws IOException {
    Path unpacked = unpack("unpacked");
    Path version = unpacked.resolve("briefs").resolve(slug).resolve("v2");
    assertThat(Console.run("verify", version.toString(), "--trust", keys).code()).isEqualTo(0);
  }

  @Test
  void noSecretAndNoPathOfThisMachineGetsIn() throws IOException {
    String privateKey = Base64.getEncoder().encodeToString(newestKey()).substring(0, 60);
    entries.forEach((name, bytes) -> {
      String content = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
      if (name.endsWith(".warc.gz")) {
        content = gunzipped(bytes);
      }
      assertThat(content)
          .as(name)
          .doesNotContain(home)
          .doesNotContain(folder.toString())
          .doesNotContain(Path.of("").toAbsolutePath().toString())
          .doesNotContain(System.getProperty("user.home") + "/")
          .doesNotContain("PRIVATE KEY")
          .doesNotContain(privateKey)
          .doesNotContain("file:/");
    });
  }

  @Test
  void theSheetShowsEachSentenceBesideTheWordsItRestsOnAndNeedsNothingElse() {
    String sheet = text("evidence.html");
    assertThat(sheet).contains("<mark>", "What this does not show", "AI-generated", "Approved by");
    assertThat(sheet).doesNotContain("src=", "href=", "<script", "@import", "url(");
    String draft =
        entries.keySet().stream()
            .filter(name -> name.startsWith("writing/drafts/"))
            .findFirst()
            .orElseThrow();
    JsonNode brief = new JsonMapper().readTree(entries.get(draft)).path("brief");
    assertThat(sheet).contains(escaped(brief.path("headline").path("text").asString()));
    for (JsonNode sentence : brief.path("lede")) {
      assertThat(sheet).contains(escaped(sentence.path("text").asString()));
      assertThat(sheet)
          .contains(escaped(sentence.path("citations").path(0).path("quote").asString()));
    }
  }

  @Test
  void theCommandsOfItsReadmeLeadToTheSameAnswerWithoutColophon() throws Exception {
    for (String program : List.of("sha256sum", "openssl", "node", "bash")) {
      assumeThat(runs(program)).as(program + " is not installed").isTrue();
    }
    Path unpacked = unpack("by hand");
    var script = new StringBuilder("set -e\n");
    boolean commands = false;
    for (String line : text("README.txt").lines().toList()) {
      commands =
          (commands || line.startsWith("HOW TO CHECK IT WITHOUT"))
              && !line.startsWith("WHAT IS IN");
      if (commands && line.startsWith("     ")) {
        script.append(line.substring(5)).append('\n');
      }
    }
    String said = run(unpacked, "bash", "-c", script.toString());
    assertThat(said).contains("Verified OK", "same index.html", "found h", "same request");
    assertThat(said).doesNotContain("CHANGED", "NOT FOUND", "FAILED");
    JsonNode record = new JsonMapper().readTree(entries.get("briefs/" + slug + "/v2/record.json"));
    for (JsonNode source : record.path("sources")) {
      assertThat(said).contains("WARC-Payload-Digest: " + source.path("body").asString());
    }
    Files.writeString(unpacked.resolve("writing/answer.json"), "{}");
    assertThat(run(unpacked, "bash", "-c", script.substring("set -e\n".length())))
        .contains("FAILED", "CHANGED answer");
  }

  @Test
  void everyChangedFileIsNoticed() throws IOException {
    for (String name : entries.keySet()) {
      var changed = new TreeMap<>(entries);
      byte[] bytes = changed.get(name).clone();
      // Of the manifest a digest, not a word of what it says beside: that is nobody's promise.
      int at =
          name.equals("manifest.json")
              // Read as bytes: a title in the list may hold letters of more than one byte.
              ? new String(bytes, ISO_8859_1).lastIndexOf("sha256:") + 20
              : bytes.length / 2;
      bytes[at] ^= 1;
      changed.put(name, bytes);
      assertThat(verified(changed).code()).as(name).isEqualTo(20);
      changed.remove(name);
      assertThat(verified(changed).code()).as("without " + name).isEqualTo(20);
    }
    var more = new TreeMap<>(entries);
    more.put("more.txt", "x".getBytes(UTF_8));
    assertThat(verified(more).out()).contains("[manifest.differs]");
  }

  @Test
  void whatTheSignedRecordNamesIsNoticedThoughTheManifestIsMadeToFit() throws IOException {
    String article =
        entries.keySet().stream()
            .filter(name -> name.matches("sources/articles/.*\\.txt"))
            .findFirst()
            .orElseThrow();
    String version = "briefs/" + slug + "/v2/";
    assertThat(fitted(article, "Another text.".getBytes(UTF_8))).contains("[text.differs]");
    assertThat(fitted(article, null)).contains("[text.missing]");
    assertThat(fitted("writing/request.json", "{}".getBytes(UTF_8))).contains("[model.differs]");
    assertThat(fitted("writing/answer.json", null)).contains("[model.missing]");
    assertThat(fitted("sources/snapshots.warc.gz", null)).contains("[snapshot.missing]");
    byte[] warc = entries.get("sources/snapshots.warc.gz");
    assertThat(fitted("sources/snapshots.warc.gz", Arrays.copyOf(warc, warc.length - 9)))
        .contains("[archive.malformed]");
    assertThat(fitted(version + "index.html", "<main></main>".getBytes(UTF_8)))
        .contains("[artefact.changed]");
    assertThat(fitted(version + "more.txt", "x".getBytes(UTF_8))).contains("[artefact.unexpected]");
    assertThat(fitted("earlier/v1/record.json", "{}".getBytes(UTF_8)))
        .contains("[chain.broken]", "[record.");
    assertThat(fitted("earlier/v1/record.tlog-proof", "x".getBytes(UTF_8)))
        .contains("[proof.malformed]");
    assertThat(fitted("trust/keys.json", null)).contains("[attestation.key-unknown]");
  }

  @Test
  void anyDamageToTheZipEndsInFindings() throws IOException {
    byte[] zip = Files.readAllBytes(bundle);
    var random = new Random(11);
    Path file = folder.resolve("damaged.zip");
    for (int i = 0; i < 120; i++) {
      byte[] damaged = zip.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, i % 3 == 0 ? Arrays.copyOf(zip, random.nextInt(zip.length)) : damaged);
      Console damage = Console.run("verify", file.toString());
      if (damage.code() == 10) {
        // A date or an attribute in a header: no file is another for it.
        assertThat(BundleEntries.unpacked(file)).usingRecursiveComparison().isEqualTo(entries);
      } else {
        assertThat(damage.code()).as(damage.text()).isIn(20, 64);
      }
    }
  }

  @Test
  void anEarlierVersionHasItsOwnBundle() throws IOException {
    Path first = folder.resolve("first.zip");
    String[] line = {"bundle", slug, "--version", "1", "--out", first.toString(), "--home", home};
    assertThat(Console.run(line).code()).isEqualTo(ExitCode.DONE);
    Console verified = Console.run("verify", first.toString(), "--trust", keys);
    assertThat(verified.code()).as(verified.text()).isEqualTo(0);
    assertThat(verified.out()).contains("[status.superseded]");
    Console none = Console.run("bundle", slug, "--version", "9", "--home", home);
    assertThat(none.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(none.err()).contains("no version 9", "1, 2");
    assertThat(Console.run("bundle", "nothing", "--home", home).code())
        .isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  void archivedCopiesLeaveAsWarcAndComeBackOnce() throws IOException {
    Path file = folder.resolve("copies.warc.gz");
    Console brief = Console.run("warc", "export", "--brief", slug, file.toString(), "--home", home);
    assertThat(brief.out()).as(brief.text()).contains("archived copies to " + file);
    Path all = folder.resolve("all.warc.gz");
    assertThat(Console.run("warc", "export", "--all", all.toString(), "--home", home).code())
        .isEqualTo(ExitCode.DONE);
    assertThat(Files.size(all)).isGreaterThan(Files.size(file));
    Console known = Console.run("warc", "import", file.toString(), "--home", home);
    assertThat(known.out()).as(known.text()).contains("Imported 0 archived copies");
    String elsewhere = folder.resolve("elsewhere").toString();
    Console imported = Console.run("warc", "import", all.toString(), "--home", elsewhere);
    assertThat(imported.out()).as(imported.text()).contains("; 0 were there already");
    Path again = folder.resolve("again.warc.gz");
    Console.run("warc", "export", "--all", again.toString(), "--home", elsewhere);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(all));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1_000));
    Console refused = Console.run("warc", "import", file.toString(), "--home", elsewhere);
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("is refused, and nothing of it was kept");
    assertThat(Console.run("warc", "export", file.toString()).code()).isEqualTo(ExitCode.USAGE);
  }

  private static String fitted(String name, byte[] bytes) throws IOException {
    var changed = new TreeMap<>(entries);
    if (bytes == null) {
      changed.remove(name);
    } else {
      changed.put(name, bytes);
    }
    BundleEntries.refit(changed);
    Console verified = verified(changed);
    assertThat(verified.code()).as(name).isEqualTo(20);
    assertThat(verified.out()).doesNotContain("[manifest.differs]");
    return verified.out();
  }

  private static Console verified(SortedMap<String, byte[]> files) throws IOException {
    Path file = Files.write(folder.resolve("changed.zip"), new EvidenceBundle(null, files).zip());
    return Console.run("verify", file.toString());
  }

  private static Console bundle(Path file) {
    return Console.run("bundle", slug, "--out", file.toString(), "--home", home);
  }

  private static Path unpack(String name) throws IOException {
    Path target = folder.resolve(name);
    for (var entry : entries.entrySet()) {
      Path file = target.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    return target;
  }

  private static byte[] newestKey() throws IOException {
    try (var files = Files.list(Path.of(keys))) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY")) {
          return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        }
      }
    }
    throw new IllegalStateException("no private key lies in " + keys);
  }

  private static String gunzipped(byte[] bytes) {
    try (var in = new colophon.kernel.GzipMembers(new ByteArrayInputStream(bytes), 1L << 30)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean runs(String program) {
    try {
      return new ProcessBuilder(program, program.equals("openssl") ? "version" : "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static String run(Path where, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String text(String name) {
    return new String(entries.get(name), UTF_8);
  }

  private static JsonNode json(Console console) {
    assertThat(console.err()).isEmpty();
    return new JsonMapper().readTree(console.out());
  }
}

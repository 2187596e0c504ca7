package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.evidence.EvidenceBundle;
import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.verify.BundleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample newsroom, from which things are erased by order of a court.
 *
 * @param folder for bundles
 * @param slug of a brief of two versions
 */
record ErasingNewsroom(Path folder, String home, String slug) {

  static final String COURT = "District Court of Alder, 3 O 12/26";

  static ErasingNewsroom publish(Path folder) {
    String home = folder.resolve("newsroom").toString();
    Demonstration.at(Path.of(home));
    String slug = "";
    Console shown = Console.run("show", "--json", "--home", home);
    for (JsonNode brief : new JsonMapper().readTree(shown.out())) {
      if (brief.path("version").asString().startsWith("2")) {
        slug = brief.path("slug").asString();
      }
    }
    return new ErasingNewsroom(folder, home, slug);
  }

  String keys() {
    return Path.of(home, "keys").toString();
  }

  /** A command in this newsroom. */
  Console run(String... line) {
    var whole = new ArrayList<>(List.of(line));
    whole.addAll(List.of("--home", home));
    return Console.run(whole.toArray(String[]::new));
  }

  Console erase(String... line) {
    var whole = new ArrayList<>(List.of("erase"));
    whole.addAll(List.of(line));
    whole.addAll(List.of("--order", COURT, "--reason", "the witness's address"));
    return run(whole.toArray(String[]::new));
  }

  SortedMap<String, byte[]> bundle(String name) throws IOException {
    return bundle(name, ExitCode.DONE);
  }

  SortedMap<String, byte[]> bundle(String name, int code) throws IOException {
    Path file = folder.resolve(name);
    Console written = run("bundle", slug, "--out", file.toString());
    assertThat(written.code()).as(written.text()).isEqualTo(code);
    return BundleFiles.read(file);
  }

  ProvenanceRecord record(SortedMap<String, byte[]> bundle) throws ProvenanceFormatException {
    return ProvenanceRecord.parse(bundle.get("briefs/" + slug + "/v2/record.json"));
  }

  static String tombstone(Digest digest) {
    return "erased/" + digest.hex() + ".dsse.json";
  }

  /** What the verifier says of a bundle whose manifest was written anew; it is refused. */
  String refused(SortedMap<String, byte[]> files) throws IOException {
    BundleEntries.refit(files);
    Path file = Files.write(folder.resolve("changed.zip"), new EvidenceBundle(null, files).zip());
    Console verified = Console.run("verify", file.toString(), "--trust", keys());
    assertThat(verified.code()).as(verified.text()).isEqualTo(20);
    return verified.out();
  }

  long rows(String table) {
    return KeptBytes.rows(home, table);
  }

  List<String> placesOf(byte[] needle) {
    return KeptBytes.placesOf(home, needle);
  }

  /** A statement of the database that stands in for time or an accident. */
  void update(String statement) {
    try (var newsroom = KeptBytes.open(home)) {
      newsroom.room(JdbcClient.class).sql(statement).update();
    }
  }
}

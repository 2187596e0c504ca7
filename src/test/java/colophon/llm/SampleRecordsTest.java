package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import colophon.provenance.ProvJson;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records that the sample newsroom publishes, with the built-in writer. */
class SampleRecordsTest {

  private static SampleNewsroom newsroom;

  @BeforeAll
  static void publish(@TempDir Path home) throws Exception {
    newsroom = new SampleNewsroom(home);
    newsroom.run(
        SampleNewsroom.pipeline("samples", "  use: extractive\n", ""), "2026-01-14T18:00+09:00");
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void everyOneValidatesAgainstThePublishedSchema() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("docs/schema/record-v1.schema.json")), InputFormat.JSON);
    assertThat(files("record.json")).hasSizeGreaterThanOrEqualTo(3);
    for (Path file : files("record.json")) {
      assertThat(
              schema.validate(
                  Files.readString(file),
                  InputFormat.JSON,
                  context ->
                      context.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void everyOneTellsWhatTheNewsroomKnows() throws Exception {
    for (Path file : files("record.json")) {
      ProvenanceRecord record = ProvenanceRecord.parse(Files.readAllBytes(file));
      assertThat(record.digest()).isEqualTo(Digest.of(Files.readAllBytes(file)));
      assertThat(record.run().slot()).isEqualTo("2026-01-14T18:00+09:00");
      assertThat(record.run().startedBy()).isEqualTo("test");
      assertThat(record.run().software()).isEqualTo("Colophon");
      assertThat(record.model().promptId()).isNotBlank();
      assertThat(record.sources())
          .extracting(RecordedSource::warcRecord)
          .allSatisfy(id -> assertThat(id).startsWith("urn:uuid:"));
    }
  }

  @Test
  void everyHistoryIsTheOneOfItsRecords() throws Exception {
    assertThat(files(ProvJson.FILE)).hasSizeGreaterThanOrEqualTo(3);
    for (Path file : files(ProvJson.FILE)) {
      Path record = file.resolveSibling("v1").resolve("record.json");
      assertThat(Files.readAllBytes(file))
          .isEqualTo(ProvJson.bytes(List.of(ProvenanceRecord.parse(Files.readAllBytes(record)))));
    }
  }

  private static List<Path> files(String name) throws IOException {
    try (var files = Files.walk(newsroom.site)) {
      return files.filter(file -> file.endsWith(name)).sorted().toList();
    }
  }
}

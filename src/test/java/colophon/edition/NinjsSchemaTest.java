package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Against the schemas that IPTC publishes. That of 3.2 (https://iptc.org/std/ninjs/) is looked for
 * where {@code COLOPHON_NINJS_SCHEMA} says, then among the open test data; in what we write it asks
 * for what 3.1 asks for, which lies there.
 */
class NinjsSchemaTest {

  private static final String FOLDER = "provenance/ninjs/schema/";

  @Test
  void theItemIsValidNinjs() throws Exception {
    validates(TestData.file(FOLDER + "ninjs-schema_3.1.json"));
  }

  @Test
  void theItemIsValidNinjsOfTheVersionThatItNames() throws Exception {
    String named = System.getenv("COLOPHON_NINJS_SCHEMA");
    Path schema = named == null ? TestData.file(FOLDER + "ninjs-schema_3.2.json") : Path.of(named);
    assumeThat(Files.isReadable(schema)).as(schema + " is not there").isTrue();
    assertThat(Files.readString(schema)).contains("ninjs-schema_3.2.json#");
    validates(schema);
  }

  @Test
  void theFieldsThatTheLabelAndTheSourcesNeedAreFilled() throws Exception {
    Json.Obj item =
        JsonReader.readObject(ninjs(SampleBriefs.reef()).getBytes(StandardCharsets.UTF_8), 1 << 20);
    assertThat(item.get("digitalSourceType"))
        .isEqualTo(
            Json.object(
                "name",
                Json.of("compositeWithTrainedAlgorithmicMedia"),
                "uri",
                Json.of(
                    "http://cv.iptc.org/newscodes/digitalsourcetype/"
                        + "compositeWithTrainedAlgorithmicMedia")));
    assertThat(((Json.Str) item.get("usageTerms")).value())
        .startsWith("AI-generated: verify with the original");
    for (String list : List.of("infoSources", "associations", "trustIndicators", "altIds")) {
      assertThat(((Json.Arr) item.get(list)).items()).as(list).isNotEmpty();
    }
    assertThat(item.get("standard"))
        .isEqualTo(
            Json.object(
                "name",
                Json.of("ninjs"),
                "schema",
                Json.of("http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#"),
                "version",
                Json.of("3.2")));
  }

  private static void validates(Path file) throws Exception {
    String schema =
        Files.readString(file)
            .replace(
                "\"$ref\": \"https://geojson.org/schema/GeoJSON.json#\"", "\"type\": \"object\"");
    Schema ninjs =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    var job = SampleBriefs.reef();
    for (SampleBriefs.Job one :
        List.of(job, job.with(SampleBriefs.correction("merrow", "31, not 13.")))) {
      assertThat(errors(ninjs, ninjs(one))).isEmpty();
    }
    assertThat(errors(ninjs, ninjs(job).replace("\"text\"", "\"prose\""))).isNotEmpty();
    assertThat(errors(ninjs, ninjs(job).replace("\"usageTerms\"", "\"usageterms\""))).isNotEmpty();
  }

  private static List<Error> errors(Schema schema, String document) {
    return schema.validate(
        document,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static String ninjs(SampleBriefs.Job job) {
    return new String(job.printed().artefacts().get(3).bytes(), StandardCharsets.UTF_8);
  }
}

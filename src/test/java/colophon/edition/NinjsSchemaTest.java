package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Against the newest ninjs schema at hand. 3.2 asks for no more than 3.1 in what we write, so the
 * older one is as strict.
 */
class NinjsSchemaTest {

  @Test
  void theItemIsValidNinjs() throws Exception {
    String schema =
        Files.readString(TestData.file("provenance/ninjs/schema/ninjs-schema_3.1.json"))
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

package colophon.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ProvenanceRecordTest {

  private static final Path EXAMPLE = Path.of("docs/schema/record-v1.example.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text(Path.of("docs/schema/record-v1.schema.json")), InputFormat.JSON);

  @Test
  void theExampleIsTheRecordOfTheSample() throws Exception {
    var mapper = JsonMapper.builder().build();
    String canonical = new String(SampleRecord.record().bytes(), UTF_8);
    String pretty =
        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(canonical))
            + "\n";
    if (Boolean.getBoolean("colophon.rewrite")) {
      Files.writeString(EXAMPLE, pretty);
    }
    assertThat(Files.readString(EXAMPLE)).isEqualTo(pretty);
  }

  @Test
  void theSchemaAcceptsTheExample() throws Exception {
    assertThat(SCHEMA.validate(Files.readString(EXAMPLE), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaNamesEveryMemberAndMissesEachThatIsNeeded() throws Exception {
    Json.Obj document = SampleRecord.record().document();
    var lenient = new ArrayList<String>();
    for (List<String> path : paths(document)) {
      Json.Obj without = without(document, path);
      boolean accepted = SCHEMA.validate(CanonicalJson.text(without), InputFormat.JSON).isEmpty();
      assertThat(accepted).as("schema and reader agree without " + path).isEqualTo(reads(without));
      if (accepted) {
        lenient.add(String.join(".", path));
      }
    }
    assertThat(lenient)
        .containsExactlyInAnyOrder(
            "brief.note",
            "brief.previousRecord",
            "run.schedule",
            "run.slot",
            "model.parameters.seed",
            "model.parameters.temperature",
            "model.costMicros",
            "review.openedAt",
            "review.changes.difference");
  }

  @Test
  void aRecordReadsBackAsItWasWritten() throws Exception {
    ProvenanceRecord record = SampleRecord.record();
    ProvenanceRecord read = ProvenanceRecord.parse(record.bytes());
    assertThat(read.bytes()).isEqualTo(record.bytes());
    assertThat(read.digest()).isEqualTo(Digest.of(record.bytes()));
    assertThat(read.brief()).isEqualTo(record.brief());
    assertThat(read.run()).isEqualTo(record.run());
    assertThat(read.sources()).isEqualTo(record.sources());
    assertThat(read.sentences()).isEqualTo(record.sentences());
    assertThat(read.model()).isEqualTo(record.model());
    assertThat(read.review()).isEqualTo(record.review());
    assertThat(read.label()).isEqualTo(record.label());
  }

  @Test
  void aReviewByTwoNamesBoth() throws Exception {
    var first =
        new RecordedReview.First(
            "Kim Seo-yeon",
            "editor",
            java.time.Instant.parse("2026-03-05T14:19:00Z"),
            List.of("l1"),
            "We saw it ourselves.");
    Json.Obj document = SampleRecord.record().document();
    Json.Obj review = ((Json.Obj) document.members().get("review")).with("first", first.json());
    Json.Obj both = document.with("review", review);
    RecordedReview read = ProvenanceRecord.parse(CanonicalJson.bytes(both)).review();
    assertThat(read.first()).isEqualTo(first);
    assertThat(CanonicalJson.text(read.json())).isEqualTo(CanonicalJson.text(review));
    assertThat(SCHEMA.validate(CanonicalJson.text(both), InputFormat.JSON)).isEmpty();
  }

  @Test
  void membersOfLaterVersionsSurvive() throws Exception {
    Json.Obj document = SampleRecord.record().document();
    Json.Obj brief = ((Json.Obj) document.members().get("brief")).with("mood", Json.of("calm"));
    Json.Obj later = document.with("brief", brief).with("erasure", Json.array(List.of()));
    ProvenanceRecord read = ProvenanceRecord.parse(CanonicalJson.bytes(later));
    assertThat(read.bytes()).isEqualTo(CanonicalJson.bytes(later));
    assertThat(read.brief()).isEqualTo(SampleRecord.record().brief());
    assertThat(SCHEMA.validate(CanonicalJson.text(later), InputFormat.JSON)).isEmpty();
  }

  @Test
  void aMemberOfALaterVersionSurvivesInEveryObjectOfTheDocument() throws Exception {
    var laters = new ArrayList<Json>();
    addEverywhere(SampleRecord.record().document(), later -> laters.add(later));
    assertThat(laters).hasSizeGreaterThan(25);
    for (Json later : laters) {
      byte[] bytes = CanonicalJson.bytes(later);
      ProvenanceRecord read = ProvenanceRecord.parse(bytes);
      assertThat(read.bytes()).isEqualTo(bytes);
      assertThat(read.digest()).isNotEqualTo(SampleRecord.record().digest());
      byte[] statement = Statement.of(read).bytes();
      assertThat(Statement.parse(statement).record().bytes()).isEqualTo(bytes);
      assertThat(Statement.parse(statement).bytes()).isEqualTo(statement);
      assertThat(SCHEMA.validate(CanonicalJson.text(later), InputFormat.JSON)).isEmpty();
    }
  }

  /** Gives the document once for each object in it, with one member more in that object. */
  private static void addEverywhere(Json value, java.util.function.Consumer<Json> taker) {
    switch (value) {
      case Json.Obj object -> {
        taker.accept(object.with("later", Json.of("unknown today")));
        object
            .members()
            .forEach((name, inner) ->
                addEverywhere(inner, changed -> taker.accept(object.with(name, changed))));
      }
      case Json.Arr array -> {
        for (int i = 0; i < array.items().size(); i++) {
          int place = i;
          addEverywhere(
              array.items().get(i),
              changed -> {
                var items = new ArrayList<>(array.items());
                items.set(place, changed);
                taker.accept(Json.array(items));
              });
        }
      }
      default -> {}
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":2 | \"version\":\"2\" | brief.version: expected a whole number",
        "\"version\":2 | \"version\":2.5 | brief.version: expected a whole number",
        "\"version\":2 | \"version\":-2 | brief.version: expected a whole number",
        "\"version\":2 | \"version\":1e300 | brief.version: expected a whole number",
        "\"sample\":true | \"sample\":1 | brief.sample: expected true or false, found 1",
        "\"kind\":\"correction\" | \"kind\":\"rumour\" | brief.kind: expected original, update",
        "\"schemaVersion\":1 | \"schemaVersion\":2 | schemaVersion: expected 1, found 2",
        "2026-03-05T12:10:00Z | yesterday | brief.firstPublishedAt: expected a time in UTC",
        "2026-03-05T12:02:00+01:00 | 5 March | sources[0].published: expected a time with its",
        "\"status\":200 | \"status\":null | sources[0].status: expected a whole number",
        "\"costMicros\":\"0\" | \"costMicros\":\"00\" | model.costMicros: expected a whole number",
        "\"passage\":2 | \"passage\":[] | sentences[0].citations[0].passage: expected a whole",
        "\"kind\":\"model\" | \"kind\":\"oracle\" | sentences[1].author.kind: expected model or",
        "\"attempts\":1 | \"attempt\":1 | model.attempts: expected this member, found none",
        "\"authors\":[\"Mira Tolvane\"] | \"authors\":[7] | sources[0].authors[0]: expected a",
        "\"authors\":[\"Mira Tolvane\"] | \"authors\":{} | sources[0].authors: expected a list",
        "sha256: | sha512: | expected \"sha256:\" and 64 hexadecimal digits"
      })
  void aMalformedRecordSaysWhatWasExpectedAndWhere(String from, String to, String message) {
    String text = new String(SampleRecord.record().bytes(), UTF_8);
    assertThat(text).contains(from);
    String changed = text.replace(from, to);
    assertThatExceptionOfType(ProvenanceFormatException.class)
        .isThrownBy(() -> ProvenanceRecord.parse(changed.getBytes(UTF_8)))
        .withMessageContaining(message);
  }

  @Test
  void theTextOfAnArtefactIsItsNormalForm() {
    byte[] decomposed = "cafe\u0301".getBytes(UTF_8);
    RecordedArtefact artefact = RecordedArtefact.of("a.txt", "text/plain", decomposed);
    assertThat(artefact.digest()).isEqualTo(Digest.of(decomposed));
    assertThat(artefact.textDigest()).isEqualTo(Digest.ofText("caf\u00e9"));
  }

  private static boolean reads(Json.Obj document) {
    try {
      ProvenanceRecord.of(document);
      return true;
    } catch (ProvenanceFormatException e) {
      return false;
    }
  }

  /** The path to every member that stands in objects alone; lists are checked by their content. */
  private static List<List<String>> paths(Json.Obj object) {
    var paths = new ArrayList<List<String>>();
    object
        .members()
        .forEach((name, value) -> {
          paths.add(List.of(name));
          if (value instanceof Json.Obj inner) {
            for (List<String> path : paths(inner)) {
              var longer = new ArrayList<>(List.of(name));
              longer.addAll(path);
              paths.add(longer);
            }
          }
        });
    return paths;
  }

  private static Json.Obj without(Json.Obj object, List<String> path) {
    String name = path.getFirst();
    if (path.size() > 1) {
      var inner = (Json.Obj) object.members().get(name);
      return object.with(name, without(inner, path.subList(1, path.size())));
    }
    var members = new java.util.LinkedHashMap<>(object.members());
    members.remove(name);
    return new Json.Obj(members);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

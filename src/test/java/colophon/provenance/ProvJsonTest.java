package colophon.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProvJsonTest {

  private static final ProvenanceRecord ONE = SampleRecord.record(1, null);
  private static final ProvenanceRecord TWO = SampleRecord.record(2, ONE.digest());
  private static final String BRIEF = ONE.brief().id();

  @Test
  void theOrderOfTheRecordsMakesNoDifference() {
    assertThat(ProvJson.bytes(List.of(TWO, ONE))).isEqualTo(ProvJson.bytes(List.of(ONE, TWO)));
  }

  @Test
  void theBytesAreCanonicalJsonBehindThePrefixes() throws Exception {
    String text = new String(ProvJson.bytes(List.of(ONE, TWO)), UTF_8);
    var members = new java.util.LinkedHashMap<>(read(ONE, TWO).members());
    String prefixes = CanonicalJson.text(members.remove("prefix"));
    assertThat(text)
        .isEqualTo(
            "{\"prefix\":"
                + prefixes
                + ","
                + CanonicalJson.text(new Json.Obj(members)).substring(1));
  }

  @Test
  void aLaterVersionAddsToWhatWasSaidAndTakesNothingBack() throws Exception {
    Json.Obj before = read(ONE);
    Json.Obj after = read(ONE, TWO);
    before
        .members()
        .forEach((kind, statements) ->
            assertThat(members(after, kind).entrySet())
                .as(kind)
                .containsAll(((Json.Obj) statements).members().entrySet()));
  }

  @Test
  void namesAreOursAndEveryRelationSpeaksOfSomethingKnown() throws Exception {
    Json.Obj history = read(ONE, TWO);
    assertThat(members(history, "prefix").values())
        .allSatisfy(urn -> assertThat(text(urn)).matches("urn:colophon:[a-z]+:"));
    Set<String> known = new HashSet<>();
    for (String kind : List.of("entity", "activity", "agent")) {
      known.addAll(members(history, kind).keySet());
    }
    assertThat(known)
        .allSatisfy(
            name -> assertThat(members(history, "prefix").keySet()).contains(name.split(":")[0]))
        .contains("version:" + BRIEF + "-v1", "version:" + BRIEF + "-v2", "brief:" + BRIEF);
    for (String relation :
        List.of(
            "used",
            "wasGeneratedBy",
            "wasDerivedFrom",
            "wasAttributedTo",
            "wasAssociatedWith",
            "actedOnBehalfOf",
            "specializationOf",
            "hadMember")) {
      for (Json statement : members(history, relation).values()) {
        ((Json.Obj) statement)
            .members()
            .forEach((name, value) -> {
              if (name.equals("prov:entity") && value instanceof Json.Arr list) {
                assertThat(known)
                    .as(relation)
                    .containsAll(list.items().stream().map(ProvJsonTest::text).toList());
              } else if (!name.equals("prov:time") && !name.equals("prov:type")) {
                assertThat(known).as(relation + " " + name).contains(text(value));
              }
            });
      }
    }
  }

  @Test
  void aVersionIsARevisionOfTheOneWhoseRecordItNames() throws Exception {
    assertThat(revisions(read(ONE, TWO)))
        .containsExactly("version:" + BRIEF + "-v2 of version:" + BRIEF + "-v1");
    var stranger = SampleRecord.record(2, Digest.ofText("another past"));
    assertThat(revisions(read(ONE, stranger))).isEmpty();
    assertThat(revisions(read(TWO))).isEmpty();
  }

  @Test
  void aReviewerActedForThePublisherAndAnEditorIsNamedForTheCopy() throws Exception {
    Json.Obj history = read(ONE);
    String reviewer = agent(history, "Ilse Maren");
    String publisher = agent(history, "The Sample Desk");
    assertThat(statements(history, "wasAssociatedWith"))
        .contains(
            Map.of("prov:activity", "activity:review-" + BRIEF + "-v1", "prov:agent", reviewer));
    assertThat(statements(history, "actedOnBehalfOf"))
        .contains(
            Map.of(
                "prov:activity",
                "activity:review-" + BRIEF + "-v1",
                "prov:delegate",
                reviewer,
                "prov:responsible",
                publisher));
    assertThat(statements(history, "wasAttributedTo"))
        .anySatisfy(attribution ->
            assertThat(attribution)
                .containsEntry("prov:entity", "copy:" + BRIEF + "-v1")
                .containsEntry("prov:agent", reviewer));
  }

  @Test
  void whereNobodyReadItNoPersonReviewedIt() throws Exception {
    Json.Obj released = read(SampleRecord.releasedByPolicy());
    String software = agent(released, "Colophon 0.1.0");
    assertThat(statements(released, "wasAssociatedWith"))
        .filteredOn(statement -> statement.get("prov:activity").contains("review"))
        .singleElement()
        .satisfies(statement -> assertThat(statement).containsEntry("prov:agent", software));
    assertThat(new String(ProvJson.bytes(List.of(SampleRecord.releasedByPolicy())), UTF_8))
        .contains("Released by the rules of sample; nobody read it");
  }

  @Test
  void thereIsNoHistoryOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProvJson.bytes(List.of()));
  }

  private static List<String> revisions(Json.Obj history) {
    var revisions = new ArrayList<String>();
    for (Json statement : members(history, "wasDerivedFrom").values()) {
      var derivation = (Json.Obj) statement;
      if (derivation.get("prov:type") instanceof Json.Arr types
          && ((Json.Obj) types.items().getFirst()).get("$").equals(Json.of("prov:Revision"))) {
        revisions.add(
            text(derivation.get("prov:generatedEntity"))
                + " of "
                + text(derivation.get("prov:usedEntity")));
      }
    }
    return revisions;
  }

  private static String agent(Json.Obj history, String label) {
    var found = new TreeSet<String>();
    members(history, "agent")
        .forEach((name, agent) -> {
          if (Json.array(List.of(Json.of(label))).equals(((Json.Obj) agent).get("prov:label"))) {
            found.add(name);
          }
        });
    assertThat(found).as(label).hasSize(1);
    return found.first();
  }

  /** The references of every statement of that kind. */
  private static List<Map<String, String>> statements(Json.Obj history, String kind) {
    var statements = new ArrayList<Map<String, String>>();
    for (Json statement : members(history, kind).values()) {
      var texts = new java.util.TreeMap<String, String>();
      ((Json.Obj) statement)
          .members()
          .forEach((name, value) -> {
            if (value instanceof Json.Str text) {
              texts.put(name, text.value());
            }
          });
      statements.add(texts);
    }
    return statements;
  }

  private static Map<String, Json> members(Json.Obj history, String kind) {
    return ((Json.Obj) java.util.Objects.requireNonNull(history.get(kind), kind)).members();
  }

  private static String text(Json value) {
    return ((Json.Str) value).value();
  }

  private static Json.Obj read(ProvenanceRecord... records) throws Exception {
    return JsonReader.readObject(ProvJson.bytes(List.of(records)), 1 << 20);
  }
}

package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * The page's linked data as a JSON-LD processor that others wrote expands it. schema.org's own
 * context is not fetched: ours says of the terms used here what that one says.
 */
class LinkedDataTest {

  private static final String SCHEMA = "https://schema.org/";
  private static final String CONTEXT =
      """
      {"@context": {"@vocab": "https://schema.org/",
        "url": {"@type": "@id"}, "digitalSourceType": {"@type": "@vocab"},
        "publishingPrinciples": {"@type": "@id"}, "usageInfo": {"@type": "@id"},
        "mainEntityOfPage": {"@type": "@id"},
        "datePublished": {"@type": "Date"}, "dateModified": {"@type": "Date"}}}
      """;

  @Test
  void theArticleNamesItsSourcesItsLabelAndItsPrinciples() throws Exception {
    JsonObject article = expanded(SampleBriefs.reef());
    assertThat(types(article)).containsExactly(SCHEMA + "NewsArticle");
    assertThat(id(article, "digitalSourceType"))
        .isEqualTo(SCHEMA + "CompositeWithTrainedAlgorithmicMediaDigitalSource");
    assertThat(value(article, "creditText")).isEqualTo("AI-generated: verify with the original");
    assertThat(id(article, "publishingPrinciples"))
        .isEqualTo("https://harbour-desk.example/index.html#principles");
    assertThat(article.getJsonArray(SCHEMA + "isAccessibleForFree").getJsonObject(0).get("@value"))
        .isEqualTo(JsonValue.TRUE);
    assertThat(value(node(article, "sdPublisher"), "name")).isEqualTo("The Harbour Desk");

    JsonArray basis = article.getJsonArray(SCHEMA + "isBasedOn");
    assertThat(basis).hasSize(5);
    JsonObject first = basis.getJsonObject(0);
    assertThat(value(first, "name"))
        .isEqualTo("Merrow Reef regains a third of its coral, survey finds");
    assertThat(value(node(first, "publisher"), "name")).isEqualTo("Tidewater Science");
    assertThat(id(first, "url")).isEqualTo("https://tidewater.example/2026/05/merrow-reef");
    assertThat(ids(article.getJsonArray(SCHEMA + "citation"))).isEqualTo(ids(basis));
    assertThat(article.containsKey(SCHEMA + "correction")).isFalse();
  }

  @Test
  void aCorrectionSaysWhatWasWrong() throws Exception {
    var job = SampleBriefs.reef();
    JsonObject corrected = expanded(job.with(SampleBriefs.correction("merrow", "31, not 13.")));
    JsonObject correction = node(corrected, "correction");
    assertThat(types(correction)).containsExactly(SCHEMA + "CorrectionComment");
    assertThat(value(correction, "text")).isEqualTo("31, not 13.");
  }

  @Test
  void everyMemberIsATermAndNothingIsDropped() throws Exception {
    JsonObject article = expanded(SampleBriefs.reef());
    assertThat(article.keySet())
        .allSatisfy(name -> assertThat(name).matches("@id|@type|https://schema.org/[a-zA-Z]+"))
        .hasSizeGreaterThan(20);
  }

  private static JsonObject expanded(SampleBriefs.Job job) throws Exception {
    byte[] page = job.printed().artefacts().getFirst().bytes();
    String script =
        Jsoup.parse(new String(page, StandardCharsets.UTF_8))
            .selectFirst("script[type=application/ld+json]")
            .data();
    JsonArray expanded =
        JsonLd.expand(JsonDocument.of(new StringReader(script)))
            .loader((address, options) -> {
              assertThat(address).hasToString("https://schema.org");
              return JsonDocument.of(new StringReader(CONTEXT));
            })
            .get();
    assertThat(expanded).hasSize(1);
    return expanded.getJsonObject(0);
  }

  private static List<String> types(JsonObject node) {
    return node.getJsonArray("@type").stream().map(LinkedDataTest::text).toList();
  }

  private static JsonObject node(JsonObject node, String term) {
    return node.getJsonArray(SCHEMA + term).getJsonObject(0);
  }

  private static String value(JsonObject node, String term) {
    return node(node, term).getString("@value");
  }

  private static String id(JsonObject node, String term) {
    return node(node, term).getString("@id");
  }

  private static List<String> ids(JsonArray nodes) {
    return nodes.stream().map(node -> node.asJsonObject().getString("@id")).toList();
  }

  private static String text(JsonValue value) {
    return ((jakarta.json.JsonString) value).getString();
  }
}

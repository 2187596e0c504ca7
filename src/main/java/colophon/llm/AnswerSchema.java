package colophon.llm;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/** The schemas of answers. Their key words are the few that five providers all understand. */
final class AnswerSchema {

  private AnswerSchema() {}

  static JsonSchema build() {
    var root =
        JsonObjectSchema.builder()
            .addProperty("headline", line().build())
            .addProperty("standfirst", list("Two dated sentences.", line()))
            .addProperty("lede", list("One paragraph: who, what, when, where.", line()))
            .addProperty("subheads", list("One for each section.", subhead()))
            .addProperty("body", list("The sentences of the sections in order.", bodyLine()))
            .required("headline", "standfirst", "lede", "subheads", "body")
            .additionalProperties(false)
            .build();
    return JsonSchema.builder().name("brief").rootElement(root).build();
  }

  static JsonSchema section() {
    var root =
        JsonObjectSchema.builder()
            .addProperty("subhead", line().build())
            .addProperty("body", list("The sentences of the section in order.", sectionLine()))
            .required("subhead", "body")
            .additionalProperties(false)
            .build();
    return JsonSchema.builder().name("section").rootElement(root).build();
  }

  private static JsonObjectSchema.Builder sectionLine() {
    return withText(JsonObjectSchema.builder().addIntegerProperty("paragraph", "From 1."))
        .required("paragraph", "text", "passages");
  }

  private static JsonObjectSchema.Builder line() {
    return withText(JsonObjectSchema.builder()).required("text", "passages");
  }

  private static JsonObjectSchema.Builder subhead() {
    return withText(JsonObjectSchema.builder().addIntegerProperty("section", "From 1."))
        .required("section", "text", "passages");
  }

  private static JsonObjectSchema.Builder bodyLine() {
    return withText(
            JsonObjectSchema.builder()
                .addIntegerProperty("section", "The section it belongs to.")
                .addIntegerProperty("paragraph", "From 1 in each section."))
        .required("section", "paragraph", "text", "passages");
  }

  private static JsonObjectSchema.Builder withText(JsonObjectSchema.Builder object) {
    return object
        .addStringProperty("text", "One sentence of plain text.")
        .addProperty(
            "passages",
            JsonArraySchema.builder()
                .description("The passages it rests on, such as 1.3.")
                .items(JsonStringSchema.builder().build())
                .build())
        .additionalProperties(false);
  }

  private static JsonSchemaElement list(String description, JsonObjectSchema.Builder item) {
    return JsonArraySchema.builder().description(description).items(item.build()).build();
  }
}

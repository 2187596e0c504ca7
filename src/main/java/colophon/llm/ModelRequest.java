package colophon.llm;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.internal.JsonSchemaElementJsonUtils;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is sent to a model in one call.
 *
 * @param turns what was said, oldest first: the passages message, then the model and we in turn
 * @param schema of the answer
 */
record ModelRequest(ModelSettings settings, String system, List<String> turns, JsonSchema schema) {

  /** Tokens that the schema, roles and envelope add, at most. */
  private static final int ENVELOPE_TOKENS = 1_000;

  ModelRequest {
    turns = List.copyOf(turns);
  }

  /** The same conversation, gone on by an answer and what we say to it. */
  ModelRequest followedBy(String answer, String reply) {
    var more = new ArrayList<>(turns);
    more.add(answer);
    more.add(reply);
    return new ModelRequest(settings, system, more, schema);
  }

  ChatRequest toChatRequest() {
    var messages = new ArrayList<ChatMessage>();
    messages.add(SystemMessage.from(system));
    for (int i = 0; i < turns.size(); i++) {
      messages.add(i % 2 == 0 ? UserMessage.from(turns.get(i)) : AiMessage.from(turns.get(i)));
    }
    var request = ChatRequest.builder().messages(messages);
    switch (settings.parameters().answer()) {
      case JSON_SCHEMA ->
          request.responseFormat(
              ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build());
      case JSON_OBJECT -> request.responseFormat(ResponseFormat.JSON);
      case PROMPT_ONLY -> {}
    }
    return request.build();
  }

  /** Two bytes a token: the true number is smaller, so that a reservation is never too small. */
  long mostInputTokens() {
    long bytes = CanonicalJson.bytes(Json.array(turns.stream().map(Json::of).toList())).length;
    return (bytes + CanonicalJson.bytes(Json.of(system)).length) / 2 + ENVELOPE_TOKENS;
  }

  Digest digest() {
    return Digest.of(format());
  }

  /** Canonical JSON of everything that decides the answer. */
  byte[] format() {
    var parameters = new TreeMap<String, Json>();
    settings
        .parameters()
        .sent(settings.provider())
        .forEach((name, value) -> parameters.put(name, Json.of(value)));
    return CanonicalJson.bytes(
        Json.object(
            "form", Json.of("request/1"),
            "provider", Json.of(settings.provider().id()),
            "model", Json.of(settings.model()),
            "baseUrl", Json.of(settings.baseUrl() == null ? "" : settings.baseUrl().toString()),
            "parameters", new Json.Obj(parameters),
            "system", Json.of(system),
            "turns", Json.array(turns.stream().map(Json::of).toList()),
            "schema",
                settings.parameters().answer() == AnswerForm.JSON_SCHEMA
                    ? json(JsonSchemaElementJsonUtils.toMap(schema.rootElement()))
                    : new Json.Null()));
  }

  private static Json json(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var members = new TreeMap<String, Json>();
        map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
        yield new Json.Obj(members);
      }
      case List<?> list -> Json.array(list.stream().map(ModelRequest::json).toList());
      case Boolean flag -> Json.of(flag.booleanValue());
      default -> Json.of(value.toString());
    };
  }
}

package colophon.llm;

import colophon.kernel.Json;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** OpenAI's chat completions with structured outputs. */
final class OpenAiPeer extends ProtocolPeer {

  private static final Set<String> BODY =
      Set.of(
          "model",
          "messages",
          "temperature",
          "top_p",
          "n",
          "stream",
          "stop",
          "max_tokens",
          "max_completion_tokens",
          "presence_penalty",
          "frequency_penalty",
          "logit_bias",
          "user",
          "response_format",
          "seed",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "store",
          "metadata",
          "reasoning_effort",
          "service_tier",
          "logprobs",
          "top_logprobs",
          "stream_options",
          "modalities",
          "prediction",
          "verbosity",
          "safety_identifier",
          "prompt_cache_key");
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "description",
          "enum",
          "const",
          "anyOf",
          "$ref",
          "$defs",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "title");

  @Override
  String use() {
    return "openai:gpt-x";
  }

  @Override
  String realAddress() {
    return "https://api.openai.com";
  }

  @Override
  String keyVariable() {
    return "OPENAI_API_KEY";
  }

  @Override
  String reportedModel() {
    return "gpt-x-2026-01-15";
  }

  @Override
  List<String> check(Request request, Json.Obj body) {
    var wrong = new ArrayList<String>();
    path(request, "/v1/chat/completions", wrong);
    header(request, "Authorization", "Bearer " + KEY, wrong);
    header(request, "Content-Type", "application/json", wrong);
    members(body, "body", BODY, wrong);
    equal(body, "model", Json.of("gpt-x"), wrong);
    equal(body, "store", Json.of(false), wrong);
    if (body.get("max_tokens") != null
        || !(body.get("max_completion_tokens") instanceof Json.Num)) {
      wrong.add(
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
              + " 'max_completion_tokens' instead.");
    }
    List<Json.Obj> messages = objects(body, "messages", wrong);
    List<String> roles = messages.stream().map(ProtocolPeer::role).toList();
    if (roles.isEmpty() || !roles.getFirst().equals("system")) {
      wrong.add("messages: expected the system message first, found " + roles);
    } else {
      turns(roles.subList(1, roles.size()), "assistant", wrong);
    }
    messages.forEach(
        message -> members(message, "message", Set.of("role", "content", "name"), wrong));
    Json.Obj format = object(body, "response_format", wrong);
    equal(format, "type", Json.of("json_schema"), wrong);
    Json.Obj schema = object(format, "json_schema", wrong);
    members(schema, "json_schema", Set.of("name", "description", "schema", "strict"), wrong);
    equal(schema, "strict", Json.of(true), wrong);
    if (!(schema.get("name") instanceof Json.Str name
        && name.value().matches("[a-zA-Z0-9_-]{1,64}"))) {
      wrong.add("json_schema.name: expected 1 to 64 letters, digits, underscores and dashes");
    }
    wrong.addAll(SchemaRules.closed(object(schema, "schema", wrong), KEYWORDS));
    return wrong;
  }

  @Override
  List<String> said(Json.Obj body) {
    return users(body, "messages", "content");
  }

  @Override
  Json answer(String text, Stop stop) {
    boolean withheld = stop == Stop.WITHHELD;
    return Json.object(
        "id", Json.of("chatcmpl-Abc123"),
        "object", Json.of("chat.completion"),
        "created", Json.of(1_768_392_000),
        "model", Json.of(reportedModel()),
        "choices",
            Json.array(
                List.of(
                    Json.object(
                        "index", Json.of(0),
                        "message",
                            Json.object(
                                "role",
                                Json.of("assistant"),
                                "content",
                                withheld ? new Json.Null() : Json.of(text),
                                "refusal",
                                withheld ? Json.of("I cannot help with that.") : new Json.Null(),
                                "annotations",
                                Json.array(List.of())),
                        "logprobs", new Json.Null(),
                        "finish_reason", Json.of(stop == Stop.CUT ? "length" : "stop")))),
        "usage",
            Json.object(
                "prompt_tokens", Json.of(INPUT_TOKENS),
                "completion_tokens", Json.of(OUTPUT_TOKENS),
                "total_tokens", Json.of(INPUT_TOKENS + OUTPUT_TOKENS),
                "prompt_tokens_details",
                    Json.object("cached_tokens", Json.of(0), "audio_tokens", Json.of(0)),
                "completion_tokens_details",
                    Json.object("reasoning_tokens", Json.of(64), "audio_tokens", Json.of(0))),
        "service_tier", Json.of("default"),
        "system_fingerprint", Json.of("fp_0123456789"));
  }

  @Override
  Json error(int status, String message) {
    return Json.object(
        "error",
        Json.object(
            "message",
            Json.of(message + (status == 401 ? ": " + KEY : "")),
            "type",
            Json.of("invalid_request_error"),
            "param",
            new Json.Null(),
            "code",
            new Json.Null()));
  }
}

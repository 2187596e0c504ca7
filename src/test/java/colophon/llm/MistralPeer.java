package colophon.llm;

import colophon.kernel.Json;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Mistral's chat completions, which forbid every member they do not know. */
final class MistralPeer extends ProtocolPeer {

  private static final Set<String> BODY =
      Set.of(
          "model",
          "messages",
          "temperature",
          "top_p",
          "max_tokens",
          "stream",
          "stop",
          "random_seed",
          "response_format",
          "tools",
          "tool_choice",
          "presence_penalty",
          "frequency_penalty",
          "n",
          "prediction",
          "parallel_tool_calls",
          "prompt_mode",
          "safe_prompt",
          "metadata");
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "description",
          "enum",
          "title",
          "anyOf",
          "$ref",
          "$defs");

  @Override
  String use() {
    return "mistral:mistral-x";
  }

  @Override
  String realAddress() {
    return "https://api.mistral.ai";
  }

  @Override
  String keyVariable() {
    return "MISTRAL_API_KEY";
  }

  @Override
  String reportedModel() {
    return "mistral-x-2601";
  }

  @Override
  int badRequest() {
    return 422;
  }

  @Override
  List<String> check(Request request, Json.Obj body) {
    var wrong = new ArrayList<String>();
    path(request, "/v1/chat/completions", wrong);
    header(request, "Authorization", "Bearer " + KEY, wrong);
    header(request, "Content-Type", "application/json", wrong);
    members(body, "body", BODY, wrong);
    equal(body, "model", Json.of("mistral-x"), wrong);
    List<Json.Obj> messages = objects(body, "messages", wrong);
    List<String> roles = messages.stream().map(ProtocolPeer::role).toList();
    if (roles.isEmpty() || !roles.getFirst().equals("system")) {
      wrong.add("messages: expected the system message first, found " + roles);
    } else {
      turns(roles.subList(1, roles.size()), "assistant", wrong);
    }
    for (Json.Obj message : messages) {
      members(message, "message", Set.of("role", "content"), wrong);
      for (Json.Obj chunk : objects(message, "content", wrong)) {
        members(chunk, "chunk", Set.of("type", "text"), wrong);
        equal(chunk, "type", Json.of("text"), wrong);
      }
    }
    Json.Obj format = object(body, "response_format", wrong);
    members(format, "response_format", Set.of("type", "json_schema"), wrong);
    equal(format, "type", Json.of("json_schema"), wrong);
    Json.Obj schema = object(format, "json_schema", wrong);
    members(schema, "json_schema", Set.of("name", "description", "schema", "strict"), wrong);
    equal(schema, "strict", Json.of(true), wrong);
    wrong.addAll(SchemaRules.closed(object(schema, "schema", wrong), KEYWORDS));
    return wrong;
  }

  @Override
  List<String> said(Json.Obj body) {
    return users(body, "messages", "content");
  }

  @Override
  Json answer(String text, Stop stop) {
    return Json.object(
        "id", Json.of("cmpl-0123"),
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
                                "role", Json.of("assistant"),
                                "content", Json.of(stop == Stop.WITHHELD ? "" : text),
                                "tool_calls", new Json.Null(),
                                "prefix", Json.of(false)),
                        "finish_reason", Json.of(stop == Stop.CUT ? "length" : "stop")))),
        "usage",
            Json.object(
                "prompt_tokens", Json.of(INPUT_TOKENS),
                "completion_tokens", Json.of(OUTPUT_TOKENS),
                "total_tokens", Json.of(INPUT_TOKENS + OUTPUT_TOKENS)));
  }

  @Override
  Json error(int status, String message) {
    return status == 422
        ? Json.object(
            "object", Json.of("error"),
            "message",
                Json.object(
                    "detail",
                    Json.array(
                        List.of(
                            Json.object(
                                "type", Json.of("extra_forbidden"), "msg", Json.of(message))))),
            "type", Json.of("invalid_request_error"),
            "param", new Json.Null(),
            "code", new Json.Null())
        : Json.object("message", Json.of(message), "request_id", Json.of("0123"));
  }
}

package colophon.llm;

import colophon.kernel.Json;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Anthropic's messages with structured outputs. */
final class AnthropicPeer extends ProtocolPeer {

  private static final Set<String> BODY =
      Set.of(
          "model",
          "messages",
          "max_tokens",
          "system",
          "temperature",
          "top_p",
          "top_k",
          "stream",
          "stop_sequences",
          "metadata",
          "tools",
          "tool_choice",
          "thinking",
          "output_config",
          "service_tier",
          "container",
          "context_management",
          "mcp_servers");
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
          "allOf",
          "$ref",
          "$defs",
          "definitions",
          "default",
          "format",
          "pattern",
          "minItems",
          "title");

  @Override
  String use() {
    return "anthropic:claude-x";
  }

  @Override
  String realAddress() {
    return "https://api.anthropic.com";
  }

  @Override
  String keyVariable() {
    return "ANTHROPIC_API_KEY";
  }

  @Override
  String reportedModel() {
    return "claude-x-20260115";
  }

  @Override
  List<String> check(Request request, Json.Obj body) {
    var wrong = new ArrayList<String>();
    path(request, "/v1/messages", wrong);
    header(request, "x-api-key", KEY, wrong);
    header(request, "anthropic-version", "2023-06-01", wrong);
    header(request, "Content-Type", "application/json", wrong);
    members(body, "body", BODY, wrong);
    equal(body, "model", Json.of("claude-x"), wrong);
    if (!(body.get("max_tokens") instanceof Json.Num)) {
      wrong.add("max_tokens: Field required");
    }
    List<Json.Obj> messages = objects(body, "messages", wrong);
    turns(messages.stream().map(ProtocolPeer::role).toList(), "assistant", wrong);
    for (Json.Obj message : messages) {
      members(message, "message", Set.of("role", "content"), wrong);
      for (Json.Obj block : objects(message, "content", wrong)) {
        if (!(block.get("text") instanceof Json.Str text && !text.value().isBlank())) {
          wrong.add("messages: text content blocks must contain non-whitespace text");
        }
      }
    }
    Json.Obj config = object(body, "output_config", wrong);
    members(config, "output_config", Set.of("format", "effort"), wrong);
    Json.Obj format = object(config, "format", wrong);
    members(format, "output_config.format", Set.of("type", "schema"), wrong);
    equal(format, "type", Json.of("json_schema"), wrong);
    wrong.addAll(SchemaRules.closed(object(format, "schema", wrong), KEYWORDS));
    return wrong;
  }

  @Override
  List<String> said(Json.Obj body) {
    return users(body, "messages", "content");
  }

  @Override
  Json answer(String text, Stop stop) {
    return Json.object(
        "id", Json.of("msg_01Abc"),
        "type", Json.of("message"),
        "role", Json.of("assistant"),
        "model", Json.of(reportedModel()),
        "content",
            stop == Stop.WITHHELD
                ? Json.array(List.of())
                : Json.array(List.of(Json.object("type", Json.of("text"), "text", Json.of(text)))),
        "stop_reason",
            Json.of(
                switch (stop) {
                  case DONE -> "end_turn";
                  case CUT -> "max_tokens";
                  case WITHHELD -> "refusal";
                }),
        "stop_sequence", new Json.Null(),
        "usage",
            Json.object(
                "input_tokens", Json.of(INPUT_TOKENS),
                "cache_creation_input_tokens", Json.of(0),
                "cache_read_input_tokens", Json.of(0),
                "output_tokens", Json.of(OUTPUT_TOKENS),
                "service_tier", Json.of("standard")));
  }

  @Override
  Json error(int status, String message) {
    String type =
        switch (status) {
          case 401 -> "authentication_error";
          case 429 -> "rate_limit_error";
          case 529 -> "overloaded_error";
          default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    return Json.object(
        "type", Json.of("error"),
        "error", Json.object("type", Json.of(type), "message", Json.of(message)),
        "request_id", Json.of("req_011Abc"));
  }
}

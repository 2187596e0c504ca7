package colophon.llm;

import colophon.kernel.Json;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Google's generateContent with a response schema. */
final class GeminiPeer extends ProtocolPeer {

  private static final Set<String> BODY =
      Set.of(
          "contents",
          "systemInstruction",
          "generationConfig",
          "safetySettings",
          "tools",
          "toolConfig",
          "cachedContent");
  private static final Set<String> CONFIG =
      Set.of(
          "stopSequences",
          "responseMimeType",
          "responseSchema",
          "responseJsonSchema",
          "candidateCount",
          "maxOutputTokens",
          "temperature",
          "topP",
          "topK",
          "seed",
          "presencePenalty",
          "frequencyPenalty",
          "responseLogprobs",
          "logprobs",
          "thinkingConfig",
          "responseModalities",
          "mediaResolution");

  @Override
  String use() {
    return "gemini:gemini-x";
  }

  @Override
  String realAddress() {
    return "https://generativelanguage.googleapis.com";
  }

  @Override
  String keyVariable() {
    return "GEMINI_API_KEY";
  }

  @Override
  String reportedModel() {
    return "gemini-x-001";
  }

  @Override
  List<String> check(Request request, Json.Obj body) {
    var wrong = new ArrayList<String>();
    path(request, "/v1beta/models/gemini-x:generateContent", wrong);
    header(request, "x-goog-api-key", KEY, wrong);
    header(request, "Content-Type", "application/json", wrong);
    members(body, "body", BODY, wrong);
    List<Json.Obj> contents = objects(body, "contents", wrong);
    turns(contents.stream().map(ProtocolPeer::role).toList(), "model", wrong);
    for (Json.Obj content : contents) {
      if (objects(content, "parts", wrong).stream()
          .noneMatch(part -> part.get("text") instanceof Json.Str)) {
        wrong.add("contents.parts: must not be empty");
      }
    }
    objects(object(body, "systemInstruction", wrong), "parts", wrong);
    Json.Obj config = object(body, "generationConfig", wrong);
    members(config, "generationConfig", CONFIG, wrong);
    equal(config, "responseMimeType", Json.of("application/json"), wrong);
    if (!(config.get("maxOutputTokens") instanceof Json.Num)) {
      wrong.add("generationConfig.maxOutputTokens: expected a number");
    }
    wrong.addAll(SchemaRules.gemini(object(config, "responseSchema", wrong)));
    return wrong;
  }

  @Override
  List<String> said(Json.Obj body) {
    return users(body, "contents", "parts");
  }

  @Override
  Json answer(String text, Stop stop) {
    Json.Obj candidate =
        stop == Stop.WITHHELD
            ? Json.object("finishReason", Json.of("SAFETY"), "index", Json.of(0))
            : Json.object(
                "content",
                    Json.object(
                        "parts", Json.array(List.of(Json.object("text", Json.of(text)))),
                        "role", Json.of("model")),
                "finishReason", Json.of(stop == Stop.CUT ? "MAX_TOKENS" : "STOP"),
                "index", Json.of(0));
    return Json.object(
        "candidates", Json.array(List.of(candidate)),
        "usageMetadata",
            Json.object(
                "promptTokenCount", Json.of(INPUT_TOKENS),
                "candidatesTokenCount", Json.of(OUTPUT_TOKENS),
                "totalTokenCount", Json.of(INPUT_TOKENS + OUTPUT_TOKENS),
                "promptTokensDetails",
                    Json.array(
                        List.of(
                            Json.object(
                                "modality", Json.of("TEXT"),
                                "tokenCount", Json.of(INPUT_TOKENS))))),
        "modelVersion", Json.of(reportedModel()),
        "responseId", Json.of("Abc123"));
  }

  @Override
  Json error(int status, String message) {
    return Json.object(
        "error",
        Json.object(
            "code", Json.of(status),
            "message", Json.of(message),
            "status", Json.of(status == 429 ? "RESOURCE_EXHAUSTED" : "INVALID_ARGUMENT")));
  }
}

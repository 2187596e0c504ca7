package colophon.llm;

import colophon.kernel.Json;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ollama's chat. It ignores what it does not know, so what it must know is demanded here. */
final class OllamaPeer extends ProtocolPeer {

  private static final Set<String> OPTIONS =
      Set.of(
          "num_keep",
          "seed",
          "num_predict",
          "top_k",
          "top_p",
          "min_p",
          "typical_p",
          "repeat_last_n",
          "temperature",
          "repeat_penalty",
          "presence_penalty",
          "frequency_penalty",
          "stop",
          "num_ctx",
          "num_batch",
          "num_gpu",
          "main_gpu",
          "use_mmap",
          "num_thread");

  @Override
  String use() {
    return "ollama:llama-x";
  }

  @Override
  String realAddress() {
    return "http://127.0.0.1:11434";
  }

  @Override
  String reportedModel() {
    return "llama-x";
  }

  @Override
  List<String> check(Request request, Json.Obj body) {
    var wrong = new ArrayList<String>();
    path(request, "/api/chat", wrong);
    if (request.containsHeader("Authorization")) {
      wrong.add("a key was sent to a service that asks for none");
    }
    equal(body, "model", Json.of("llama-x"), wrong);
    equal(body, "stream", Json.of(false), wrong);
    List<Json.Obj> messages = objects(body, "messages", wrong);
    List<String> roles = messages.stream().map(ProtocolPeer::role).toList();
    if (roles.isEmpty() || !roles.getFirst().equals("system")) {
      wrong.add("messages: expected the system message first, found " + roles);
    } else {
      turns(roles.subList(1, roles.size()), "assistant", wrong);
    }
    messages.stream()
        .filter(message -> !(message.get("content") instanceof Json.Str))
        .forEach(message -> wrong.add("messages: content must be a string"));
    Json.Obj options = object(body, "options", wrong);
    members(options, "options", OPTIONS, wrong);
    if (!(options.get("num_ctx") instanceof Json.Num context && context.whole() >= 8_192)) {
      wrong.add("options.num_ctx: without it most of the sources are dropped in silence");
    }
    if (!(options.get("num_predict") instanceof Json.Num)) {
      wrong.add("options.num_predict: without it an answer may never end");
    }
    Json.Obj format = object(body, "format", wrong);
    equal(format, "type", Json.of("object"), wrong);
    object(format, "properties", wrong);
    return wrong;
  }

  @Override
  List<String> said(Json.Obj body) {
    return users(body, "messages", "content");
  }

  @Override
  Json answer(String text, Stop stop) {
    return Json.object(
        "model", Json.of(reportedModel()),
        "created_at", Json.of("2026-01-14T12:00:00.123456789Z"),
        "message",
            Json.object(
                "role", Json.of("assistant"),
                "content", Json.of(stop == Stop.WITHHELD ? "" : text)),
        "done", Json.of(true),
        "done_reason", Json.of(stop == Stop.CUT ? "length" : "stop"),
        "total_duration", Json.of(4_883_583_458L),
        "load_duration", Json.of(1_334_875L),
        "prompt_eval_count", Json.of(INPUT_TOKENS),
        "prompt_eval_duration", Json.of(342_546_000L),
        "eval_count", Json.of(OUTPUT_TOKENS),
        "eval_duration", Json.of(4_535_599_000L));
  }

  @Override
  Json error(int status, String message) {
    return Json.object("error", Json.of(message));
  }
}

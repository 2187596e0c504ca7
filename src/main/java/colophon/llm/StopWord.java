package colophon.llm;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a model stopped, read from a service's own answer. LangChain4j knows fewer words than the
 * services use: it calls a refusal of Anthropic and a full context of Mistral alike "other".
 */
enum StopWord {
  /** It had said all. */
  STOP,
  /** It ran into a limit of tokens, its own or the one asked for. */
  LENGTH,
  /** It, or a filter behind it, would not write this. */
  CONTENT_FILTER,
  /** Anything else. */
  OTHER;

  /** The word in an answer of that provider; empty where it holds none. */
  static Optional<StopWord> in(byte[] body, Provider provider) {
    try {
      Json.Obj root = JsonReader.readObject(body, ModelHttpClient.MOST_BYTES);
      return switch (provider) {
        case EXTRACTIVE -> Optional.empty();
        case OPENAI ->
            object(first(root.get("choices")), "message").get("refusal") instanceof Json.Str
                ? Optional.of(CONTENT_FILTER)
                : word(first(root.get("choices")).get("finish_reason"));
        case MISTRAL -> word(first(root.get("choices")).get("finish_reason"));
        case ANTHROPIC -> word(root.get("stop_reason"));
        case GEMINI ->
            object(root, "promptFeedback").get("blockReason") instanceof Json.Str
                ? Optional.of(CONTENT_FILTER)
                : word(first(root.get("candidates")).get("finishReason"));
        case OLLAMA -> word(root.get("done_reason"));
      };
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<StopWord> word(@Nullable Json value) {
    if (!(value instanceof Json.Str word)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (word.value()) {
          case "stop", "STOP", "end_turn", "stop_sequence" -> STOP;
          case "length",
              "model_length",
              "max_tokens",
              "MAX_TOKENS",
              "model_context_window_exceeded" ->
              LENGTH;
          case "content_filter",
              "refusal",
              "SAFETY",
              "RECITATION",
              "BLOCKLIST",
              "LANGUAGE",
              "PROHIBITED_CONTENT",
              "SPII" ->
              CONTENT_FILTER;
          default -> OTHER;
        });
  }

  private static Json.Obj first(@Nullable Json value) {
    return value instanceof Json.Arr array
            && !array.items().isEmpty()
            && array.items().getFirst() instanceof Json.Obj object
        ? object
        : Json.object();
  }

  private static Json.Obj object(Json.Obj parent, String name) {
    return parent.get(name) instanceof Json.Obj object ? object : Json.object();
  }
}

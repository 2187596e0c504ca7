package colophon.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds the model that a choice names. Every option of a library that matters is passed: no
 * logging of requests, no retries of its own (we count each call), HTTP/1.1, a bounded answer.
 */
public final class Models {

  private final Keys keys;
  private final InstantSource clock;
  private final Function<List<ChatModelListener>, ChatModel> extractive;

  /**
   * @param environment the process's environment, where keys are
   * @param extractive makes the built-in writer with the listeners it must call
   */
  public Models(
      Map<String, String> environment,
      InstantSource clock,
      Function<List<ChatModelListener>, ChatModel> extractive) {
    this.keys = new Keys(environment);
    this.clock = clock;
    this.extractive = extractive;
  }

  /** The model, ready to be called; every call is told to the listeners. */
  public ChatModel build(ModelChoice choice, List<ChatModelListener> listeners)
      throws ModelSettingsException {
    String key = keys.key(choice).orElse(null);
    HttpClientBuilder line = new ModelHttpClientBuilder(choice.parameters().timeout(), clock);
    return switch (choice.provider()) {
      case EXTRACTIVE -> extractive.apply(listeners);
      case OPENAI -> openAi(choice, key, line, listeners);
      case ANTHROPIC -> anthropic(choice, key, line, listeners);
      case GEMINI -> gemini(choice, key, line, listeners);
      case MISTRAL -> mistral(choice, key, line, listeners);
      case OLLAMA -> ollama(choice, line, listeners);
    };
  }

  /** Says what stands in the way of using this choice, without calling anybody. */
  public void check(ModelChoice choice) throws ModelSettingsException {
    keys.key(choice);
  }

  private static ChatModel openAi(
      ModelChoice choice,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = choice.parameters();
    var builder =
        OpenAiChatModel.builder()
            .httpClientBuilder(line)
            .baseUrl(address(choice))
            .apiKey(key)
            .modelName(choice.model())
            .temperature(temperature(asked))
            .seed(asked.seed())
            .supportedCapabilities(capabilities(asked))
            .strictJsonSchema(true)
            .timeout(asked.timeout())
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false)
            .listeners(listeners);
    // OpenAI's newer models refuse max_tokens; most servers that copy its protocol know no other.
    return choice.elsewhere()
        ? builder.maxTokens(asked.maxOutputTokens()).build()
        : builder.maxCompletionTokens(asked.maxOutputTokens()).store(false).build();
  }

  private static ChatModel anthropic(
      ModelChoice choice,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = choice.parameters();
    return AnthropicChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(choice))
        .apiKey(key == null ? "none" : key)
        .version("2023-06-01")
        .modelName(choice.model())
        .temperature(temperature(asked))
        .maxTokens(asked.maxOutputTokens())
        .supportedCapabilities(capabilities(asked))
        .timeout(asked.timeout())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static ChatModel gemini(
      ModelChoice choice,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = choice.parameters();
    return GoogleAiGeminiChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(choice))
        .apiKey(key == null ? "none" : key)
        .modelName(choice.model())
        .temperature(temperature(asked))
        .seed(asked.seed())
        .maxOutputTokens(asked.maxOutputTokens())
        .supportedCapabilities(capabilities(asked))
        .timeout(asked.timeout())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static ChatModel mistral(
      ModelChoice choice,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = choice.parameters();
    return MistralAiChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(choice))
        .apiKey(key == null ? "none" : key)
        .modelName(choice.model())
        .temperature(temperature(asked))
        .randomSeed(asked.seed())
        .maxTokens(asked.maxOutputTokens())
        .supportedCapabilities(capabilities(asked))
        .strictJsonSchema(true)
        .timeout(asked.timeout())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static ChatModel ollama(
      ModelChoice choice, HttpClientBuilder line, List<ChatModelListener> listeners) {
    ModelParameters asked = choice.parameters();
    return OllamaChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(choice))
        .modelName(choice.model())
        .temperature(temperature(asked))
        .seed(asked.seed())
        .numPredict(asked.maxOutputTokens())
        // Left to itself Ollama reads a few thousand tokens and drops the rest in silence.
        .numCtx(asked.contextTokens())
        .supportedCapabilities(capabilities(asked))
        .timeout(asked.timeout())
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static Set<Capability> capabilities(ModelParameters asked) {
    return asked.schema() ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA) : Set.of();
  }

  private static @Nullable Double temperature(ModelParameters asked) {
    return asked.temperature() == null ? null : asked.temperature().doubleValue();
  }

  private static String address(ModelChoice choice) {
    return String.valueOf(choice.baseUrl());
  }
}

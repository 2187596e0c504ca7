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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds the model that a settings names. Every option of a library that matters is passed: no
 * logging of requests, no retries of its own (we count each call), HTTP/1.1, a bounded answer.
 */
public final class Models {

  private final Keys keys;
  private final Function<List<ChatModelListener>, ChatModel> extractive;
  private final Function<Duration, HttpClientBuilder> lines;

  /**
   * @param environment the process's environment, where keys are
   * @param extractive makes the built-in writer with the listeners it must call
   */
  public Models(
      Map<String, String> environment,
      InstantSource clock,
      Function<List<ChatModelListener>, ChatModel> extractive) {
    this(
        environment,
        extractive,
        deadline -> new ModelHttpClientBuilder(new ModelHttpClient(deadline, clock), deadline));
  }

  Models(
      Map<String, String> environment,
      Function<List<ChatModelListener>, ChatModel> extractive,
      Function<Duration, HttpClientBuilder> lines) {
    this.keys = new Keys(environment);
    this.extractive = extractive;
    this.lines = lines;
  }

  /** The model, ready to be called; every call is told to the listeners. */
  public ChatModel build(ModelSettings settings, List<ChatModelListener> listeners)
      throws ModelSettingsException {
    String key = keys.key(settings).orElse(null);
    HttpClientBuilder line = lines.apply(settings.parameters().deadline());
    return switch (settings.provider()) {
      case EXTRACTIVE -> extractive.apply(listeners);
      case OPENAI -> openAi(settings, key, line, listeners);
      case ANTHROPIC -> anthropic(settings, key, line, listeners);
      case GEMINI -> gemini(settings, key, line, listeners);
      case MISTRAL -> mistral(settings, key, line, listeners);
      case OLLAMA -> ollama(settings, line, listeners);
    };
  }

  private static ChatModel openAi(
      ModelSettings settings,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = settings.parameters();
    var builder =
        OpenAiChatModel.builder()
            .httpClientBuilder(line)
            .baseUrl(address(settings))
            .apiKey(key)
            .modelName(settings.model())
            .temperature(temperature(asked))
            .seed(seed(asked))
            .supportedCapabilities(capabilities(asked))
            .strictJsonSchema(true)
            .timeout(asked.deadline())
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false)
            .listeners(listeners);
    // OpenAI's newer models refuse max_tokens; most servers that copy its protocol know no other.
    return settings.elsewhere()
        ? builder.maxTokens(asked.mostOutputTokens()).build()
        : builder.maxCompletionTokens(asked.mostOutputTokens()).store(false).build();
  }

  private static ChatModel anthropic(
      ModelSettings settings,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = settings.parameters();
    return AnthropicChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(settings))
        .apiKey(key == null ? "none" : key)
        .version("2023-06-01")
        .modelName(settings.model())
        .temperature(temperature(asked))
        .maxTokens(asked.mostOutputTokens())
        .supportedCapabilities(capabilities(asked))
        .timeout(asked.deadline())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static ChatModel gemini(
      ModelSettings settings,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = settings.parameters();
    return GoogleAiGeminiChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(settings))
        .apiKey(key == null ? "none" : key)
        .modelName(settings.model())
        .temperature(temperature(asked))
        .seed(seed(asked))
        .maxOutputTokens(asked.mostOutputTokens())
        .supportedCapabilities(capabilities(asked))
        .timeout(asked.deadline())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static ChatModel mistral(
      ModelSettings settings,
      @Nullable String key,
      HttpClientBuilder line,
      List<ChatModelListener> listeners) {
    ModelParameters asked = settings.parameters();
    return MistralAiChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(settings))
        .apiKey(key == null ? "none" : key)
        .modelName(settings.model())
        .temperature(temperature(asked))
        .randomSeed(seed(asked))
        .maxTokens(asked.mostOutputTokens())
        .supportedCapabilities(capabilities(asked))
        .strictJsonSchema(true)
        .timeout(asked.deadline())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static ChatModel ollama(
      ModelSettings settings, HttpClientBuilder line, List<ChatModelListener> listeners) {
    ModelParameters asked = settings.parameters();
    return OllamaChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(address(settings))
        .modelName(settings.model())
        .temperature(temperature(asked))
        .seed(seed(asked))
        .numPredict(asked.mostOutputTokens())
        // Left to itself Ollama reads a few thousand tokens and drops the rest in silence.
        .numCtx(asked.context(Provider.OLLAMA))
        .supportedCapabilities(capabilities(asked))
        .timeout(asked.deadline())
        .logRequests(false)
        .logResponses(false)
        .listeners(listeners)
        .build();
  }

  private static Set<Capability> capabilities(ModelParameters asked) {
    return asked.answer() == AnswerForm.JSON_SCHEMA
        ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        : Set.of();
  }

  private static @Nullable Double temperature(ModelParameters asked) {
    return asked.temperatureMilli() == null ? null : asked.temperatureMilli() / 1000.0;
  }

  private static @Nullable Integer seed(ModelParameters asked) {
    return asked.seed() == null ? null : Math.toIntExact(asked.seed());
  }

  private static String address(ModelSettings settings) {
    return String.valueOf(settings.baseUrl());
  }
}

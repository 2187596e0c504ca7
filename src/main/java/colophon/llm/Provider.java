package colophon.llm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who can stand behind a writer. */
public enum Provider {
  /** The built-in writer, which selects sentences and generates none. */
  EXTRACTIVE("extractive", null, null, true, Integer.MAX_VALUE),
  /** OpenAI, and every server that speaks its chat completions. */
  OPENAI("openai", "https://api.openai.com/v1", "OPENAI_API_KEY", true, 100_000),
  ANTHROPIC("anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", false, 100_000),
  GEMINI(
      "gemini",
      "https://generativelanguage.googleapis.com/v1beta",
      "GEMINI_API_KEY",
      true,
      100_000),
  MISTRAL("mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY", true, 32_768),
  OLLAMA("ollama", "http://127.0.0.1:11434", null, true, 32_768);

  private final String id;
  private final @Nullable String baseUrl;
  private final @Nullable String keyVariable;
  private final boolean seeded;
  private final int contextTokens;

  Provider(
      String id,
      @Nullable String baseUrl,
      @Nullable String keyVariable,
      boolean seeded,
      int contextTokens) {
    this.id = id;
    this.baseUrl = baseUrl;
    this.keyVariable = keyVariable;
    this.seeded = seeded;
    this.contextTokens = contextTokens;
  }

  /** The word that names it in configuration and records. */
  public String id() {
    return id;
  }

  /** Where its service is, unless configured otherwise; null for the built-in writer. */
  @Nullable String baseUrl() {
    return baseUrl;
  }

  /** The usual name of the environment variable with its key; null where it needs none. */
  @Nullable String keyVariable() {
    return keyVariable;
  }

  /** Whether its protocol takes a seed. */
  boolean seeded() {
    return seeded;
  }

  /** Whether its protocol can ask for JSON of whatever shape. */
  boolean jsonObject() {
    return this != ANTHROPIC;
  }

  /** Whether it must be told how many tokens a call may have. */
  boolean contextSent() {
    return this == OLLAMA;
  }

  /** How many tokens its models read and write in one call, unless configured otherwise. */
  int contextTokens() {
    return contextTokens;
  }

  static Optional<Provider> named(String id) {
    return List.of(values()).stream().filter(provider -> provider.id.equals(id)).findFirst();
  }
}

package colophon.brief;

import colophon.kernel.Digest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a draft came to be.
 *
 * @param provider such as {@code extractive}, {@code openai}, {@code ollama}
 * @param model the name asked for
 * @param modelVersion the name and version the provider reported
 * @param parameters as sent, canonical order
 * @param request the digest of the whole request
 * @param response the digest of the answer used
 * @param costMicros the cost of all attempts in millionths of the budget's currency; null where the
 *     price is not known
 * @param attempts how many calls were made, 1 to 3
 */
public record Writing(
    String provider,
    String model,
    String modelVersion,
    String promptId,
    String promptVersion,
    Digest prompt,
    Map<String, String> parameters,
    Digest request,
    Digest response,
    long inputTokens,
    long outputTokens,
    @Nullable Long costMicros,
    int attempts) {

  /** The name of the built-in writer, which selects sentences and generates none. */
  public static final String EXTRACTIVE = "extractive";

  public Writing {
    parameters = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(parameters));
  }
}

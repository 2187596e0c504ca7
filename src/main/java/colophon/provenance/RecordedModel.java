package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The model that drafted the brief, and what it was asked.
 *
 * @param provider such as {@code extractive} or {@code ollama}
 * @param name the name asked for
 * @param reported the name and version the provider reported
 * @param prompt the digest of the instructions
 * @param parameters as sent; numbers as they were written
 * @param request the digest of the whole request
 * @param response the digest of the answer used
 * @param costMicros the cost of all attempts in millionths of {@code currency}; null, and left out,
 *     where the price is not known
 * @param currency an ISO 4217 code
 * @param attempts how many calls were made
 */
public record RecordedModel(
    String provider,
    String name,
    String reported,
    String promptId,
    String promptVersion,
    Digest prompt,
    Map<String, String> parameters,
    Digest request,
    Digest response,
    long inputTokens,
    long outputTokens,
    @Nullable Long costMicros,
    String currency,
    int attempts)
    implements Recorded {

  public RecordedModel {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("provider", provider)
        .put("name", name)
        .put("reported", reported)
        .put("promptId", promptId)
        .put("promptVersion", promptVersion)
        .put("prompt", prompt)
        .putPairs("parameters", parameters)
        .put("request", request)
        .put("response", response)
        .putLarge("inputTokens", inputTokens)
        .putLarge("outputTokens", outputTokens)
        .putLarge("costMicros", costMicros)
        .put("currency", currency)
        .put("attempts", attempts)
        .build();
  }

  static RecordedModel read(Members members) throws ProvenanceFormatException {
    return new RecordedModel(
        members.text("provider"),
        members.text("name"),
        members.text("reported"),
        members.text("promptId"),
        members.text("promptVersion"),
        members.digest("prompt"),
        members.pairs("parameters"),
        members.digest("request"),
        members.digest("response"),
        members.large("inputTokens"),
        members.large("outputTokens"),
        members.largeOrNull("costMicros"),
        members.text("currency"),
        members.count("attempts"));
  }
}

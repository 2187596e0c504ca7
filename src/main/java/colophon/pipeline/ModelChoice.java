package colophon.pipeline;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one line that chooses a writer, and its parameters. Keys are never part of it.
 *
 * @param use {@code extractive} or {@code PROVIDER:MODEL}
 * @param baseUrl null for the provider's own address
 * @param temperatureMilli thousandths
 * @param mostOutputTokens of one answer
 * @param deadline of one call
 * @param seed null where none is sent
 */
public record ModelChoice(
    String use,
    @Nullable URI baseUrl,
    int temperatureMilli,
    int mostOutputTokens,
    Duration deadline,
    @Nullable Long seed) {}

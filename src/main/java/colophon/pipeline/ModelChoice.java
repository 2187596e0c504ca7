package colophon.pipeline;

import colophon.llm.AnswerForm;
import colophon.llm.ModelParameters;
import colophon.llm.ModelSettings;
import colophon.llm.ModelSettingsException;
import colophon.llm.PriceList;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one line that chooses a writer, and its parameters. Keys are never part of it.
 *
 * @param use {@code extractive} or {@code PROVIDER:MODEL}
 * @param baseUrl null for the provider's own address
 * @param temperatureMilli thousandths; null where none is sent
 * @param mostOutputTokens of one answer, thinking included
 * @param deadline of one call
 * @param seed null where none is sent
 * @param contextTokens what the model reads and writes in one call; null for the provider's default
 * @param answer what holds the model to the answer's form
 * @param outside whether source text leaves the house; null lets the address decide
 * @param price what a million tokens cost; null for the price list's
 */
public record ModelChoice(
    String use,
    @Nullable URI baseUrl,
    @Nullable Integer temperatureMilli,
    int mostOutputTokens,
    Duration deadline,
    @Nullable Long seed,
    @Nullable Integer contextTokens,
    AnswerForm answer,
    @Nullable Boolean outside,
    PriceList.@Nullable Price price) {

  /** The same as the models' room knows it, or the sentence that says why it cannot be. */
  public ModelSettings settings() throws ModelSettingsException {
    return ModelSettings.parse(
        use,
        baseUrl,
        new ModelParameters(
            temperatureMilli,
            mostOutputTokens,
            deadline,
            seed,
            contextTokens,
            answer,
            outside,
            price));
  }
}

package colophon.llm;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked.
 *
 * @param temperatureMilli thousandths, 0 to 2,000; null leaves it to the provider, as some models
 *     demand
 * @param mostOutputTokens of one answer, thinking included
 * @param deadline of one whole call
 * @param seed null where none is sent
 * @param contextTokens how much the model reads and writes in one call; passages are cut to fit.
 *     Null takes the default of the provider
 * @param answer what holds the model to the answer's form
 * @param outside whether source text leaves the newsroom's own machines; null lets the address
 *     decide
 * @param price what a million tokens cost; null takes the price list's
 */
public record ModelParameters(
    @Nullable Integer temperatureMilli,
    int mostOutputTokens,
    Duration deadline,
    @Nullable Long seed,
    @Nullable Integer contextTokens,
    AnswerForm answer,
    @Nullable Boolean outside,
    PriceList.@Nullable Price price) {

  /** How a parameter that was left to the provider is recorded. */
  static final String NOT_SENT = "not sent";

  /** What is asked where nothing is configured. */
  public static final ModelParameters DEFAULT = of(null, 8_192, Duration.ofMinutes(3), null);

  /** The parameters that a pipeline states, and the defaults for the others. */
  public static ModelParameters of(
      @Nullable Integer temperatureMilli,
      int mostOutputTokens,
      Duration deadline,
      @Nullable Long seed) {
    return new ModelParameters(
        temperatureMilli,
        mostOutputTokens,
        deadline,
        seed,
        null,
        AnswerForm.JSON_SCHEMA,
        null,
        null);
  }

  /** What instructions, schema and a second question need, and a few thousand for sources. */
  private static final int LEAST_INPUT_TOKENS = 12_288;

  void check(Provider provider) throws ModelSettingsException {
    within("temperatureMilli", temperatureMilli == null ? 0 : temperatureMilli, 0, 2_000);
    within("mostOutputTokens", mostOutputTokens, 256, 65_536);
    within("deadline in milliseconds", deadline.toMillis(), 1, 900_000);
    within("seed", seed == null ? 0 : seed, 0, Integer.MAX_VALUE);
    within("contextTokens", context(provider), 12_544, 4_000_000);
    if (context(provider) < mostOutputTokens + LEAST_INPUT_TOKENS) {
      throw new ModelSettingsException(
          "the model parameter mostOutputTokens ("
              + mostOutputTokens
              + ") leaves no room for the sources in a context of "
              + context(provider)
              + " tokens; lower it, or raise contextTokens");
    }
    if (seed != null && !provider.seeded()) {
      throw new ModelSettingsException(
          "the model parameter seed is not known to " + provider.id() + "; take it out");
    }
    if (answer == AnswerForm.JSON_OBJECT && !provider.jsonObject()) {
      throw new ModelSettingsException(
          "the answer form json-object is not known to "
              + provider.id()
              + "; use json-schema or prompt-only");
    }
  }

  private static void within(String name, long value, long least, long most)
      throws ModelSettingsException {
    if (value < least || value > most) {
      throw new ModelSettingsException(
          "the model parameter "
              + name
              + " must lie between "
              + least
              + " and "
              + most
              + ", found "
              + value);
    }
  }

  /** The tokens of one call, in and out together. */
  int context(Provider provider) {
    return contextTokens == null ? provider.contextTokens() : contextTokens;
  }

  /** The parameters that reach the provider, by name. */
  Map<String, String> sent(Provider provider) {
    var sent = new TreeMap<String, String>();
    if (provider == Provider.EXTRACTIVE) {
      return sent;
    }
    if (temperatureMilli != null) {
      sent.put("temperatureMilli", temperatureMilli.toString());
    }
    if (seed != null) {
      sent.put("seed", seed.toString());
    }
    sent.put("mostOutputTokens", Integer.toString(mostOutputTokens));
    if (provider.contextSent()) {
      sent.put("contextTokens", Integer.toString(context(provider)));
    }
    sent.put("answer", answer.id());
    return sent;
  }

  /** What was sent, and what was left to the provider's own default, for the record. */
  Map<String, String> recorded(Provider provider) {
    var recorded = new TreeMap<>(sent(provider));
    if (provider != Provider.EXTRACTIVE) {
      recorded.putIfAbsent("temperatureMilli", NOT_SENT);
      if (provider.seeded()) {
        recorded.putIfAbsent("seed", NOT_SENT);
      }
      recorded.putIfAbsent("contextTokens", NOT_SENT);
    }
    return recorded;
  }
}

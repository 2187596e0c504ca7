package colophon.llm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked.
 *
 * @param temperature 0 to 2; null leaves it to the provider (some models refuse any)
 * @param maxOutputTokens the most tokens of one answer, 256 to 65,536
 * @param timeout for one whole call, 1 to 900 s
 * @param seed null leaves it to the provider
 * @param contextTokens how much the model can read and write together, 4,096 to 4,000,000; a
 *     dossier is cut to fit
 * @param schema whether the provider is given the answer's schema; without it the model only reads
 *     of it in the message (for servers that know no schemas)
 * @param outside whether source text leaves the newsroom's own machines; null where the address
 *     decides
 */
public record ModelParameters(
    @Nullable BigDecimal temperature,
    int maxOutputTokens,
    Duration timeout,
    @Nullable Integer seed,
    int contextTokens,
    boolean schema,
    @Nullable Boolean outside) {

  /** Every name that {@link #parse} knows. */
  public static final java.util.SortedSet<String> NAMES =
      java.util.Collections.unmodifiableSortedSet(
          new TreeSet<>(
              java.util.List.of(
                  "temperature",
                  "maxOutputTokens",
                  "timeoutSeconds",
                  "seed",
                  "contextTokens",
                  "schema",
                  "outside")));

  private static final int SMALL_CONTEXT = 16_384;
  private static final int LARGE_CONTEXT = 100_000;

  /** Reads parameters as configured; what is missing takes its default. */
  static ModelParameters parse(Provider provider, Map<String, String> given)
      throws ModelSettingsException {
    for (String name : new TreeMap<>(given).keySet()) {
      if (!NAMES.contains(name)) {
        throw new ModelSettingsException(
            "the model parameter \""
                + name
                + "\" is not known; the known ones are "
                + String.join(", ", NAMES));
      }
    }
    Integer seed = given.containsKey("seed") ? number(given, "seed", 0, 0, 1_000_000_000) : null;
    if (seed != null && !provider.seeded()) {
      throw new ModelSettingsException(
          "the model parameter \"seed\" is not known to "
              + provider.id()
              + "; take it out of the configuration");
    }
    int context = provider == Provider.OLLAMA ? SMALL_CONTEXT : LARGE_CONTEXT;
    return new ModelParameters(
        temperature(given.get("temperature")),
        number(given, "maxOutputTokens", 8_192, 256, 65_536),
        Duration.ofSeconds(number(given, "timeoutSeconds", 180, 1, 900)),
        seed,
        number(given, "contextTokens", context, 4_096, 4_000_000),
        !given.containsKey("schema") || flag(given, "schema"),
        given.containsKey("outside") ? flag(given, "outside") : null);
  }

  private static @Nullable BigDecimal temperature(@Nullable String text)
      throws ModelSettingsException {
    if (text == null) {
      return null;
    }
    if (text.matches("[01](\\.\\d{1,3})?|2(\\.0{1,3})?")) {
      return new BigDecimal(text);
    }
    throw new ModelSettingsException(
        "the model parameter \"temperature\" is a number from 0 to 2, found \"" + text + "\"");
  }

  private static int number(
      Map<String, String> given, String name, int otherwise, int least, int most)
      throws ModelSettingsException {
    String text = given.get(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("\\d{1,9}|1000000000")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw new ModelSettingsException(
        "the model parameter \""
            + name
            + "\" is a whole number from "
            + least
            + " to "
            + most
            + ", found \""
            + text
            + "\"");
  }

  private static boolean flag(Map<String, String> given, String name)
      throws ModelSettingsException {
    String text = given.get(name);
    if ("true".equals(text) || "false".equals(text)) {
      return text.equals("true");
    }
    throw new ModelSettingsException(
        "the model parameter \"" + name + "\" is true or false, found \"" + text + "\"");
  }

  /** The parameters that reach the provider, by name, for the record. */
  Map<String, String> sent() {
    var sent = new TreeMap<String, String>();
    if (temperature != null) {
      sent.put("temperature", temperature.toPlainString());
    }
    if (seed != null) {
      sent.put("seed", seed.toString());
    }
    sent.put("maxOutputTokens", Integer.toString(maxOutputTokens));
    sent.put("contextTokens", Integer.toString(contextTokens));
    sent.put("schema", Boolean.toString(schema));
    return sent;
  }
}

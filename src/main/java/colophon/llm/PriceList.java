package colophon.llm;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What models cost. The list that ships states its date; a newsroom puts its own in its place where
 * its contract says otherwise.
 *
 * @param currency of every price, as ISO 4217 has it
 * @param asOf the month the prices were noted
 * @param prices by provider and model as in {@code openai:MODEL}
 */
public record PriceList(String currency, String asOf, Map<String, Price> prices) {

  /** The largest list read, in bytes. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  public PriceList {
    prices = Collections.unmodifiableMap(new TreeMap<>(prices));
  }

  /** What a million tokens cost, in millionths of the currency. */
  public record Price(long input, long output) {

    static final Price FREE = new Price(0, 0);

    /** The cost of one call in millionths of the currency, rounded up. */
    long of(long inputTokens, long outputTokens) {
      BigInteger total =
          BigInteger.valueOf(inputTokens)
              .multiply(BigInteger.valueOf(input))
              .add(BigInteger.valueOf(outputTokens).multiply(BigInteger.valueOf(output)));
      return total.add(MILLION).subtract(BigInteger.ONE).divide(MILLION).longValueExact();
    }
  }

  /**
   * The price of a model: the one that is configured, nothing on this machine, empty where the list
   * does not know it. A model at another address than its provider's has another price, which no
   * list of ours knows.
   */
  public Optional<Price> price(ModelSettings settings) {
    Price stated = settings.parameters().price();
    if (stated != null) {
      return Optional.of(stated);
    }
    if (!settings.outside()) {
      return Optional.of(Price.FREE);
    }
    return settings.elsewhere()
        ? Optional.empty()
        : Optional.ofNullable(prices.get(settings.toString()));
  }

  /** The list that ships with the program. */
  public static PriceList shipped() {
    try (InputStream file = PriceList.class.getResourceAsStream("prices.json")) {
      if (file == null) {
        throw new IllegalStateException("the price list is missing from the class path");
      }
      return parse(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessageFormatException e) {
      throw new IllegalStateException("the shipped price list is wrong", e);
    }
  }

  /** Reads a list; every price is a whole number of millionths for a million tokens. */
  public static PriceList parse(byte[] json) throws MessageFormatException {
    try {
      Json.Obj root = JsonReader.readObject(json, MOST_BYTES);
      if (!(root.get("prices") instanceof Json.Obj list)) {
        throw new MessageFormatException("the price list: expected an object \"prices\"");
      }
      var prices = new TreeMap<String, Price>();
      for (var entry : list.members().entrySet()) {
        prices.put(
            entry.getKey(),
            new Price(
                amount(entry.getKey(), entry.getValue(), "input"),
                amount(entry.getKey(), entry.getValue(), "output")));
      }
      return new PriceList(string(root, "currency"), string(root, "asOf"), prices);
    } catch (JsonFormatException e) {
      throw new MessageFormatException("the price list: " + e.getMessage());
    }
  }

  private static String string(Json.Obj root, String name) throws MessageFormatException {
    if (root.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw new MessageFormatException("the price list: expected a string \"" + name + "\"");
  }

  private static long amount(String model, Json price, String name) throws MessageFormatException {
    if (price instanceof Json.Obj object
        && object.get(name) instanceof Json.Num number
        && number.literal().matches("\\d{1,12}")) {
      return number.whole();
    }
    throw new MessageFormatException(
        "the price list: expected a whole number \"" + name + "\" for " + model);
  }
}

package colophon.llm;

import org.jspecify.annotations.Nullable;

/**
 * What the models of one pipeline may use. Money is in millionths of the price list's currency; a
 * day is a day in UTC. A limit of zero allows nothing.
 *
 * @param microsPerRun null where nobody stated it
 * @param microsPerDay null where nobody stated it
 */
public record BudgetLimits(
    long callsPerRun,
    long tokensPerRun,
    @Nullable Long microsPerRun,
    long callsPerDay,
    long tokensPerDay,
    @Nullable Long microsPerDay) {

  /** What a run may cost where nothing is stated. */
  public static final long DEFAULT_MICROS_PER_RUN = 1_000_000;

  /** What a day may cost where nothing is stated. */
  public static final long DEFAULT_MICROS_PER_DAY = 5_000_000;

  /** No limit at all, for the built-in writer, which costs nothing. */
  public static final BudgetLimits NONE =
      new BudgetLimits(
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE);

  /**
   * These limits for a model, with the default ones of money where its price is known.
   *
   * @throws ModelSettingsException where money is limited and the price is not known: nobody could
   *     keep such a budget, and a guess would break it
   */
  BudgetLimits keptFor(ModelSettings settings, boolean priced) throws ModelSettingsException {
    if (priced) {
      return with(
          microsPerRun == null ? DEFAULT_MICROS_PER_RUN : microsPerRun,
          microsPerDay == null ? DEFAULT_MICROS_PER_DAY : microsPerDay);
    }
    if (microsPerRun != null || microsPerDay != null) {
      throw new ModelSettingsException(
          "the price of "
              + settings
              + " is not known, so a budget in money cannot be kept: state what a million tokens"
              + " cost under \"price\" of the model, or take moneyMicrosPerRun and"
              + " moneyMicrosPerDay out and limit calls and tokens");
    }
    return this;
  }

  private BudgetLimits with(long otherMicrosPerRun, long otherMicrosPerDay) {
    return new BudgetLimits(
        callsPerRun, tokensPerRun, otherMicrosPerRun, callsPerDay, tokensPerDay, otherMicrosPerDay);
  }
}

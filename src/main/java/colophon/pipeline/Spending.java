package colophon.pipeline;

import colophon.llm.BudgetLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline's model may cost; each call is reserved before it is made. Money is in millionths
 * of the price list's currency.
 *
 * @param moneyMicrosPerRun null where the pipeline does not say
 * @param moneyMicrosPerDay null where the pipeline does not say
 */
public record Spending(
    long callsPerRun,
    long tokensPerRun,
    @Nullable Long moneyMicrosPerRun,
    long callsPerDay,
    long tokensPerDay,
    @Nullable Long moneyMicrosPerDay) {

  /** The same as the models' room knows it. */
  public BudgetLimits limits() {
    return new BudgetLimits(
        callsPerRun, tokensPerRun, moneyMicrosPerRun, callsPerDay, tokensPerDay, moneyMicrosPerDay);
  }
}

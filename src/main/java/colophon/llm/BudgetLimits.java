package colophon.llm;

/**
 * What the models of one pipeline may cost. Money is in millionths of the price list's currency; a
 * day is a day in UTC. A limit of zero allows nothing.
 */
public record BudgetLimits(
    long callsPerRun,
    long tokensPerRun,
    long microsPerRun,
    long callsPerDay,
    long tokensPerDay,
    long microsPerDay) {

  /** No limit at all, for the built-in writer, which costs nothing. */
  public static final BudgetLimits NONE =
      new BudgetLimits(
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE);
}

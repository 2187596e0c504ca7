package colophon.llm;

import java.util.Optional;

/**
 * The money, tokens and calls that a pipeline's models may still use.
 *
 * @param name whose budget it is: the pipeline's name
 */
record Budget(String name, BudgetLimits limits) {

  /** What was used or stands reserved. */
  record Spent(long calls, long tokens, long micros) {
    Spent plus(Spent other) {
      return new Spent(calls + other.calls, tokens + other.tokens, micros + other.micros);
    }
  }

  /**
   * Why a call may not be made, or empty where it may.
   *
   * @param run what this run has spent
   * @param day what this day has seen
   * @param call what the call may use at most
   */
  Optional<String> refusal(Spent run, Spent day, Spent call) {
    return over(
            "run", run, call, limits.callsPerRun(), limits.tokensPerRun(), limits.microsPerRun())
        .or(() ->
            over(
                "day",
                day,
                call,
                limits.callsPerDay(),
                limits.tokensPerDay(),
                limits.microsPerDay()));
  }

  private Optional<String> over(
      String period, Spent spent, Spent call, long calls, long tokens, long micros) {
    Spent then = spent.plus(call);
    if (then.calls() > calls) {
      return Optional.of(sentence(period, calls + " calls", spent.calls() + " were made"));
    }
    if (then.tokens() > tokens) {
      return Optional.of(
          sentence(
              period,
              tokens + " tokens",
              spent.tokens() + " are used and this call may need " + call.tokens()));
    }
    if (then.micros() > micros) {
      return Optional.of(
          sentence(
              period,
              money(micros),
              money(spent.micros()) + " is spent and this call may cost " + money(call.micros())));
    }
    return Optional.empty();
  }

  private String sentence(String period, String allowed, String used) {
    return "The model budget of pipeline "
        + name
        + " allows "
        + allowed
        + " a "
        + period
        + "; "
        + used
        + ". Raise the budget in the pipeline, or wait for the next "
        + period
        + ".";
  }

  private static String money(long micros) {
    return java.math.BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString()
        + " units of money";
  }
}

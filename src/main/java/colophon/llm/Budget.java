package colophon.llm;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The money, tokens and calls that a pipeline's models may still use.
 *
 * @param name whose budget it is: the pipeline's name
 * @param currency of its money, as ISO 4217 has it
 */
record Budget(String name, BudgetLimits limits, String currency) {

  /** What was used or stands reserved. */
  record Spent(long calls, long tokens, long micros) {}

  private enum Unit {
    CALLS,
    TOKENS,
    MONEY
  }

  private enum Period {
    RUN,
    DAY
  }

  /** One limit, what is used of it, and what the next call may need. */
  private record Line(
      Unit unit, Period period, @Nullable Long allowed, long used, long needed, String currency) {

    boolean over() {
      return allowed != null && needed > 0 && (used > allowed || needed > allowed - used);
    }

    String sentence(String pipeline) {
      long most = allowed == null ? Long.MAX_VALUE : allowed;
      String key = key();
      return "The model budget of pipeline "
          + pipeline
          + " allows "
          + amount(most)
          + (period == Period.RUN ? " a run (" : " a day (")
          + key
          + "): "
          + amount(used)
          + " used or reserved, "
          + amount(Math.max(0, most - used))
          + " left, and this call may need "
          + amount(needed)
          + ". Raise "
          + key
          + " in the pipeline"
          + (needed > most
              ? "."
              : period == Period.RUN
                  ? ", or run again."
                  : ", or wait for the" + " next day (UTC).");
    }

    private String key() {
      String what =
          switch (unit) {
            case CALLS -> "calls";
            case TOKENS -> "tokens";
            case MONEY -> "moneyMicros";
          };
      return what + (period == Period.RUN ? "PerRun" : "PerDay");
    }

    private String amount(long number) {
      return switch (unit) {
        case CALLS -> number + (number == 1 ? " call" : " calls");
        case TOKENS -> number + (number == 1 ? " token" : " tokens");
        case MONEY -> currency + " " + money(number);
      };
    }

    private static String money(long micros) {
      BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
      return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
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
    return Stream.of(
            line(Unit.CALLS, Period.RUN, limits.callsPerRun(), run.calls(), call.calls()),
            line(Unit.TOKENS, Period.RUN, limits.tokensPerRun(), run.tokens(), call.tokens()),
            line(Unit.MONEY, Period.RUN, limits.microsPerRun(), run.micros(), call.micros()),
            line(Unit.CALLS, Period.DAY, limits.callsPerDay(), day.calls(), call.calls()),
            line(Unit.TOKENS, Period.DAY, limits.tokensPerDay(), day.tokens(), call.tokens()),
            line(Unit.MONEY, Period.DAY, limits.microsPerDay(), day.micros(), call.micros()))
        .filter(Line::over)
        .findFirst()
        .map(line -> line.sentence(name));
  }

  private Line line(Unit unit, Period period, @Nullable Long allowed, long used, long needed) {
    return new Line(unit, period, allowed, used, needed, currency);
  }
}

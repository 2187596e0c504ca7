package colophon.pipeline;

/**
 * What a pipeline's model may cost; each call is reserved before it is made. Money is in millionths
 * of the newsroom's currency.
 */
public record Spending(
    long callsPerRun,
    long tokensPerRun,
    long moneyMicrosPerRun,
    long callsPerDay,
    long tokensPerDay,
    long moneyMicrosPerDay) {}

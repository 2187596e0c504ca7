package colophon.llm;

import org.jspecify.annotations.Nullable;

/**
 * What all calls of one stage came to.
 *
 * @param micros in millionths of the price list's currency; null where the price of a call is not
 *     known
 */
record Bill(long inputTokens, long outputTokens, @Nullable Long micros) {}

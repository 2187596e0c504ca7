package colophon.publication;

import java.time.Instant;

/**
 * A brief that was taken back, with all its versions.
 *
 * @param by who took it back
 * @param reason public, a sentence
 */
public record Withdrawal(String briefId, String by, String reason, Instant at) {}

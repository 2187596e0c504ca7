package colophon.verify;

import java.time.Instant;

/**
 * That a key is not to be believed any more.
 *
 * @param at from when; what it signed before counts only where somebody else shows that it was
 *     before
 * @param reason public, a sentence or a few words
 */
public record Revocation(Instant at, String reason) {}

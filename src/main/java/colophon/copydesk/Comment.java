package colophon.copydesk;

import java.time.Instant;

/**
 * A remark for colleagues.
 *
 * @param sentenceId empty where it is about the whole draft
 */
public record Comment(
    long number, String sentenceId, String text, Person by, Instant at, boolean resolved) {}

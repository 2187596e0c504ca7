package colophon.pipeline;

import java.time.Instant;

/**
 * One appointed time of a pipeline.
 *
 * @param label unique in the pipeline: the local date and time as scheduled, such as {@code
 *     2026-03-29T02:30}, or for intervals the time with its offset
 * @param at when it is due
 */
public record Slot(String label, Instant at) {}

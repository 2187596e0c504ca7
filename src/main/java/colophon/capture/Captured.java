package colophon.capture;

/** A snapshot, the source it came from, and what the source's feed said of it. */
public record Captured(Source source, ItemHint hint, Snapshot snapshot) {}

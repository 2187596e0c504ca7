package colophon.excerpt;

/** One place where a sentence was published. */
public record Match(PublishedVersion version, PublishedSentence sentence) {}

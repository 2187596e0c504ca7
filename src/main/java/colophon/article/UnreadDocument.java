package colophon.article;

import java.net.URI;
import java.time.Instant;

/**
 * A document that was captured and became no article.
 *
 * @param outcome {@code empty} or {@code unreadable}
 * @param reason a sentence for an operator
 * @param tries how often a document of that address has failed until now
 */
public record UnreadDocument(
    String sourceId, URI address, String outcome, String reason, Instant notedAt, int tries) {}

package colophon.brief;

import java.time.Instant;

/**
 * A brief as the writer delivered it, of one revision of a story.
 *
 * @param id {@code d-} and 20 hexadecimal digits, derived from run, story and answer
 */
public record Draft(
    String id,
    String storyId,
    int storyRevision,
    Brief brief,
    Writing writing,
    Instant writtenAt) {}

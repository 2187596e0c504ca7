package colophon.copydesk;

import colophon.brief.Amendment;
import java.time.Instant;
import java.util.Optional;

/**
 * One change that a person made to a draft.
 *
 * @param draftId the draft it made
 * @param previous the draft it changed
 * @param root the draft that the writer delivered
 * @param amendment empty where the person took the last change back
 */
public record DraftEdit(
    String draftId,
    String previous,
    String root,
    Optional<Amendment> amendment,
    Person by,
    Instant at) {}

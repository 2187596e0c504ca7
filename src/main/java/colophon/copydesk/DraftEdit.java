package colophon.copydesk;

import colophon.brief.Amendment;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a person did to the words of a draft.
 *
 * @param draftId the draft it made
 * @param previous the draft it changed
 * @param root the draft that the writer delivered
 */
public record DraftEdit(
    String draftId, String previous, String root, Change change, Person by, Instant at) {

  /** What was done. */
  public sealed interface Change {

    /** A sentence was changed, cut, bound or added. */
    record Amended(Amendment amendment) implements Change {}

    /** The person took the last change back. */
    record TakenBack() implements Change {}

    /**
     * The line begins again with the words of a version that is out, to correct or update it.
     *
     * @param version that is taken up
     * @param published the draft that became that version
     */
    record Reopened(String briefId, String slug, int version, String published) implements Change {}
  }

  /** The amendment; empty where it is none. */
  public Optional<Amendment> amendment() {
    return change instanceof Change.Amended amended
        ? Optional.of(amended.amendment())
        : Optional.empty();
  }
}

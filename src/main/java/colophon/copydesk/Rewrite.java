package colophon.copydesk;

import colophon.brief.Amendment;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A section that somebody asked the writer for again.
 *
 * @param root the draft that the writer delivered
 * @param draftId the draft as it stood
 * @param section the id of the section's subhead
 * @param before the section's words as they stood
 * @param note what the person wanted otherwise; may be empty
 * @param amendment what would be made of it; null while it is written, where nothing was, and where
 *     its words were erased
 * @param reason why nothing was written; empty where something was
 */
public record Rewrite(
    String id,
    String root,
    String draftId,
    String section,
    String before,
    String note,
    Person by,
    Instant askedAt,
    @Nullable Instant endedAt,
    Amendment.@Nullable Renew amendment,
    String reason,
    State decided) {

  /** After this nobody waits any more for what a process was writing; it died. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** How it stands. */
  public enum State {
    /** The model is at work. */
    WRITING,
    /** The process that asked the model is gone. */
    STOPPED,
    /** Nothing was written. */
    FAILED,
    /** It waits to be taken or left. */
    READY,
    /** It became the draft's section. */
    TAKEN,
    /** The section stayed as it was. */
    LEFT
  }

  /** How it stands at a moment. */
  public State state(Instant now) {
    if (decided != State.READY) {
      return decided;
    }
    if (endedAt == null) {
      return askedAt.plus(LONGEST).isBefore(now) ? State.STOPPED : State.WRITING;
    }
    return amendment == null ? State.FAILED : State.READY;
  }
}

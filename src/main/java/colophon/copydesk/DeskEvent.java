package colophon.copydesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person did with a draft beside changing its words. */
public sealed interface DeskEvent {

  /** The draft was shown to the person. */
  record Opened() implements DeskEvent {}

  /**
   * A sentence was shown beside its evidence.
   *
   * @param text its words then; other words want another look
   */
  record Looked(String sentenceId, String text) implements DeskEvent {}

  /**
   * A mark was looked at and may stand.
   *
   * @param key of the mark, see {@link colophon.review.Flag#key}
   * @param words what it was settled for, see {@link Marking#words}: it stands again when they
   *     change
   */
  record Settled(String key, String reason, String words) implements DeskEvent {

    /** What a page asks for; the desk adds the words. */
    public Settled(String key, String reason) {
      this(key, reason, "");
    }
  }

  /** A mark that was settled stands again. */
  record Unsettled(String key) implements DeskEvent {}

  /**
   * A remark for colleagues.
   *
   * @param sentenceId empty where it is about the whole draft
   */
  record Commented(String sentenceId, String text) implements DeskEvent {}

  /**
   * A remark is done with.
   *
   * @param comment its number
   */
  record Resolved(long comment) implements DeskEvent {}

  /**
   * Somebody is to work on it.
   *
   * @param login empty where nobody is
   */
  record Assigned(String login, String name) implements DeskEvent {}

  /**
   * What readers are told of a draft that takes up a brief that is out.
   *
   * @param correction whether the version that is out was wrong; otherwise there is news
   * @param note public, a sentence or two; may be empty as long as it is not written yet
   */
  record Told(boolean correction, String note) implements DeskEvent {

    /** Something more is known, and the program says so in its own words. */
    public static final Told DEFAULT = new Told(false, "");
  }

  /**
   * A desk note was written.
   *
   * @param deskNote its id; its words are kept elsewhere
   */
  record NoteWritten(String deskNote, boolean onRecord) implements DeskEvent {}

  /**
   * A desk note was struck.
   *
   * @param deskNote its id
   */
  record NoteStruck(String deskNote) implements DeskEvent {}

  /**
   * A draft that had been put aside waits again.
   *
   * @param spiked otherwise it had been sent back
   * @param reason for which it had been; by whom, its decisions tell
   */
  record TakenUp(boolean spiked, String reason) implements DeskEvent {}

  /**
   * Where it stands in the queue.
   *
   * @param slug the newsroom's short name for it; may be empty
   * @param urgency 1 at once, 5 in its turn, 9 whenever there is time
   * @param note for colleagues; may be empty
   * @param deadline null where there is none
   * @param heldUntil not to be decided on before; null where nothing holds it
   * @param embargo not to be published before; null where there is none
   */
  record Placed(
      String slug,
      int urgency,
      String note,
      @Nullable Instant deadline,
      @Nullable Instant heldUntil,
      @Nullable Instant embargo)
      implements DeskEvent {

    /** Without an embargo. */
    public Placed(
        String slug,
        int urgency,
        String note,
        @Nullable Instant deadline,
        @Nullable Instant heldUntil) {
      this(slug, urgency, note, deadline, heldUntil, null);
    }

    /** In its turn, with nothing said. */
    public static final Placed DEFAULT = new Placed("", 5, "", null, null);
  }
}

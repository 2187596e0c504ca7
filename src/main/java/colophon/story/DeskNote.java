package colophon.story;

import java.time.Instant;

/**
 * What somebody of the newsroom knows and wrote down: a source without a page of its own. Its words
 * are an article like any other, read from an archived copy; this says what no text says.
 *
 * <p>The text has two passages: a seal that nobody can guess, and the words. So the digests that a
 * public record holds of a note off the record cannot be found out by trying sentences.
 *
 * @param id {@code n-} and 16 hexadecimal digits
 * @param articleId the article that holds its words
 * @param writtenBy who of the newsroom wrote it down
 * @param who knows it, as readers are told; of a note off the record nobody outside is
 * @param learntAt when it was learnt
 * @param confirmed how, in words for readers, whether it is on the record or off
 * @param onRecord whether readers may see its words and who it comes from
 */
public record DeskNote(
    String id,
    String articleId,
    String writtenBy,
    Instant writtenAt,
    String who,
    Instant learntAt,
    String confirmed,
    boolean onRecord) {

  /** The source that brings them; no configured one has such a name. */
  public static final String SOURCE = "(desk note)";

  /** The outlet and the title of their articles, and the mark that readers see. */
  public static final String MARK = "Desk note";

  /** The same of one off the record. */
  public static final String MARK_OFF = "Desk note, off the record";

  /** The number of the passage that holds the words; the one before it is the seal. */
  public static final int WORDS = 2;

  /** The mark in English, as records and tools for people name it. */
  public String mark() {
    return onRecord ? MARK : MARK_OFF;
  }

  /** Its origin, which is nobody else's. */
  Origin origin() {
    return new Origin(MARK + " " + id, java.util.List.of(articleId));
  }
}

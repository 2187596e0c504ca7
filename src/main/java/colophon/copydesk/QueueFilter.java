package colophon.copydesk;

import colophon.review.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Which of the waiting drafts are shown.
 *
 * @param share all of them, or whose
 * @param login of the person who looks
 * @param pipeline only what it made; null for all
 * @param mark only what a mark of this kind blocks; null for all
 */
public record QueueFilter(
    Share share, String login, @Nullable String pipeline, Flag.@Nullable Kind mark) {

  /** Whose drafts. */
  public enum Share {
    ALL,
    MINE,
    UNASSIGNED,
    /** Only what is held until some time to come. */
    HELD
  }

  /** Everything that waits, for a person. */
  public static QueueFilter all(String login) {
    return new QueueFilter(Share.ALL, login, null, null);
  }
}

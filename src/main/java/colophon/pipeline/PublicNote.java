package colophon.pipeline;

import colophon.edition.VersionPlan;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells readers of a version that follows another.
 *
 * @param words a sentence or two, public
 */
public record PublicNote(VersionPlan.Kind kind, String words) {

  /** The note of a correction; null where nothing is said. */
  public static @Nullable PublicNote correction(@Nullable String words) {
    return words == null ? null : new PublicNote(VersionPlan.Kind.CORRECTION, words);
  }
}

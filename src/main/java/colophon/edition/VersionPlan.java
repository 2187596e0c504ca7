package colophon.edition;

import colophon.kernel.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which version of which brief an edition is.
 *
 * @param briefId lasting, {@code b-} and 16 hexadecimal digits
 * @param slug lasting; fixed at the first version
 * @param version from 1
 * @param note public, for an update or a correction; null for the original
 * @param publishedAt of this version
 * @param firstPublishedAt of version 1
 * @param pipeline the pipeline's name
 */
public record VersionPlan(
    String briefId,
    Slug slug,
    int version,
    Kind kind,
    @Nullable String note,
    Instant publishedAt,
    Instant firstPublishedAt,
    String pipeline) {

  /** What kind of version it is. */
  public enum Kind {
    ORIGINAL,
    UPDATE,
    CORRECTION
  }
}

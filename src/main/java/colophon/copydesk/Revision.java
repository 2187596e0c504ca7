package colophon.copydesk;

import colophon.brief.Brief;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is that takes up a brief that is out.
 *
 * @param version that is out
 * @param published its words; null where they were erased
 * @param told what readers are told of the version that the draft becomes
 */
public record Revision(
    String briefId, String slug, int version, @Nullable Brief published, DeskEvent.Told told) {

  /** Why a draft cannot go out as the next version yet, as a sentence; empty where it can. */
  Optional<String> open(Brief brief) {
    if (brief.equals(published)) {
      return Optional.of(
          "Nothing differs from version "
              + version
              + ", which is out. Change what has to change, or spike this draft to give it up.");
    }
    return told.correction() && told.note().isEmpty()
        ? Optional.of(
            "A correction tells readers what was wrong: write its public note, or make it an"
                + " update.")
        : Optional.empty();
  }
}

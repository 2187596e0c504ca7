package colophon.cli;

import colophon.attest.TombstoneStore;
import colophon.brief.DraftErasure;
import colophon.provenance.Tombstone;
import colophon.review.ReviewStore;
import java.util.List;
import java.util.Optional;

/** What is said of drafts that were erased. */
final class ErasedDrafts {

  private ErasedDrafts() {}

  /** That this draft was erased, and by order of whom; empty where it was not. */
  static Optional<String> sentence(OpenNewsroom newsroom, String draftId) {
    return newsroom
        .room(DraftErasure.class)
        .gone(draftId)
        .map(gone ->
            "The draft "
                + draftId
                + " was "
                + newsroom
                    .room(TombstoneStore.class)
                    .find(gone.digest())
                    .map(Tombstone::sentence)
                    .orElse("erased on " + gone.erasedAt())
                + ".");
  }

  /** The same of every draft that waited for an editor until then. */
  static List<String> waiting(OpenNewsroom newsroom) {
    return newsroom.room(ReviewStore.class).waitingAndErased().stream()
        .flatMap(id -> sentence(newsroom, id).stream())
        .toList();
  }
}

package colophon.evidence;

import colophon.brief.DraftErasure;
import colophon.copydesk.DeskErasure;
import colophon.grounding.ReportErasure;
import colophon.kernel.Digest;
import colophon.provenance.Tombstone;
import colophon.review.ReviewErasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts, the reports on them, and what decisions repeat of their words. */
final class DraftErasing implements Erasing {

  private final DraftErasure drafts;
  private final ReportErasure reports;
  private final ReviewErasure reviews;
  private final DeskErasure desk;
  private final LoggedVersions logged;

  DraftErasing(
      DraftErasure drafts,
      ReportErasure reports,
      ReviewErasure reviews,
      DeskErasure desk,
      LoggedVersions logged) {
    this.drafts = drafts;
    this.reports = reports;
    this.reviews = reviews;
    this.desk = desk;
    this.logged = logged;
  }

  @Override
  public List<Erasable> ofBrief(String briefId) {
    return things(
        logged.drafts(briefId).stream()
            .flatMap(id -> drafts.withThoseBefore(id).stream())
            .distinct()
            .toList());
  }

  @Override
  public List<Erasable> ofSource(String address) {
    return List.of();
  }

  @Override
  public List<Erasable> named(String name) {
    return things(
        name.startsWith("sha256:") ? drafts.of(Digest.parse(name)) : drafts.of(List.of(name)));
  }

  /** By rule only drafts of which nothing came: the others belong to what was published. */
  @Override
  public List<Erasable> before(Instant time, int most) {
    return things(drafts.neverPublished(time, most));
  }

  @Override
  public Optional<List<Digest>> erase(Erasable thing, Instant now) {
    List<String> erased = drafts.erase(thing.digest(), now);
    for (String id : erased) {
      reports.erase(id, now);
      reviews.withoutWords(id);
      desk.withoutWords(id);
    }
    return erased.isEmpty() ? Optional.empty() : Optional.of(thing.digests());
  }

  private List<Erasable> things(List<DraftErasure.Kept> kept) {
    return kept.stream().map(this::thing).toList();
  }

  private Erasable thing(DraftErasure.Kept draft) {
    var digests = new ArrayList<>(List.of(draft.digest()));
    reports.digest(draft.id()).ifPresent(digests::add);
    return new Erasable(
        ErasureClass.DRAFTS,
        Tombstone.DRAFT,
        digests,
        "draft " + draft.id() + ", \"" + draft.headline() + "\"",
        draft.writtenAt());
  }
}

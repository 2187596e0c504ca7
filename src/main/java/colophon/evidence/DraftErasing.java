package colophon.evidence;

import colophon.brief.DraftErasure;
import colophon.copydesk.DeskErasure;
import colophon.grounding.ReportErasure;
import colophon.kernel.Digest;
import colophon.pipeline.TrialErasure;
import colophon.provenance.Tombstone;
import colophon.review.ReviewErasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Drafts, the reports on them, and what decisions and alerts repeat of their words; what trials of
 * prompts wrote in their place.
 */
final class DraftErasing implements Erasing {

  private final DraftErasure drafts;
  private final ReportErasure reports;
  private final ReviewErasure reviews;
  private final DeskErasure desk;
  private final TrialErasure trials;
  private final AlertWords alerts;
  private final LoggedVersions logged;

  DraftErasing(
      DraftErasure drafts,
      ReportErasure reports,
      ReviewErasure reviews,
      DeskErasure desk,
      TrialErasure trials,
      AlertWords alerts,
      LoggedVersions logged) {
    this.drafts = drafts;
    this.reports = reports;
    this.reviews = reviews;
    this.desk = desk;
    this.trials = trials;
    this.alerts = alerts;
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
    if (name.startsWith("sha256:")) {
      Digest digest = Digest.parse(name);
      return both(things(drafts.of(digest)), trials.of(digest));
    }
    List<DraftErasure.Kept> found = drafts.of(List.of(name));
    return found.isEmpty() ? both(List.of(), trials.of(name)) : things(found);
  }

  /**
   * By rule only drafts of which nothing came: the others belong to what was published. Of a trial
   * nothing ever comes.
   */
  @Override
  public List<Erasable> before(Instant time, int most) {
    return both(kept(drafts.neverPublished(time, most)), trials.before(time, most)).stream()
        .sorted(Comparator.comparing(Erasable::since))
        .limit(most)
        .toList();
  }

  @Override
  public Optional<List<Digest>> erase(Erasable thing, Instant now) {
    List<String> erased = drafts.erase(thing.digest(), now);
    for (String id : erased) {
      reports.erase(id, now);
      reviews.withoutWords(id);
      desk.withoutWords(id);
      alerts.withoutWords(id, now);
    }
    boolean gone = !erased.isEmpty() || trials.erase(thing.digest(), now);
    return gone ? Optional.of(thing.digests()) : Optional.empty();
  }

  /** Drafts, and what trials wrote in their place. */
  private List<Erasable> things(List<DraftErasure.Kept> kept) {
    return both(kept(kept), trials.inPlaceOf(kept.stream().map(DraftErasure.Kept::id).toList()));
  }

  private List<Erasable> kept(List<DraftErasure.Kept> kept) {
    return kept.stream().map(this::thing).toList();
  }

  private static List<Erasable> both(List<Erasable> things, List<TrialErasure.Kept> tried) {
    return Stream.concat(
            things.stream(),
            tried.stream()
                .map(trial ->
                    new Erasable(
                        ErasureClass.DRAFTS,
                        Tombstone.DRAFT,
                        trial.digests(),
                        "what the trial " + trial.id() + " of a prompt wrote",
                        trial.madeAt())))
        .toList();
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

package colophon.evidence;

import colophon.copydesk.DeskErasure;
import colophon.kernel.Digest;
import colophon.pipeline.TrialErasure;
import colophon.provenance.Tombstone;
import colophon.publication.PublicationStore;
import colophon.publication.WithdrawalErasure;
import colophon.review.ReviewErasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names of people in decisions, receipts, withdrawals, holds and trials. Each becomes a numbered
 * person, the same everywhere; nothing that is kept leads from the number to the name.
 */
final class PeopleErasing implements Erasing {

  private static final String PSEUDONYM = "person %d (name erased)";

  private final ReviewErasure reviews;
  private final DeskErasure desk;
  private final WithdrawalErasure withdrawals;
  private final HoldStore holds;
  private final TrialErasure trials;
  private final LoggedVersions logged;
  private final PublicationStore publications;

  PeopleErasing(
      ReviewErasure reviews,
      DeskErasure desk,
      WithdrawalErasure withdrawals,
      HoldStore holds,
      TrialErasure trials,
      LoggedVersions logged,
      PublicationStore publications) {
    this.reviews = reviews;
    this.desk = desk;
    this.withdrawals = withdrawals;
    this.holds = holds;
    this.trials = trials;
    this.logged = logged;
    this.publications = publications;
  }

  /** The digest by which a tombstone names who a numbered person was; empty for a name. */
  static Optional<Digest> tombstone(String name) {
    return name.matches("person \\d+ \\(name erased\\)")
        ? Optional.of(Digest.ofText(name))
        : Optional.empty();
  }

  @Override
  public List<Erasable> ofBrief(String briefId) {
    Set<String> names = new LinkedHashSet<>(reviews.peopleOf(logged.drafts(briefId)));
    publications.withdrawal(briefId).ifPresent(withdrawal -> names.add(withdrawal.by()));
    return all().entrySet().stream()
        .filter(each -> names.contains(each.getKey()))
        .map(each -> thing(each.getKey(), each.getValue()))
        .toList();
  }

  @Override
  public List<Erasable> ofSource(String address) {
    return List.of();
  }

  @Override
  public List<Erasable> named(String name) {
    Instant last = all().get(name);
    return last == null ? List.of() : List.of(thing(name, last));
  }

  /** Who was last named before a time. */
  @Override
  public List<Erasable> before(Instant time, int most) {
    return all().entrySet().stream()
        .filter(each -> each.getValue().isBefore(time))
        .sorted(java.util.Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .limit(most)
        .map(each -> thing(each.getKey(), each.getValue()))
        .toList();
  }

  /** A tombstone holds no digest of the name, which could be guessed, but that of the number. */
  @Override
  public Optional<List<Digest>> erase(Erasable thing, Instant now) {
    String name = thing.key();
    if (!all().containsKey(name)) {
      return Optional.empty();
    }
    String instead = PSEUDONYM.formatted(reviews.number(now));
    var digests = new ArrayList<>(List.of(Digest.ofText(instead)));
    digests.addAll(reviews.rename(name, instead));
    desk.rename(name, instead);
    withdrawals.rename(name, instead);
    holds.rename(name, instead);
    trials.rename(name, instead);
    return Optional.of(digests.subList(0, Math.min(digests.size(), Tombstone.MOST_DIGESTS)));
  }

  /** Every name that is still here, with the last time it was used. */
  private SortedMap<String, Instant> all() {
    SortedMap<String, Instant> all = new TreeMap<>(reviews.people());
    desk.people().forEach((name, at) -> all.merge(name, at, PeopleErasing::later));
    withdrawals.people().forEach((name, at) -> all.merge(name, at, PeopleErasing::later));
    holds.people().forEach((name, at) -> all.merge(name, at, PeopleErasing::later));
    trials.people().forEach((name, at) -> all.merge(name, at, PeopleErasing::later));
    all.keySet().removeIf(name -> tombstone(name).isPresent());
    return all;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Erasable thing(String name, Instant last) {
    return new Erasable(
        ErasureClass.PEOPLE,
        Tombstone.PERSON_NAME,
        List.of(Digest.ofText("name\n" + name)),
        name,
        "the name " + name + ", last used",
        last);
  }
}

package colophon.review;

import colophon.brief.Brief;
import colophon.brief.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a person did with a draft before deciding on it: the answer to whether somebody really
 * looked.
 *
 * @param person who opened it
 * @param openedAt when the draft was shown to that person
 * @param decidedAt when the decision was made, never before
 * @param opened the ids of the sentences that were shown beside their evidence, in reading order
 * @param settled the marks that the person looked at and let pass
 * @param changes what the person changed or wrote, in reading order
 * @param ticked what the person says to have checked
 */
public record Receipt(
    String person,
    Instant openedAt,
    Instant decidedAt,
    List<String> opened,
    SortedSet<Flag.Kind> settled,
    List<Change> changes,
    SortedSet<Tick> ticked) {

  public Receipt {
    if (decidedAt.isBefore(openedAt)) {
      throw new IllegalArgumentException(
          "a decision follows the reading, found " + decidedAt + " before " + openedAt);
    }
    opened = List.copyOf(opened);
    settled = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(settled));
    changes = List.copyOf(changes);
    // A receipt of before anybody was asked has none.
    ticked =
        java.util.Collections.unmodifiableSortedSet(
            ticked == null ? new TreeSet<>() : new TreeSet<>(ticked));
  }

  /** A receipt of somebody who ticked nothing. */
  public Receipt(
      String person,
      Instant openedAt,
      Instant decidedAt,
      List<String> opened,
      SortedSet<Flag.Kind> settled,
      List<Change> changes) {
    this(person, openedAt, decidedAt, opened, settled, changes, new TreeSet<>());
  }

  /**
   * A sentence that a person changed, wrote or cut.
   *
   * @param before empty where the sentence is new
   * @param after empty where it was cut
   */
  public record Change(String sentenceId, String before, String after) {}

  /** How many hundredths of the brief's sentences were opened against their evidence. */
  public int openedPercent(Brief brief) {
    List<String> ids = brief.sentences().stream().map(Sentence::id).toList();
    return (int) (100 * ids.stream().filter(opened::contains).count() / ids.size());
  }

  /** What parts two states of a brief, by the lasting ids of their sentences. */
  public static List<Change> changes(Brief before, Brief after) {
    Map<String, String> old = new LinkedHashMap<>();
    before.sentences().forEach(sentence -> old.put(sentence.id(), sentence.text()));
    var changes = new ArrayList<Change>();
    for (Sentence sentence : after.sentences()) {
      String was = old.remove(sentence.id());
      if (!sentence.text().equals(was)) {
        changes.add(new Change(sentence.id(), was == null ? "" : was, sentence.text()));
      }
    }
    old.forEach((id, text) -> changes.add(new Change(id, text, "")));
    return List.copyOf(changes);
  }
}

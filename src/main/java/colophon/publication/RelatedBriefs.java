package colophon.publication;

import colophon.edition.Related;
import colophon.edition.SiteEntry;
import colophon.text.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses earlier briefs that a reader of this one may want: those that share most of its words.
 */
final class RelatedBriefs {

  /** How many earlier briefs are looked through, the newest of them. */
  static final int MOST_CONSIDERED = 500;

  private RelatedBriefs() {}

  /** A brief and how many words it shares. */
  private record Near(SiteEntry entry, int shared) {}

  /** At most {@link Related#MOST} of the others, which are all earlier, the nearest first. */
  static List<Related> of(SiteEntry entry, List<SiteEntry> others) {
    Set<String> words = words(entry);
    return others.stream()
        .map(other -> new Near(other, shared(words, words(other))))
        .sorted(
            Comparator.comparingInt((Near near) -> -near.shared())
                .thenComparing(near -> near.entry().published(), Comparator.reverseOrder())
                .thenComparing(near -> near.entry().slug().value()))
        .limit(Related.MOST)
        .map(near -> Related.of(near.entry()))
        .toList();
  }

  private static Set<String> words(SiteEntry entry) {
    return new HashSet<>(Words.of(entry.title() + " " + entry.standfirst()));
  }

  private static int shared(Set<String> words, Set<String> others) {
    int shared = 0;
    for (String word : others) {
      if (word.length() > 3 && words.contains(word)) {
        shared++;
      }
    }
    return shared;
  }
}

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

  private RelatedBriefs() {}

  /** At most {@link Related#MOST} of the others, which are all earlier, the nearest first. */
  static List<Related> of(SiteEntry entry, List<SiteEntry> others) {
    Set<String> words = words(entry);
    return others.stream()
        .sorted(
            Comparator.comparingInt((SiteEntry other) -> -shared(words, words(other)))
                .thenComparing(SiteEntry::published, Comparator.reverseOrder())
                .thenComparing(other -> other.slug().value()))
        .limit(Related.MOST)
        .map(Related::of)
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

package colophon.llm;

import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds earlier versions of an article, which a later one replaces. */
final class SupersededSources {

  private static final int SHINGLE = 4;
  private static final double SAME_TEXT = 0.6;

  private SupersededSources() {}

  /** The sources of which no newer version by the same outlet is at hand. */
  static List<SourceText> current(List<SourceText> sources) {
    List<SourceText> current = new ArrayList<>();
    for (SourceText source : sources) {
      if (sources.stream().noneMatch(other -> replaces(other, source))) {
        current.add(source);
      }
    }
    return current;
  }

  private static boolean replaces(SourceText newer, SourceText older) {
    return newer != older
        && newer.outlet().equals(older.outlet())
        && isNewer(newer, older)
        && overlap(shingles(older), shingles(newer)) >= SAME_TEXT;
  }

  private static boolean isNewer(SourceText one, SourceText other) {
    Instant first = one.published() == null ? Instant.MIN : one.published().toInstant();
    Instant second = other.published() == null ? Instant.MIN : other.published().toInstant();
    int order = first.compareTo(second);
    return order > 0 || order == 0 && one.number() > other.number();
  }

  private static double overlap(Set<String> older, Set<String> newer) {
    long common = older.stream().filter(newer::contains).count();
    return older.isEmpty() ? 0 : (double) common / older.size();
  }

  private static Set<String> shingles(SourceText source) {
    Set<String> shingles = new HashSet<>();
    List<String> words =
        source.passages().stream()
            .map(PassageText::text)
            .flatMap(t -> Words.of(t).stream())
            .toList();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
    }
    return shingles;
  }
}

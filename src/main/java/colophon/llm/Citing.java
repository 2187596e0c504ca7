package colophon.llm;

import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the passages in which the words of a heading stand. */
final class Citing {

  private static final int MOST_CITED = 4;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|double|dozen)(?:-|$)");

  private final StorySentences story;

  Citing(StorySentences story) {
    this.story = story;
  }

  /**
   * Whether every figure and name of a text stands in passages, which are added; other words may be
   * the title's own.
   */
  boolean stands(SourceText source, String text, List<PassageId> passages) {
    Set<String> missing = cite(source, text, passages);
    return missing.stream().noneMatch(term -> mustStand(term, text)) && !passages.isEmpty();
  }

  /** Cites passages until every word stands in one, as far as they go; returns what is missing. */
  private Set<String> cite(SourceText source, String text, List<PassageId> passages) {
    Set<String> missing = new LinkedHashSet<>(Terms.of(text));
    List<PassageText> own = source.passages();
    List<PassageText> others =
        story.sources().stream()
            .filter(other -> other != source)
            .flatMap(other -> other.passages().stream())
            .toList();
    for (List<PassageText> shelf : List.of(own, others)) {
      while (!missing.isEmpty() && passages.size() < MOST_CITED) {
        PassageText best = null;
        int most = 0;
        for (PassageText passage : shelf) {
          Set<String> held = Terms.of(passage.text());
          int found = (int) missing.stream().filter(held::contains).count();
          if (found > most) {
            most = found;
            best = passage;
          }
        }
        if (best == null) {
          break;
        }
        passages.add(best.id());
        missing.removeAll(Terms.of(best.text()));
      }
    }
    return missing;
  }

  private static boolean mustStand(String term, String text) {
    return Character.isDigit(term.codePointAt(0))
        || NUMBER.matcher(term).lookingAt()
        || Pattern.compile("(?<=\\S )\\p{Lu}" + Pattern.quote(term.substring(1)))
            .matcher(text)
            .find();
  }
}

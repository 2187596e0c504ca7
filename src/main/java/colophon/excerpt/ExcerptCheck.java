package colophon.excerpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of each sentence of an excerpt whether it stands word for word in a published version, was
 * changed, or is not ours.
 */
public final class ExcerptCheck {

  /** How many pasted sentences one published one may have been taken for. */
  static final int MOST_PARTS = 6;

  private final SentenceIndex index;
  private final EditSearch edits;

  private ExcerptCheck(SentenceIndex index) {
    this.index = index;
    this.edits = new EditSearch(index);
  }

  /** Looks for every sentence of an excerpt. */
  public static ExcerptAnswer check(Excerpt excerpt, SentenceIndex index) {
    return new ExcerptAnswer(new ExcerptCheck(index).sentences(excerpt.sentences()), index);
  }

  private List<SentenceMatch> sentences(List<String> pasted) {
    var found = new ArrayList<SentenceMatch>();
    var unknown = new ArrayList<String>();
    for (int i = 0; i < pasted.size(); ) {
      int parts = exactParts(pasted, i);
      if (parts == 0) {
        unknown.add(pasted.get(i++));
        continue;
      }
      found.addAll(changed(unknown));
      unknown.clear();
      found.add(exact(String.join(" ", pasted.subList(i, i + parts))).orElseThrow());
      i += parts;
    }
    found.addAll(changed(unknown));
    return found;
  }

  /** How many pasted sentences from there on are a published one, word for word; 0 for none. */
  private int exactParts(List<String> pasted, int from) {
    for (int parts = 1; parts <= Math.min(MOST_PARTS, pasted.size() - from); parts++) {
      if (exact(String.join(" ", pasted.subList(from, from + parts))).isPresent()) {
        return parts;
      }
    }
    return 0;
  }

  private Optional<SentenceMatch> exact(String pasted) {
    List<Match> matches = index.exact(pasted);
    if (matches.isEmpty()) {
      matches = index.withoutWords(pasted);
    }
    if (!matches.isEmpty()) {
      boolean asPrinted =
          matches.stream().anyMatch(match -> pasted.equals(match.sentence().text()))
              || matches.stream().allMatch(match -> match.sentence().text() == null);
      return Optional.of(new SentenceMatch.Verbatim(pasted, asPrinted, matches));
    }
    List<PublishedVersion> pages = index.pageLine(pasted);
    return pages.isEmpty()
        ? Optional.empty()
        : Optional.of(new SentenceMatch.PageLine(pasted, pages));
  }

  /**
   * Sentences in a row that are nowhere word for word. Two are taken for one where they come nearer
   * to a published sentence together than each alone.
   */
  private List<SentenceMatch> changed(List<String> pasted) {
    var found = new ArrayList<SentenceMatch>();
    for (int i = 0; i < pasted.size(); ) {
      int parts = 1;
      EditSearch.Likeness best = edits.find(pasted.get(i));
      while (parts < MOST_PARTS && i + parts < pasted.size()) {
        EditSearch.Likeness next = edits.find(pasted.get(i + parts));
        EditSearch.Likeness both = edits.find(String.join(" ", pasted.subList(i, i + parts + 1)));
        if (!both.isOurs() || both.milli() <= Math.max(best.milli(), next.milli())) {
          break;
        }
        best = both;
        parts++;
      }
      found.add(best.match());
      i += parts;
    }
    return found;
  }
}

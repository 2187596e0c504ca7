package colophon.excerpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of each sentence of an excerpt whether it stands word for word in a published version, was
 * changed, or is not ours.
 */
public final class ExcerptCheck {

  /** How many pieces one published sentence may have come in, such as a word a line. */
  static final int MOST_PARTS = 120;

  /** The longest text that pieces are put together to, in UTF-16 units. */
  static final int MOST_TOGETHER = 3_000;

  private final SentenceIndex index;
  private final EditSearch edits;

  private ExcerptCheck(SentenceIndex index) {
    this.index = index;
    this.edits = new EditSearch(index);
  }

  /** Looks for every sentence of an excerpt. */
  public static ExcerptAnswer check(Excerpt excerpt, SentenceIndex index) {
    var check = new ExcerptCheck(index);
    var sentences = new ArrayList<String>();
    excerpt.sentences().forEach(pasted -> sentences.addAll(check.lines(pasted)));
    return new ExcerptAnswer(check.sentences(sentences), index);
  }

  /**
   * Lines without a stop may be one wrapped sentence or several that each stand alone, such as a
   * list of sources. Only what is known to stand alone is taken apart: a line in the middle of
   * another sentence may mean the opposite there.
   */
  private List<String> lines(String pasted) {
    String whole = Comparison.onOneLine(pasted);
    List<String> lines = pasted.lines().map(Comparison::onOneLine).toList();
    if (lines.size() == 1 || exact(whole).isPresent()) {
      return List.of(whole);
    }
    if (lines.stream().allMatch(line -> exact(line).isPresent())) {
      return lines;
    }
    var parts = new ArrayList<String>();
    var open = new ArrayList<String>();
    for (String line : lines) {
      if (index.pageLine(line).isEmpty()) {
        open.add(line);
      } else {
        close(open, parts);
        parts.add(line);
      }
    }
    close(open, parts);
    return parts;
  }

  private static void close(List<String> open, List<String> parts) {
    if (!open.isEmpty()) {
      parts.add(String.join(" ", open));
      open.clear();
    }
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
    var together = new StringBuilder();
    for (int parts = 1; parts <= Math.min(MOST_PARTS, pasted.size() - from); parts++) {
      together.append(parts == 1 ? "" : " ").append(pasted.get(from + parts - 1));
      if (parts > 1 && together.length() > MOST_TOGETHER) {
        break;
      }
      if (exact(together.toString()).isPresent()) {
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
        if (both.milli() <= Math.max(best.milli(), next.milli()) || isTooLong(both)) {
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

  private static boolean isTooLong(EditSearch.Likeness together) {
    return together.pasted().length() > MOST_TOGETHER;
  }
}

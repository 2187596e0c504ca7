package colophon.desk;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Citation;
import colophon.kernel.TextSpan;
import colophon.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the very words of a source that a sentence is to rest on. They stand in one passage, word
 * for word; only the spaces between them may differ.
 */
final class QuotedWords {

  /** The longest stretch that is looked for, in code points. */
  static final int MOST_CODE_POINTS = 2_000;

  private static final int MOST_SELECTED = 32;

  private QuotedWords() {}

  /** What became of the search. */
  sealed interface Found {

    /** They stand there, once. */
    record Words(Citation citation) implements Found {}

    /** They do not, or in several places; the reason is a sentence. */
    record Refused(String reason) implements Found {}
  }

  /**
   * The words as a citation.
   *
   * @param quote as selected, typed or pasted
   * @param selected where they were selected: passage, start and end within it in code points, such
   *     as {@code 3:0:17}; empty or of other words where they were typed
   */
  static Found in(Article article, String quote, String selected) {
    String words = NormalText.of(quote).strip();
    if (words.isEmpty()) {
      return new Found.Refused("Select words of the source, or type them as they stand there.");
    }
    if (words.codePointCount(0, words.length()) > MOST_CODE_POINTS) {
      return new Found.Refused(
          "That is more than " + MOST_CODE_POINTS + " characters; tick the whole passage instead.");
    }
    Pattern pattern = pattern(words);
    Optional<Citation> there = selected(article, pattern, selected);
    if (there.isPresent()) {
      return new Found.Words(there.get());
    }
    var found = new ArrayList<Citation>();
    for (Passage passage : article.passages()) {
      Matcher matcher = pattern.matcher(article.textOf(passage));
      while (found.size() < 2 && matcher.find()) {
        found.add(citation(article, passage, matcher));
      }
    }
    return switch (found.size()) {
      case 0 ->
          new Found.Refused(
              "These words do not stand in one passage of “"
                  + article.title()
                  + "”. Copy them from it as they are, with every mark.");
      case 1 -> new Found.Words(found.getFirst());
      default ->
          new Found.Refused(
              "These words stand in “"
                  + article.title()
                  + "” more than once, in passage "
                  + found.stream()
                      .map(each -> String.valueOf(each.passage()))
                      .distinct()
                      .collect(Collectors.joining(" and "))
                  + ". Give some words before or after them too.");
    };
  }

  /** What was there before and the new words, none twice. */
  static List<Citation> with(List<Citation> before, Citation added) {
    var citations = new ArrayList<>(before);
    if (!citations.contains(added)) {
      citations.add(added);
    }
    return citations;
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(
        Pattern.compile("\\s+")
            .splitAsStream(words)
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+")));
  }

  private static Citation citation(Article article, Passage passage, Matcher matcher) {
    String text = article.textOf(passage);
    int start = passage.span().start() + text.codePointCount(0, matcher.start());
    int length = text.codePointCount(matcher.start(), matcher.end());
    return Citation.of(article, passage.number(), new TextSpan(start, start + length));
  }

  /** The stretch that was selected, where it holds these words. */
  private static Optional<Citation> selected(Article article, Pattern words, String selected) {
    String[] parts = selected.split(":", -1);
    if (selected.length() > MOST_SELECTED
        || parts.length != 3
        || !IntStream.range(0, 3).allMatch(i -> parts[i].matches("[0-9]{1,9}"))) {
      return Optional.empty();
    }
    int number = Integer.parseInt(parts[0]);
    int start = Integer.parseInt(parts[1]);
    int end = Integer.parseInt(parts[2]);
    if (number < 1 || number > article.passages().size() || start >= end) {
      return Optional.empty();
    }
    Passage passage = article.passage(number);
    int from = passage.span().start();
    if (end > passage.span().length()) {
      return Optional.empty();
    }
    var span = new TextSpan(from + start, from + end);
    String there = span.in(article.text());
    Matcher matcher = words.matcher(there);
    if (!matcher.find() || !there.substring(0, matcher.start()).isBlank()) {
      return Optional.empty();
    }
    // Spaces at the ends of a selection are nobody's words.
    int before = there.codePointCount(0, matcher.start());
    int length = there.codePointCount(matcher.start(), matcher.end());
    return there.substring(matcher.end()).isBlank()
        ? Optional.of(
            Citation.of(
                article,
                number,
                new TextSpan(span.start() + before, span.start() + before + length)))
        : Optional.empty();
  }
}

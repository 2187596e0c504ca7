package colophon.llm;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.kernel.TextSpan;
import colophon.text.Sentences;
import colophon.text.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stretch of a passage that a sentence rests on: the sentence itself or its quotation where the
 * passage has it word for word, else the passage's sentence that carries most of its words, else
 * the whole passage.
 */
final class CitedSpan {

  /** A shorter quotation proves little about where it is from. */
  private static final int LEAST_QUOTED_CHARACTERS = 12;

  /** A sentence stands for its passage only where it carries most of what the passage does. */
  private static final double LEAST_SHARE = 0.6;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private CitedSpan() {}

  static TextSpan find(String sentence, Article article, Passage passage) {
    String text = article.textOf(passage);
    return verbatim(sentence, text)
        .or(() -> likest(sentence, text, article))
        .map(span -> span.moved(passage.span().start()))
        .orElse(passage.span());
  }

  private static Optional<TextSpan> verbatim(String sentence, String text) {
    FoldedText passage = FoldedText.of(text);
    String folded = FoldedText.of(sentence).text();
    Matcher matcher = QUOTED.matcher(folded);
    Stream<String> quoted =
        matcher
            .results()
            .map(result -> result.group(1).replaceFirst("[,.]$", "").strip())
            .filter(part -> part.length() >= LEAST_QUOTED_CHARACTERS)
            .sorted(Comparator.comparingInt(String::length).reversed());
    return Stream.concat(Stream.of(folded), quoted)
        .flatMap(part -> passage.find(part).stream())
        .findFirst();
  }

  private static Optional<TextSpan> likest(String sentence, String text, Article article) {
    Set<String> asked = new HashSet<>(Words.content(sentence));
    long whole = shared(asked, text);
    if (whole == 0) {
      return Optional.empty();
    }
    List<TextSpan> spans = Sentences.split(text, article.language());
    return spans.stream()
        .max(
            Comparator.<TextSpan>comparingLong(span -> shared(asked, span.in(text)))
                .thenComparing(Comparator.comparingInt(TextSpan::start).reversed()))
        .filter(span -> shared(asked, span.in(text)) >= whole * LEAST_SHARE);
  }

  private static long shared(Set<String> asked, String text) {
    return Words.content(text).stream().distinct().filter(asked::contains).count();
  }
}

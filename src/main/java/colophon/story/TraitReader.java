package colophon.story;

import colophon.article.Article;
import colophon.text.Embedding;
import colophon.text.NormalText;
import colophon.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from an article what grouping looks at. */
final class TraitReader {

  /** A story is told in its beginning; what follows in a long piece is background. */
  static final int MOST_WORDS = 600;

  /** What the sentence model reads in one piece, in words. */
  static final int LEAD_WORDS = 80;

  private static final Pattern CAPITALISED = Pattern.compile("\\b\\p{Lu}[\\p{L}\\p{N}_-]+");
  private static final Pattern PLAIN = Pattern.compile("[a-z]{5,}");
  private static final List<String> ENDINGS =
      List.of("ing", "ers", "ed", "es", "er", "ly", "s", "e");
  private static final int LEAST_STEM = 3;

  private TraitReader() {}

  /**
   * @param bridged whether articles of other languages stand beside it
   */
  static Traits read(Article article, @Nullable Embedding meaning, boolean bridged, TermPool pool) {
    String text = beginning(article.title() + ". " + article.text(), MOST_WORDS);
    SortedMap<String, Integer> terms = new TreeMap<>();
    SortedMap<String, Integer> marked = new TreeMap<>();
    for (String word : Words.content(text)) {
      terms.merge(stem(word), 1, Integer::sum);
      if (isFigure(word)) {
        marked.put(word, 1);
      }
    }
    for (String name : names(text)) {
      marked.put(stem(name), 1);
    }
    marked.keySet().retainAll(terms.keySet());
    return new Traits(
        article.id(),
        tongue(article),
        article.published(),
        TermCounts.of(terms, pool),
        TermCounts.of(marked, pool),
        bridged ? TermCounts.of(BridgeTerms.of(text, tongue(article)), pool) : TermCounts.NONE,
        meaning);
  }

  /** Title and first words, as the sentence model gets them. */
  static String lead(Article article) {
    String title = article.title().strip();
    String stop = title.isEmpty() ? "" : title.matches(".*\\p{Po}") ? " " : ". ";
    return NormalText.line(beginning(title + stop + article.text(), LEAD_WORDS));
  }

  /** Languages are grouped each for itself; what is not known is taken for English. */
  static String tongue(Article article) {
    String tag = article.language().tag();
    return tag.equals("und") ? "en" : tag;
  }

  /** The single words, in lower case, of all words written with a capital. */
  static SortedSet<String> names(String text) {
    SortedSet<String> names = new TreeSet<>();
    Matcher matcher = CAPITALISED.matcher(text);
    while (matcher.find()) {
      names.addAll(Words.content(matcher.group()));
    }
    return names;
  }

  static boolean isFigure(String word) {
    return Character.isDigit(word.codePointAt(0));
  }

  /** A crude stem: enough that "closed" meets "closes". */
  static String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (PLAIN.matcher(lower).matches()) {
      for (String ending : ENDINGS) {
        if (lower.endsWith(ending) && lower.length() - ending.length() >= LEAST_STEM) {
          return lower.substring(0, lower.length() - ending.length());
        }
      }
    }
    return lower;
  }

  private static String beginning(String text, int words) {
    int seen = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      if (space && inWord && ++seen == words) {
        return text.substring(0, i);
      }
      inWord = !space;
    }
    return text;
  }
}

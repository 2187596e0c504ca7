package colophon.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The article's text as the page's structured data gives it. It only helps to find the visible
 * text; none of it becomes text by itself, since no reader sees it.
 */
final class BodyHint {

  private static final int FEWEST_CHARACTERS = 400;
  private static final int WORDS_TOGETHER = 3;

  private final Set<String> runs;
  private final int characters;

  private BodyHint(Set<String> runs, int characters) {
    this.runs = runs;
    this.characters = characters;
  }

  static BodyHint none() {
    return new BodyHint(Set.of(), 0);
  }

  /** The hint that a text gives; a short one gives none. */
  static BodyHint of(String articleBody) {
    if (articleBody.length() < FEWEST_CHARACTERS) {
      return none();
    }
    return new BodyHint(new HashSet<>(runs(articleBody)), articleBody.length());
  }

  boolean isUsable() {
    return characters > 0;
  }

  int characters() {
    return characters;
  }

  /** Whether most of a block's words stand in the structured data in the same order. */
  boolean holds(String text) {
    List<String> mine = runs(text);
    if (mine.isEmpty()) {
      return false;
    }
    int found = 0;
    for (String run : mine) {
      found += runs.contains(run) ? 1 : 0;
    }
    return found * 10 >= mine.size() * 6;
  }

  private static List<String> runs(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x3040 && c <= 0xd7a3) {
        flush(word, words);
        words.add(String.valueOf(c));
      } else if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else {
        flush(word, words);
      }
    }
    flush(word, words);
    var runs = new ArrayList<String>();
    for (int i = 0; i + WORDS_TOGETHER <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + WORDS_TOGETHER)));
    }
    return runs;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}

package colophon.story;

import colophon.text.Words;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two languages share about one event: figures, and names as far as they can be written in
 * Latin letters. Weights are thousandths of what a rare name is worth.
 */
final class BridgeTerms {

  static final int FULL = 1000;

  private static final int HALF = 500;
  private static final int YEAR = 600;
  private static final int LEAST_NAME = 4;
  private static final int SURE_NAME = 6;

  /** Particles hang on Korean nouns, so that each beginning of a word is tried. */
  private static final int MOST_SYLLABLES = 6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");

  private BridgeTerms() {}

  static SortedMap<String, Integer> of(String text, String tongue) {
    SortedMap<String, Integer> terms = new TreeMap<>();
    Matcher figures = FIGURE.matcher(text);
    while (figures.find()) {
      addFigure(figures.group().replaceAll(",(?=\\d{3})", "").replace(',', '.'), terms);
    }
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (Romanisation.isHangul(word.codePointAt(0))) {
        addBeginnings(word, terms);
      } else if (Character.isUpperCase(word.codePointAt(0))
          && !(tongue.equals("en") && Words.content(word).isEmpty())) {
        addName(word, terms);
      }
    }
    return terms;
  }

  private static void addFigure(String figure, SortedMap<String, Integer> terms) {
    int digits = figure.replace(".", "").length();
    if (figure.matches("(19|20)\\d\\d")) {
      terms.put("#" + figure, YEAR);
    } else if (digits >= 3 || figure.contains(".")) {
      terms.put("#" + figure, FULL);
    } else if (digits == 2) {
      terms.put("#" + figure, HALF);
    }
  }

  private static void addBeginnings(String word, SortedMap<String, Integer> terms) {
    int syllables = word.codePointCount(0, word.length());
    for (int end = 2; end <= Math.min(syllables, MOST_SYLLABLES); end++) {
      addName(word.substring(0, word.offsetByCodePoints(0, end)), terms);
    }
  }

  private static void addName(String name, SortedMap<String, Integer> terms) {
    String folded = Romanisation.fold(name);
    if (folded.length() >= SURE_NAME) {
      terms.put(folded, FULL);
    } else if (folded.length() >= LEAST_NAME || name.matches("\\p{Lu}{3,}")) {
      terms.putIfAbsent(folded, HALF);
    }
  }
}

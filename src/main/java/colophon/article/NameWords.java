package colophon.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that a class or id is made of: {@code relatedArticles_box} has three. */
final class NameWords {

  private static final int LONGEST = 80;

  private NameWords() {}

  /** One list of lower-case words for each name; names longer than any written by hand are left. */
  static List<List<String>> of(String names) {
    var all = new ArrayList<List<String>>();
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || names.charAt(i) <= ' ') {
        if (i > start && i - start <= LONGEST) {
          all.add(words(names, start, i));
        }
        start = i + 1;
      }
    }
    return all;
  }

  private static List<String> words(String names, int from, int to) {
    var words = new ArrayList<String>(4);
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean end = i == to || !Character.isLetter(names.charAt(i));
      boolean hump =
          !end
              && i > start
              && Character.isUpperCase(names.charAt(i))
              && Character.isLowerCase(names.charAt(i - 1));
      if (end || hump) {
        if (i > start) {
          words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = end ? i + 1 : i;
      }
    }
    return words;
  }
}

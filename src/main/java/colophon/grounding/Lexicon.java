package colophon.grounding;

import colophon.text.WordList;
import java.util.HashSet;
import java.util.Set;

/** The words that the checks of names know, from the lists beside this class's resources. */
final class Lexicon {

  private static final Set<String> COMMON = words("common-words.txt");
  private static final Set<String> TITLES = words("titles.txt");

  private Lexicon() {}

  /** Whether a folded word, or the plain form it is bent from, is an everyday English word. */
  static boolean common(String folded) {
    return COMMON.contains(folded)
        || Inflection.plainForms(folded).stream().anyMatch(COMMON::contains);
  }

  /** Whether a folded word introduces a person rather than names one. */
  static boolean title(String folded) {
    return TITLES.contains(folded);
  }

  private static Set<String> words(String name) {
    var words = new HashSet<String>();
    WordList.words(Lexicon.class, name).forEach(word -> words.add(Typography.folded(word)));
    return words;
  }
}

package colophon.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** English endings, as far as they let two forms of one word be recognised. */
final class Inflection {

  private static final Set<String> NAME_ENDINGS =
      Set.of(
          "s", "es", "n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ist", "ists", "ism", "ns",
          "ans", "ians", "is", "ite", "ites", "er", "ers", "y", "a");

  private Inflection() {}

  /** The words that a lower-case word may be a form of, itself left out. */
  static List<String> plainForms(String word) {
    var forms = new ArrayList<String>();
    for (String ending :
        List.of(
            "s", "es", "ed", "d", "ing", "ly", "er", "ers", "est", "ment", "ness", "al", "ful")) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
        String stem = word.substring(0, word.length() - ending.length());
        forms.add(stem);
        forms.add(stem + "e");
        if (stem.length() > 3 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
          forms.add(stem.substring(0, stem.length() - 1));
        }
      }
    }
    for (String ending : List.of("ies", "ied", "ier")) {
      if (word.endsWith(ending)) {
        forms.add(word.substring(0, word.length() - 3) + "y");
      }
    }
    for (String beginning :
        List.of("un", "re", "non", "over", "out", "mis", "pre", "post", "anti")) {
      if (word.startsWith(beginning) && word.length() - beginning.length() >= 4) {
        forms.add(word.substring(beginning.length()));
      }
    }
    return forms;
  }

  /** Whether two folded words are one name with different endings: "Tokyo", "Tokyoites". */
  static boolean sameName(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    if (shorter.length() < 4) {
      return false;
    }
    if (longer.startsWith(shorter)) {
      return NAME_ENDINGS.contains(longer.substring(shorter.length()));
    }
    String stem = shorter.substring(0, shorter.length() - 1);
    boolean vowel = "aeiouy".indexOf(shorter.charAt(shorter.length() - 1)) >= 0;
    String ending = longer.startsWith(stem) ? longer.substring(stem.length()) : "";
    return vowel && ending.length() > 1 && NAME_ENDINGS.contains(ending);
  }
}

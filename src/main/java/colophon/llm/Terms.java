package colophon.llm;

import colophon.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that carry its matter, singular and plural as one. */
final class Terms {

  /** Such as "one-on-one", whose parts say less than the whole. */
  private static final Pattern COMPOUND = Pattern.compile("\\p{L}+(?:-\\p{L}+)+");

  private Terms() {}

  /** Each once, in order of first appearance. */
  static Set<String> of(String text) {
    Set<String> terms = new LinkedHashSet<>();
    for (String word : Words.content(NumberWords.digits(text))) {
      terms.add(stem(word));
    }
    Matcher compound = COMPOUND.matcher(text);
    while (compound.find()) {
      terms.add(compound.group().toLowerCase(Locale.ROOT));
    }
    return terms;
  }

  /** The singular, about as often as not. */
  static String stem(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return length > 3 && plural ? word.substring(0, length - 1) : word;
  }

  /** The share of the terms of {@code these} that {@code those} hold too. */
  static double share(Set<String> these, Set<String> those) {
    if (these.isEmpty()) {
      return 0;
    }
    long common = these.stream().filter(those::contains).count();
    return (double) common / these.size();
  }

  /** How far the smaller of the two sets lies inside the other. */
  static double containment(Set<String> these, Set<String> those) {
    return these.size() <= those.size() ? share(these, those) : share(those, these);
  }

  static boolean anyOf(Set<String> terms, List<String> wanted) {
    return wanted.stream().anyMatch(terms::contains);
  }
}

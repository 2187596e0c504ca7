package colophon.llm;

import colophon.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds the verb on which an English sentence or headline turns, by a list and by position. */
final class Verbs {

  private static final Set<String> AUXILIARIES =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
          "might", "must", "should", "does", "did", "do", "shall");

  private static final Set<String> BREAKS = Set.of(",", "(", "—", "–", ";", ":", "“", "‘");
  private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whose", "where");
  private static final Set<String> BEFORE_NOUN =
      Set.of(
          "the", "a", "an", "of", "in", "on", "at", "for", "from", "by", "with", "to", "its",
          "their", "his", "her", "and", "or", "no", "new", "this", "that", "more", "further");

  private static final Set<String> BASES = new TreeSet<>();
  private static final Set<String> NOUNS = new TreeSet<>();
  private static final Set<String> PASTS = new TreeSet<>();
  private static final Set<String> SINGULARS = new TreeSet<>();

  static {
    WordList.lines(Verbs.class, "verbs.txt").forEach(line -> learn(line.split(" ")));
  }

  private Verbs() {}

  private static void learn(String[] forms) {
    String base = forms[0].replace("*", "");
    BASES.add(base);
    SINGULARS.add(singular(base));
    PASTS.add(forms.length > 1 ? forms[1] : past(base));
    if (forms[0].endsWith("*")) {
      NOUNS.add(base);
      NOUNS.add(singular(base));
    }
  }

  private static String singular(String base) {
    if (base.matches(".*[^aeiou]y")) {
      return base.substring(0, base.length() - 1) + "ies";
    }
    return base + (base.matches(".*(?:s|sh|ch|x|z|o)") ? "es" : "s");
  }

  private static String past(String base) {
    if (base.endsWith("e")) {
      return base + "d";
    }
    if (base.matches(".*[^aeiou]y")) {
      return base.substring(0, base.length() - 1) + "ied";
    }
    boolean doubles =
        base.matches("[^aeiou]*[aeiou][bdgmnpt]") || base.matches("admit|expel|cancel|travel");
    return base + (doubles ? base.charAt(base.length() - 1) : "") + "ed";
  }

  /** Where the main verb stands among these tokens; -1 where none is found. */
  static int main(List<String> tokens) {
    int comma = -1;
    int closed = -1;
    boolean relative = false;
    for (int i = 1; i < tokens.size(); i++) {
      String token = tokens.get(i).toLowerCase(Locale.ROOT);
      if (BREAKS.contains(token)) {
        // What stands between two commas after the subject is said by the way.
        closed = comma >= 0 ? i : closed;
        comma = comma >= 0 || opensClause(tokens, i) ? -1 : i;
        relative = false;
        continue;
      }
      if (comma >= 0) {
        continue;
      }
      if (RELATIVES.contains(token)) {
        relative = true;
      } else if (finite(tokens, i) || closed == i - 1 && PASTS.contains(token)) {
        if (!relative) {
          return i;
        }
        relative = false;
      }
    }
    return -1;
  }

  /** After "On Tuesday," and the like the sentence itself begins. */
  private static boolean opensClause(List<String> tokens, int comma) {
    String first = tokens.getFirst().toLowerCase(Locale.ROOT);
    boolean adverbial =
        Set.of(
                "in",
                "on",
                "at",
                "by",
                "after",
                "before",
                "with",
                "from",
                "under",
                "for",
                "of",
                "as",
                "despite",
                "during",
                "since",
                "when",
                "while",
                "although",
                "if",
                "until")
            .contains(first);
    return adverbial && tokens.subList(0, comma).stream().noneMatch(","::equals);
  }

  /** Whether the token at this place carries a clause. */
  static boolean finite(List<String> tokens, int at) {
    String token = tokens.get(at);
    String before = at == 0 ? "" : tokens.get(at - 1).toLowerCase(Locale.ROOT);
    String after = at + 1 >= tokens.size() ? "" : tokens.get(at + 1).toLowerCase(Locale.ROOT);
    if (!Character.isLowerCase(token.codePointAt(0))) {
      return false;
    }
    if (AUXILIARIES.contains(token)) {
      return true;
    }
    if (BEFORE_NOUN.contains(before)) {
      return false;
    }
    if (PASTS.contains(token)) {
      boolean participle = token.endsWith("ed") && after.equals("by") || before.endsWith("ly");
      return !participle && !BREAKS.contains(before);
    }
    boolean several = before.endsWith("s") || tokens.subList(0, at).contains("and");
    boolean form = SINGULARS.contains(token) || BASES.contains(token) && several;
    boolean noun =
        NOUNS.contains(token)
            && (after.isEmpty() || isStop(after) || finiteForm(after) || isPreposition(after));
    return form && !noun;
  }

  private static boolean isStop(String token) {
    return !Character.isLetterOrDigit(token.codePointAt(0));
  }

  private static boolean isPreposition(String token) {
    return Set.of("of", "in", "on", "at", "for", "from", "by", "and", "or", "with", "between")
        .contains(token);
  }

  private static boolean finiteForm(String token) {
    return AUXILIARIES.contains(token) || PASTS.contains(token);
  }

  /** Whether a form of a verb is as often a noun. */
  static boolean alsoNoun(String word) {
    return NOUNS.contains(word);
  }

  /** Whether a sentence tells what happened, rather than what is so. */
  static boolean happens(List<String> tokens) {
    int main = main(tokens);
    if (main < 0) {
      return false;
    }
    String verb = tokens.get(main).toLowerCase(Locale.ROOT);
    String after = main + 1 < tokens.size() ? tokens.get(main + 1) : "";
    boolean states = Set.of("is", "are", "has", "have", "can", "may", "does", "do").contains(verb);
    return !states || after.endsWith("ing") || PASTS.contains(after) || after.equals("been");
  }

  /** Whether a word of a headline could be its verb, whatever stands around it. */
  static boolean known(String word) {
    return AUXILIARIES.contains(word)
        || PASTS.contains(word)
        || SINGULARS.contains(word)
        || BASES.contains(word);
  }
}

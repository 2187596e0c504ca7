package colophon.llm;

import colophon.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The short statement at the heart of an English sentence, as a heading can carry it: who does
 * what, in the sentence's own words and order, without asides and without what follows. A sentence
 * that reports what somebody says gives none, since a heading must not make it the desk's own word.
 */
final class Clause {

  private static final int LEAST_WORDS = 4;
  private static final int MOST_WORDS = 10;
  private static final int LONGEST_SUBJECT = 8;

  private static final Pattern REPORTS =
      Pattern.compile(
          "(?i)\\b(?:said|says|told|wrote|writes|added that|argued|argues|warned|noted|stated|asked|according"
              + "|claim(?:s|ed)?|alleged(?:ly)?|insisted|explained|suggest(?:s|ed)|conceded|admitted"
              + "|replied|denied|denies|believe[sd]?|think|thinks|say|reportedly|apparently|probably"
              + "|called|put|accused|blamed|considered|held that|judged)\\b");

  /** Who counted is no speaker. */
  private static final Pattern COUNTED =
      Pattern.compile(
          ",? according to (?:an?|the|its) (?:\\w+ )?(?:count|survey|census|poll|measurements?)\\b[^,]*$");

  private static final Pattern CONDITION =
      Pattern.compile("(?i)\\b(?:if|unless|except|only|subject to|whether)\\b");

  /** What only the sentence before it explains. */
  private static final Pattern SAME =
      Pattern.compile("(?i)\\b(?:the same|the other|such|those|these|that table)\\b");

  private static final Pattern POINTS =
      Pattern.compile(
          "(?i)^(?:he|she|it|they|its|his|her|their|this|that|these|those|we|you|i|there|one|some"
              + "|many|most|others?|both|such|what|who|which|another|neither|nobody|each|more)\\b");

  private static final Pattern WHEN_AT_END =
      Pattern.compile(
          "(?i),? (?:(?:late |early )?on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?:"
              + " (?:morning|afternoon|evening|night))?|(?:this|last|next) \\w+|at once|today|yesterday"
              + "|(?:in|since|from|by|until) (?:\\d{1,2}"
              + " )?(?:january|february|march|april|may|june|july|august|september|october|november|december)?"
              + " ?(?:\\d{4})?|so far|again|too|also|early|late)$");

  private static final Set<String> ENDS =
      Set.of(
          ",",
          ";",
          ":",
          "—",
          "–",
          "(",
          "which",
          "who",
          "whose",
          "while",
          "because",
          "when",
          "where",
          "although",
          "though",
          "but",
          "so",
          "whereas",
          "since",
          "as");

  private static final Set<String> LOOSE =
      Set.of(
          "in", "on", "at", "by", "from", "with", "after", "before", "during", "under", "around",
          "near", "since", "until", "through", "over", "between", "against", "without", "for",
          "within", "across", "along", "among", "about", "into");

  /** What somebody wishes another to do must not be cut off from the wish. */
  private static final Pattern WISHES =
      Pattern.compile(
          "(?:expect|ask|want|allow|force|require|urge|order|help|advise|invite|tell|warn|threaten)"
              + "(?:s|ed|es)?");

  private static final Pattern OPEN_END =
      Pattern.compile(
          "\\b(?:expected|due|scheduled|planned|set|forecast|likely|able|ready|used|known|based|according"
              + "|part|number|total|one|two|three)$");

  private static final Set<String> DENIALS =
      Set.of("not", "no", "never", "nobody", "nothing", "none", "without", "rarely", "hardly");

  private Clause() {}

  /** The statement; null where none can be cut that says the same. */
  static @Nullable String of(String written) {
    String sentence = COUNTED.matcher(written).replaceFirst("");
    if (QuotedSpeech.holds(sentence)
        || sentence.contains("‘")
        || REPORTS.matcher(sentence).find()
        || CONDITION.matcher(sentence).find()
        || SAME.matcher(sentence).find()) {
      return null;
    }
    List<String> words = words(sentence);
    int verb = Verbs.main(words);
    if (verb < 1 || verb > 2 * LONGEST_SUBJECT) {
      return null;
    }
    List<String> subject = withoutAside(words.subList(0, verb));
    if (subject.isEmpty()
        || subject.size() > LONGEST_SUBJECT
        || LOOSE.contains(subject.getFirst().toLowerCase(Locale.ROOT)) && !counts(subject)
        || POINTS.matcher(String.join(" ", subject)).find()) {
      return null;
    }
    int end = end(words, verb);
    if (end < words.size() && words.get(end).equals("as") && end < verb + 2) {
      return null;
    }
    List<String> predicate = words.subList(verb, end);
    List<String> rest = shortened(predicate, subject.size());
    boolean denies = predicate.stream().anyMatch(DENIALS::contains);
    boolean wishes =
        WISHES.matcher(predicate.getFirst()).matches()
            && predicate.subList(rest.size(), predicate.size()).contains("to");
    boolean ranks = String.join(" ", rest).contains("one of the");
    if ((denies || wishes || ranks) && rest.size() < predicate.size()) {
      return null;
    }
    List<String> all = new ArrayList<>(subject);
    all.addAll(rest);
    String whole = String.join(" ", all);
    String text = WHEN_AT_END.matcher(whole).replaceFirst("");
    text = WHEN_AT_END.matcher(text).replaceFirst("");
    text = (OPEN_END.matcher(text).find() ? whole : text).replaceFirst("^(?:The|A|An) ", "");
    return fits(text, subject.size()) ? text : null;
  }

  /** "About 700 people" are people, not a place. */
  private static boolean counts(List<String> subject) {
    return subject.size() > 1 && Character.isDigit(subject.get(1).codePointAt(0));
  }

  private static boolean fits(String text, int subject) {
    int count = Words.count(text);
    String last = text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return count >= LEAST_WORDS
        && count <= MOST_WORDS
        && count > subject
        && !Words.isFunction(last)
        && !LOOSE.contains(last)
        && !OPEN_END.matcher(text).find()
        && QuotedSpeech.balanced(text);
  }

  /** Words and marks; marks stand alone, a figure or a name with its points stays whole. */
  private static List<String> words(String sentence) {
    List<String> words = new ArrayList<>();
    for (String word : sentence.replaceAll("(?<!\\b[ap]\\.m)[.!]$", "").split(" ")) {
      String bare = word.replaceAll("[,;:]$", "");
      boolean opened = bare.startsWith("(") && bare.length() > 1;
      if (opened) {
        words.add("(");
      }
      words.add(opened ? bare.substring(1) : bare);
      if (bare.length() < word.length()) {
        words.add(word.substring(bare.length()));
      }
    }
    return words;
  }

  /** Without what stands between commas, and without a "when" before the sentence. */
  private static List<String> withoutAside(List<String> subject) {
    int first = subject.indexOf(",");
    int last = subject.lastIndexOf(",");
    if (first < 0) {
      return subject;
    }
    boolean adverbial = LOOSE.contains(subject.getFirst().toLowerCase(Locale.ROOT));
    if (first < last && last == subject.size() - 1 && !adverbial) {
      return subject.subList(0, first);
    }
    return first == last && first < subject.size() - 1
        ? subject.subList(first + 1, subject.size())
        : List.of();
  }

  private static int end(List<String> words, int verb) {
    for (int i = verb + 1; i < words.size(); i++) {
      String word = words.get(i).toLowerCase(Locale.ROOT);
      boolean joins = word.equals("and") || word.equals("or");
      if (ENDS.contains(word) || joins && clauseFollows(words, i)) {
        return i;
      }
    }
    return words.size();
  }

  private static boolean clauseFollows(List<String> words, int at) {
    for (int i = at + 1; i < Math.min(words.size(), at + 6); i++) {
      if (i == at + 1 && Verbs.known(words.get(i)) || Verbs.finite(words, i)) {
        return true;
      }
    }
    return false;
  }

  /** The predicate without its last adverbials, until the whole is short enough. */
  private static List<String> shortened(List<String> predicate, int subject) {
    List<String> cut = predicate;
    while (subject + cut.size() > MOST_WORDS - 1) {
      int at = lastLoose(cut);
      if (at < 2) {
        break;
      }
      cut = cut.subList(0, at);
    }
    return cut;
  }

  private static int lastLoose(List<String> predicate) {
    for (int i = predicate.size() - 1; i > 1; i--) {
      String word = predicate.get(i).toLowerCase(Locale.ROOT);
      String before = predicate.get(i - 1).toLowerCase(Locale.ROOT);
      if (LOOSE.contains(word) && !Verbs.known(before) && !Words.isFunction(before)) {
        return i;
      }
    }
    return -1;
  }
}

package colophon.excerpt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and programs do to a sentence on its way, each with what must be said of it. */
final class Edits {

  /** What the check must say. */
  enum Expected {
    VERBATIM,
    EDITED,
    NOT_OURS
  }

  /** Changes a sentence; empty where it holds nothing that this edit changes. */
  interface Edit {
    Optional<String> of(String sentence, String next, Random random);
  }

  /** An edit, and what must be said of its result. */
  record Kind(Expected expected, Edit edit) {}

  private static final Pattern FIGURE = Pattern.compile("[0-9]");
  private static final Pattern NAME = Pattern.compile("(?<=\\p{Ll} )\\p{Lu}\\p{Ll}{3,}");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final Pattern VERB =
      Pattern.compile(
          " (?:is|was|are|were|has|had|have|will|would|can|could|did|does|ist|hat|wird)\\b");
  private static final Pattern NOT = Pattern.compile(" (?:not|never|nicht|no)\\b");

  private Edits() {}

  static Map<String, Kind> all() {
    var kinds = new LinkedHashMap<String, Kind>();
    kinds.put("untouched", new Kind(Expected.VERBATIM, (s, next, random) -> Optional.of(s)));
    kinds.put("spaces changed", same(Edits::spaces));
    kinds.put("quotes changed", same((s, next, random) -> quotes(s)));
    kinds.put("dashes changed", same((s, next, random) -> s.replaceAll("[–—]", "--")));
    kinds.put("HTML around words", same(Edits::html));
    kinds.put("Markdown around it", same((s, next, random) -> "> **" + s + "**"));
    kinds.put("source marks after it", same((s, next, random) -> s + " [1][12]"));
    kinds.put("full-width figures", same((s, next, random) -> fullWidth(s)));
    kinds.put("capitals", edited((s, next, random) -> s.toUpperCase(Locale.ROOT)));
    kinds.put("no spaces at all", edited((s, next, random) -> s.replaceAll("\\s", "")));
    kinds.put("one figure changed", edited(Edits::figure));
    kinds.put(
        "one name changed", edited((s, next, random) -> replace(s, NAME, "Thornwick", random)));
    kinds.put("negation put in", edited(Edits::negation));
    kinds.put("negation taken out", edited((s, next, random) -> NOT.matcher(s).replaceFirst("")));
    kinds.put("one word replaced", edited((s, next, random) -> words(s, 1, random)));
    kinds.put("a quarter of the words replaced", edited((s, next, random) -> share(s, 4, random)));
    kinds.put("a third of the words replaced", edited((s, next, random) -> share(s, 3, random)));
    kinds.put("first third cut off", edited((s, next, random) -> cut(s, true)));
    kinds.put("last third cut off", edited((s, next, random) -> cut(s, false)));
    kinds.put("words put before it", edited(Edits::before));
    kinds.put("joined with the next", edited(Edits::joined));
    return kinds;
  }

  private interface Change {
    String of(String sentence, String next, Random random);
  }

  private static Kind same(Change change) {
    return new Kind(Expected.VERBATIM, changing(change));
  }

  private static Kind edited(Change change) {
    return new Kind(Expected.EDITED, changing(change));
  }

  /** Where nothing was changed, the edit does not apply. */
  private static Edit changing(Change change) {
    return (sentence, next, random) ->
        Optional.of(change.of(sentence, next, random)).filter(result -> !result.equals(sentence));
  }

  private static String spaces(String s, String next, Random random) {
    return s.replaceAll(" ", random.nextBoolean() ? "\u00a0" : " \n ");
  }

  private static String quotes(String s) {
    return s.replaceAll("[“”„«»]", "\"").replaceAll("[‘’]", "'");
  }

  private static String html(String s, String next, Random random) {
    String escaped = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<p>" + escaped.replaceFirst("(\\p{L}{3,})", "<em>$1</em>") + "</p>";
  }

  private static String fullWidth(String s) {
    var out = new StringBuilder();
    s.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return out.toString();
  }

  private static String figure(String s, String next, Random random) {
    List<Integer> places = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(s);
    while (matcher.find()) {
      places.add(matcher.start());
    }
    if (places.isEmpty()) {
      return s;
    }
    int at = places.get(random.nextInt(places.size()));
    char other = (char) ('0' + (s.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
    return s.substring(0, at) + other + s.substring(at + 1);
  }

  private static String negation(String s, String next, Random random) {
    Matcher verb = VERB.matcher(s);
    return verb.find() ? s.substring(0, verb.end()) + " not" + s.substring(verb.end()) : s;
  }

  private static String replace(String s, Pattern pattern, String by, Random random) {
    List<int[]> places = new ArrayList<>();
    Matcher matcher = pattern.matcher(s);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return s;
    }
    int[] at = places.get(random.nextInt(places.size()));
    return s.substring(0, at[0]) + by + s.substring(at[1]);
  }

  private static String share(String s, int part, Random random) {
    int words = (int) WORD.matcher(s).results().count();
    return words < part ? s : words(s, words / part, random);
  }

  private static String words(String s, int count, Random random) {
    String result = s;
    for (int i = 0; i < count; i++) {
      result = replace(result, WORD, "zq" + random.nextInt(90), random);
    }
    return result;
  }

  private static String cut(String s, boolean start) {
    String[] words = s.split(" ");
    if (words.length < 9) {
      return s;
    }
    int third = words.length / 3;
    return String.join(
        " ",
        start
            ? Arrays.copyOfRange(words, third, words.length)
            : Arrays.copyOfRange(words, 0, words.length - third));
  }

  private static String before(String s, String next, Random random) {
    return "It is untrue, as critics of the plan pointed out, that " + s;
  }

  private static String joined(String s, String next, Random random) {
    return next.isEmpty() ? s : s.replaceAll("[.!?。]$", "") + ", while " + next;
  }
}

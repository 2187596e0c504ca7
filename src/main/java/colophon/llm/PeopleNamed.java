package colophon.llm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is named in a story, so that nobody is met by the surname alone before the full name was
 * given.
 */
final class PeopleNamed {

  private static final Pattern RUN =
      Pattern.compile("\\p{Lu}[\\p{L}’'-]*(?: (?:\\p{Lu}\\.|\\p{Lu}[\\p{L}’'-]*))+");
  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}’'-]+");
  private static final Pattern SPEAKS =
      Pattern.compile(
          "^(?:, (?:who|whose|\\d\\d|an? \\d\\d-year)\\b"
              + "| (?:said|says|told|wrote|expects|added|argued|proposes|conceded|met|described|won"
              + "|sailed|spoke|warned)\\b)");
  private static final Pattern SPOKEN = Pattern.compile("(?:said|says|by|told|asked) $");

  /** "Its managing director, Hugh Sallow, …". */
  private static final Pattern OFFICE_BEFORE =
      Pattern.compile(
          "(?i)(?:director|captain|mayor|minister|president|premier|spokes\\w+|leader|chief|chair\\w*|skipper"
              + "|officer|engineer|neighbour|colleague|navigator|owner|judge|professor|librarian"
              + "|executive|economist|manager|coach|lawyer|secretary|governor|editor|author|founder"
              + "|head|deputy|inspector|researcher|scientist|farmer|resident|customer),? $");

  private static final Set<String> TITLES =
      Set.copyOf(
          List.of(
              """
              president prime minister governor councillor justice judge chancellor chief executive
              senator representative professor dr mr mrs ms sir dame lord lady king queen prince general
              captain director chairman chairwoman secretary foreign finance former south north korean
              japanese american british french german chinese russian us u.s premier mayor pope the in on
              at for and but its their his her\
              """
                  .split("\\s+")));

  private static final Set<String> SMALL =
      Set.copyOf(
          List.of(
              "the in on at for and but its their his her former us u.s north south".split(" ")));

  private final Map<String, Set<String>> peopleBySurname = new HashMap<>();
  private final Set<String> names = new TreeSet<>();

  PeopleNamed(List<String> texts) {
    Map<String, Integer> alone = new HashMap<>();
    for (String text : texts) {
      Set<String> ofRuns = new HashSet<>();
      for (String run : people(text)) {
        String[] parts = run.split(" ");
        List.of(parts).forEach(part -> names.add(part.toLowerCase(Locale.ROOT)));
        peopleBySurname.computeIfAbsent(parts[parts.length - 1], s -> new TreeSet<>()).add(run);
        peopleBySurname.computeIfAbsent(parts[0], s -> new TreeSet<>()).add(run);
        ofRuns.addAll(List.of(parts));
      }
      for (String single : singles(text)) {
        alone.merge(single, 1, Integer::sum);
      }
    }
    peopleBySurname
        .keySet()
        .removeIf(name -> !alone.containsKey(name) || texts.stream().anyMatch(t -> place(t, name)));
  }

  /** Nobody is lived in, and few people own an economy. */
  private static boolean place(String text, String name) {
    return text.contains(" in " + name)
        || text.contains("In " + name)
        || text.contains(" at " + name)
        || text.contains(" near " + name);
  }

  /** The surnames by which a text names people whose full names it does not give. */
  Set<String> unintroduced(String text) {
    Set<String> surnames = new TreeSet<>();
    for (String single : singles(text)) {
      if (peopleBySurname.containsKey(single)) {
        surnames.add(single);
      }
    }
    surnames.removeAll(introduced(text));
    return surnames;
  }

  /** The surnames, and first names, of those whose full names a text gives. */
  Set<String> introduced(String text) {
    Set<String> names = new TreeSet<>();
    for (String run : runs(text)) {
      for (String part : run.split(" ")) {
        if (peopleBySurname.containsKey(part)) {
          names.add(part);
        }
      }
    }
    return names;
  }

  /** Every part of the full names of people, in small letters. */
  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  private static List<String> people(String text) {
    List<String> people = new ArrayList<>();
    Matcher matcher = RUN.matcher(text);
    while (matcher.find()) {
      String run = untitled(matcher.group());
      int parts = run.split(" ").length;
      String before = matcher.group().substring(0, matcher.group().indexOf(run));
      boolean titled = List.of(before.split(" ")).stream().anyMatch(PeopleNamed::isOffice);
      boolean thing =
          before.matches("(?i).*\\bthe ")
              || text.substring(0, matcher.start()).matches("(?is).*\\bthe ")
              || run.matches(".*['’]s? .*");
      boolean speaks = SPEAKS.matcher(text.substring(matcher.end())).find();
      boolean spoken =
          SPOKEN.matcher(text.substring(0, matcher.start())).find()
              || OFFICE_BEFORE.matcher(text.substring(0, matcher.start())).find();
      if (parts >= 2 && parts <= 3 && (titled || !thing && (speaks || spoken))) {
        people.add(run);
      }
    }
    return people;
  }

  /** Whether a word before a name is an office that only people hold. */
  private static boolean isOffice(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return TITLES.contains(lower) && !SMALL.contains(lower);
  }

  private static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    Matcher matcher = RUN.matcher(text);
    while (matcher.find()) {
      String run = untitled(matcher.group());
      if (run.contains(" ")) {
        runs.add(run);
      }
    }
    return runs;
  }

  private static List<String> singles(String text) {
    String withoutRuns = text;
    for (String run : runs(text)) {
      withoutRuns = withoutRuns.replace(run, " ");
    }
    List<String> singles = new ArrayList<>();
    Matcher matcher = CAPITALISED.matcher(withoutRuns);
    while (matcher.find()) {
      singles.add(matcher.group().replaceAll("['’]s?$", ""));
    }
    return singles;
  }

  private static String untitled(String run) {
    String name = run.replaceAll("['’]s$", "");
    while (name.contains(" ")
        && TITLES.contains(name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT))) {
      name = name.substring(name.indexOf(' ') + 1);
    }
    return name;
  }
}

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
      boolean titled = run.length() < matcher.group().length();
      boolean speaks = SPEAKS.matcher(text.substring(matcher.end())).find();
      boolean spoken = SPOKEN.matcher(text.substring(0, matcher.start())).find();
      if (parts >= 2 && parts <= 3 && (titled || speaks || spoken)) {
        people.add(run);
      }
    }
    return people;
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

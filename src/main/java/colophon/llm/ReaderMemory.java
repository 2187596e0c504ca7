package colophon.llm;

import colophon.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a reader has met so far: whose full names were given and which things were named. A sentence
 * follows where it calls nobody by the surname alone, and begins with no "the" thing, that was not
 * met before.
 */
final class ReaderMemory {

  /** Things of which a reader knows one without being told. */
  private static final Set<String> KNOWN =
      Set.copyOf(
          List.of(
              """
              government economy police public weather sea sun world country state region province town
              city council cabinet parliament court president premier prime minister party opposition
              market army law year week month day night evening morning end rest start beginning time
              first second third last next same most more number proportion share total amount sum
              majority minority average only chance risk need idea hope fact truth cost price value age
              result results people public euro dollar crown\
              """
                  .split("\\s+")));

  private static final Set<String> COMPLEMENTS =
      Set.of(
          "of", "in", "on", "at", "for", "to", "that", "which", "who", "from", "between", "near");

  private final StorySentences story;
  private final PeopleNamed people;
  private final Set<String> introduced;
  private final Set<String> met;
  private final Map<String, Boolean> common;

  ReaderMemory(StorySentences story, PeopleNamed people) {
    this(story, people, new TreeSet<>(), new TreeSet<>(), new HashMap<>());
  }

  private ReaderMemory(
      StorySentences story,
      PeopleNamed people,
      Set<String> introduced,
      Set<String> met,
      Map<String, Boolean> common) {
    this.story = story;
    this.common = common;
    this.people = people;
    this.introduced = introduced;
    this.met = met;
  }

  ReaderMemory copy() {
    return new ReaderMemory(story, people, new TreeSet<>(introduced), new TreeSet<>(met), common);
  }

  void read(Excerpt excerpt) {
    introduced.addAll(people.introduced(excerpt.text()));
    met.addAll(excerpt.terms());
  }

  /** Whether everybody it names by surname was or is introduced. */
  boolean knowsPeople(Excerpt excerpt) {
    Set<String> known = new TreeSet<>(introduced);
    for (SourceSentence sentence : excerpt.sentences()) {
      if (!known.containsAll(people.unintroduced(sentence.text()))) {
        return false;
      }
      known.addAll(people.introduced(sentence.text()));
    }
    return true;
  }

  /** How many people it gives by their full names who were not met before. */
  int introductions(Excerpt excerpt) {
    Set<String> names = new TreeSet<>(people.introduced(excerpt.text()));
    names.removeAll(introduced);
    return names.size();
  }

  /** Whether a reader can follow it here. */
  boolean follows(Excerpt excerpt) {
    return knowsPeople(excerpt) && knowsSubject(excerpt.first().text());
  }

  /** Whether the thing with which a sentence begins as "the" thing is known. */
  private boolean knowsSubject(String sentence) {
    List<String> tokens = NounPhrases.tokens(sentence);
    int from = tokens.getFirst().equals("The") ? 1 : -1;
    if (from < 0) {
      return true;
    }
    int to = from;
    while (to < tokens.size() && !endsPhrase(tokens, to)) {
      to++;
    }
    if (to == from) {
      return true;
    }
    String after = to < tokens.size() ? tokens.get(to).toLowerCase(Locale.ROOT) : "";
    String head = tokens.get(to - 1);
    boolean named = Character.isUpperCase(head.codePointAt(0));
    boolean superlative = tokens.get(from).matches("\\p{Ll}+est|most|best|worst|biggest");
    if (named || superlative || COMPLEMENTS.contains(after)) {
      return true;
    }
    for (String modifier : tokens.subList(from, to - 1)) {
      boolean strange =
          Character.isUpperCase(modifier.codePointAt(0))
              && Terms.of(modifier).stream().noneMatch(met::contains);
      if (strange) {
        return false;
      }
    }
    String stem = Terms.stem(head.toLowerCase(Locale.ROOT));
    return KNOWN.contains(head.toLowerCase(Locale.ROOT)) || met.contains(stem) || common(head);
  }

  private static boolean endsPhrase(List<String> tokens, int at) {
    String token = tokens.get(at);
    String lower = token.toLowerCase(Locale.ROOT);
    return !Character.isLetterOrDigit(token.codePointAt(0))
        || Words.isFunction(lower)
        || Verbs.finite(tokens, at)
        || lower.endsWith("ed") && !Character.isUpperCase(token.codePointAt(0));
  }

  /** Whether sources of two origins speak of it as "the" thing, so that the story has one. */
  private boolean common(String noun) {
    return common.computeIfAbsent(noun, this::isCommon);
  }

  private boolean isCommon(String noun) {
    return story.all().stream()
            .filter(sentence ->
                sentence
                    .text()
                    .matches("(?s).*\\b[Tt]he (?:\\p{L}+ )?" + Pattern.quote(noun) + "\\b.*"))
            .map(SourceSentence::origin)
            .distinct()
            .count()
        > 1;
  }
}

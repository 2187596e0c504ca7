package colophon.llm;

import colophon.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The noun phrases that a story's sentences share, found without a grammar: runs of one to three
 * words that stand where noun phrases stand, after an article or a preposition and before a verb, a
 * preposition or a stop.
 */
final class NounPhrases {

  /** How many phrases are kept. */
  static final int MOST_PHRASES = 400;

  private static final int LONGEST = 3;
  private static final double LEAST_SHAPE = 0.40;
  private static final double LEAST_SHAPE_ALONE = 0.60;

  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*[\\p{L}\\p{N}]|[\\p{L}\\p{N}]|[^\\s\\p{L}\\p{N}]");

  private static final Set<String> LEADS =
      Set.copyOf(
          List.of(
              """
              the a an of in on at for with from by to into over under between about against and or its
              their his her our this that these those some any all more most no each every other new
              but , ( “ ‘ : — – ;\
              """
                  .split("\\s+")));

  private static final Set<String> ARTICLES =
      Set.of("the", "a", "an", "of", "in", "on", "for", "from", "its", "their", "about", "over");

  private static final Set<String> FOLLOWS =
      Set.copyOf(
          List.of(
              """
              of in on at for with from by to into over under between about against and or , . ; : ) ” ’
              — – is are was were will would has have had can could may might should must that which who
              where when while because since before after as than but not do does did until so if though
              although during through without within across also still\
              """
                  .split("\\s+")));

  /** Words of time, measure and manner, and verbs that no phrase about a subject holds. */
  private static final Set<String> EXCLUDED =
      Set.copyOf(
          List.of(
              """
              percentage florin florins mark marks crown crowns dollar dollars euro euros pound pounds won
              yen kilometre kilometres metre metres mile miles kilometer kilometers meter meters knots
              returns anyone everyone everybody nobody anybody somebody stand reason reasons
              brought bring brings broke broken sent send sends built build builds grew grown grow grows
              fell falls rose rises risen ran runs paid pays spent stood stands struck drew drawn written
              spoke sat lay lies drove bought sold sells threw chose caught taught thought felt heard hit
              hurt meant read rode spread stole understood
              said say says told tell tells according reported report reports added made make makes take
              takes took taken given give gives gave come came comes go goes went gone get got gets put
              puts set sets held hold holds met meet meets began begin begins won win wins lost lose
              loses led lead leads left leave leaves kept keep keeps found find finds saw see seen know
              knows known show shows showed shown ask asks asked want wants wanted need needs needed use
              uses used call calls called agree agrees agreed remain remains remained become became seek
              seeks expect expects expected due likely able including included include includes based
              well first second third fourth last next latest early earlier late later long longer same
              many much several few two three four five six seven eight nine ten eleven twelve one both
              year years month months week weeks day days hour hours minute minutes time times moment
              monday tuesday wednesday thursday friday saturday sunday january february march april may
              june july august september october november december today tomorrow yesterday morning
              afternoon evening night spring summer autumn winter percent cent million billion trillion
              thousand hundred dozen roughly nearly almost often already ever soon together apart away
              back ahead near far high higher highest low lower lowest large larger largest big bigger
              biggest small smaller smallest good better best bad worse worst great greater greatest
              recent recently public own different certain main major key full whole entire total other
              others another such very even just only quite rather whether how why what when there here
              mr mrs ms dr cases something anything nothing everything everyone saying making going
              taking being having doing per still yet never always north south east west northern
              southern eastern western u.s us\
              """
                  .split("\\s+")));

  /** Words that mean something only with another before them. */
  private static final Set<String> VAGUE =
      Set.copyOf(
          List.of(
              """
              way ways thing things people person someone part parts number lot kind sort case fact
              point points question questions place places matter matters end ends start side sides half
              quarter official officials leader leaders group groups member members work works working
              plans head chief\
              """
                  .split("\\s+")));

  /**
   * A phrase.
   *
   * @param stems what it is known by
   * @param surface as most sentences write it
   * @param sentences the numbers of the sentences that hold it
   * @param sources the numbers of their sources
   */
  record Phrase(List<String> stems, String surface, Set<Integer> sentences, Set<Integer> sources) {
    boolean overlaps(Phrase other) {
      return !Collections.disjoint(stems, other.stems);
    }
  }

  private static final class Sighting {
    final Map<String, Integer> surfaces = new TreeMap<>();
    final Set<Integer> sentences = new TreeSet<>();
    final Set<Integer> sources = new TreeSet<>();
    int shaped;
    int all;
  }

  private final Map<List<String>, Sighting> sightings = new HashMap<>();

  private NounPhrases() {}

  /** The phrases of these sentences, those that most sentences of most sources hold first. */
  static List<Phrase> of(List<SourceSentence> sentences) {
    NounPhrases phrases = new NounPhrases();
    sentences.forEach(phrases::read);
    return phrases.phrases();
  }

  private List<Phrase> phrases() {
    List<Phrase> found = new ArrayList<>();
    sightings.forEach((stems, sighting) -> {
      double least = stems.size() == 1 ? LEAST_SHAPE_ALONE : LEAST_SHAPE;
      if (sighting.shaped > 0 && sighting.shaped >= sighting.all * least) {
        found.add(
            new Phrase(stems, commonest(sighting.surfaces), sighting.sentences, sighting.sources));
      }
    });
    found.removeIf(phrase -> found.stream().anyMatch(other -> swallows(other, phrase)));
    found.sort(
        Comparator.comparingDouble((Phrase phrase) -> -standing(phrase))
            .thenComparing(phrase -> String.join(" ", phrase.stems())));
    return List.copyOf(found.subList(0, Math.min(MOST_PHRASES, found.size())));
  }

  private static double standing(Phrase phrase) {
    return phrase.sentences().size()
        * (1 + 0.5 * (phrase.stems().size() - 1))
        * (1 + 0.3 * phrase.sources().size());
  }

  /** A longer phrase found almost as often says the same better. */
  private static boolean swallows(Phrase longer, Phrase shorter) {
    return longer.stems().size() > shorter.stems().size()
        && Collections.indexOfSubList(longer.stems(), shorter.stems()) >= 0
        && longer.sentences().size() * 3 >= shorter.sentences().size() * 2;
  }

  private static String commonest(Map<String, Integer> surfaces) {
    return Collections.max(
            surfaces.entrySet(),
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .getKey();
  }

  private void read(SourceSentence sentence) {
    List<String> tokens = tokens(QuotedSpeech.spoken(sentence.text()));
    for (int from = 0; from < tokens.size(); from++) {
      for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST); to++) {
        if (!carries(tokens.get(to - 1))) {
          break;
        }
        see(sentence, tokens, from, to);
      }
    }
  }

  private void see(SourceSentence sentence, List<String> tokens, int from, int to) {
    List<String> words = tokens.subList(from, to);
    String last = words.getLast().toLowerCase(Locale.ROOT);
    boolean single = words.size() == 1;
    String first = words.getFirst().toLowerCase(Locale.ROOT);
    if (VAGUE.contains(first)
        || last.endsWith("ed")
        || last.endsWith("ly")
        || last.endsWith("ing") && single
        || single && last.length() < 4) {
      return;
    }
    String before = from == 0 ? "." : tokens.get(from - 1).toLowerCase(Locale.ROOT);
    String after = to >= tokens.size() ? "." : tokens.get(to).toLowerCase(Locale.ROOT);
    boolean broken = words.stream().skip(1).anyMatch(word -> word.endsWith("ed"));
    if (broken) {
      return;
    }
    boolean verbal = first.endsWith("ed") || first.endsWith("ing");
    boolean leads =
        (single || verbal ? ARTICLES : LEADS).contains(before)
            || before.matches("\\d[\\d,.]*")
            || from == 0 && !single && !verbal;
    boolean follows = FOLLOWS.contains(after) || EXCLUDED.contains(after) || after.endsWith("ed");
    Sighting sighting =
        sightings.computeIfAbsent(
            words.stream().map(word -> Terms.stem(plain(word))).toList(), stems -> new Sighting());
    sighting.all++;
    sighting.shaped += leads && follows ? 1 : 0;
    sighting.sentences.add(sentence.number());
    sighting.sources.add(sentence.source().number());
    sighting.surfaces.merge(surface(words, from == 0), 1, Integer::sum);
  }

  private static String surface(List<String> words, boolean opening) {
    String text = String.join(" ", words).replaceAll("['’]s$", "").replace('\'', '’');
    return opening ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
  }

  static boolean carries(String token) {
    String word = plain(token);
    return word.length() > 1
        && !EXCLUDED.contains(word)
        && !Words.isFunction(word)
        && word.codePoints().allMatch(c -> Character.isLetter(c) || c == '-')
        && !(word.endsWith("ly") && word.length() > 5);
  }

  private static String plain(String token) {
    return token.toLowerCase(Locale.ROOT).replaceAll("['’]s?$", "");
  }

  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }
}

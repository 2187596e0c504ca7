package colophon.grounding;

import colophon.grounding.NamedWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the names in a sentence by their capitals. */
final class NameReader {

  private static final Set<String> PARTICLES =
      Set.of(
          "of", "de", "la", "le", "du", "des", "del", "van", "von", "der", "den", "bin", "ibn",
          "al", "el", "da", "do", "dos", "di", "y", "zu");
  private static final Set<String> VERBS =
      Set.of(
          "said",
          "says",
          "told",
          "announced",
          "has",
          "have",
          "had",
          "is",
          "was",
          "were",
          "are",
          "will",
          "would",
          "added",
          "warned",
          "denied",
          "plans",
          "wants",
          "won",
          "lost");

  private NameReader() {}

  /**
   * A run of words that name somebody or something.
   *
   * @param headed whether the text writes every word so, and a capital says nothing
   */
  record Name(List<Word> words, boolean headed) {
    Name {
      words = List.copyOf(words);
    }

    String text(String sentence) {
      return sentence.substring(words.getFirst().start(), words.getLast().end());
    }
  }

  /** The names of a sentence in order. */
  static List<Name> in(String text, boolean heading, boolean german) {
    List<Word> words = NamedWords.of(text);
    boolean headed = heading && titleCase(words);
    var names = new ArrayList<Name>();
    var run = new ArrayList<Word>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.breaks() || word.initial()) {
        close(run, names, headed);
      }
      boolean syllable = word.close() && !run.isEmpty() && belongs(word, run.getLast());
      if (syllable || nameable(words, i, headed, german)) {
        run.add(word);
      } else if (!joins(words, i, run)) {
        close(run, names, headed);
      }
    }
    close(run, names, headed);
    return german ? names.stream().filter(NameReader::plainInGerman).toList() : names;
  }

  private static void close(List<Word> run, List<Name> names, boolean headed) {
    if (run.stream().anyMatch(word -> !Lexicon.title(word.folded()))) {
      names.add(new Name(run, headed));
    }
    run.clear();
  }

  /** The second syllable of "Jae-myung", not the end of "Tokyo-based". */
  private static boolean belongs(Word word, Word before) {
    return !word.capital()
        && Character.isLetter(word.text().charAt(0))
        && !Lexicon.common(word.folded())
        && Places.named(List.of(before.folded())) == null;
  }

  private static boolean joins(List<Word> words, int at, List<Word> run) {
    boolean particle = PARTICLES.contains(words.get(at).folded());
    return particle
        && !run.isEmpty()
        && at + 1 < words.size()
        && words.get(at + 1).capital()
        && !words.get(at + 1).breaks();
  }

  private static boolean nameable(List<Word> words, int at, boolean headed, boolean german) {
    Word word = words.get(at);
    boolean letters = Character.isLetter(word.text().charAt(0)) && word.text().charAt(0) < 0x1100;
    if (!word.capital()
        || !letters
        || word.folded().equals("i")
        || word.text().startsWith("I'")
        || Calendar.names(word.folded())
        || word.folded().length() < 2 && at + 1 == words.size()) {
      return false;
    }
    boolean followed =
        at + 1 < words.size()
            && words.get(at + 1).capital()
            && !words.get(at + 1).breaks()
            && !words.get(at + 1).initial();
    if (headed || word.initial()) {
      return !Lexicon.common(word.folded())
          && NumberWords.small(word.folded()) == null
          && NumberWords.tens(word.folded()) == null
          && NumberWords.ordinal(word.folded()) == null
          && (headed || followed || word.acronym() || saysOrHas(words, at) && !german);
    }
    return true;
  }

  /** "Starmer said", "Moderna's": a lone word that opens a sentence and acts like a name. */
  private static boolean saysOrHas(List<Word> words, int at) {
    Word word = words.get(at);
    boolean possessive = Typography.plain(word.text()).endsWith("'s");
    boolean acts =
        at + 1 < words.size()
            && VERBS.contains(words.get(at + 1).folded())
            && !word.folded().matches(".*(?:s|ing|ed|ly|ers|tion|ment|ity)");
    return possessive || acts;
  }

  /** German writes every noun with a capital: only what two of them name together is a name. */
  private static boolean plainInGerman(Name name) {
    return name.words().size() > 1 || name.words().getFirst().acronym();
  }

  private static boolean titleCase(List<Word> words) {
    long longer = words.stream().filter(word -> word.text().length() >= 4).count();
    long capital =
        words.stream().filter(word -> word.text().length() >= 4 && word.capital()).count();
    return longer >= 2 && capital * 10 >= longer * 7;
  }
}

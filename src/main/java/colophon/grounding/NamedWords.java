package colophon.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as words, with what their spelling says about names. */
final class NamedWords {

  private static final Pattern WORD =
      Pattern.compile(
          "\\p{L}\\.(?:\\p{L}\\.)+|[\\p{L}\\p{M}\\p{N}]+(?:['&.](?=[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}]+)*");

  /**
   * A word.
   *
   * @param initial whether it would have a capital anyway: a sentence or a quotation begins there
   * @param close whether only a hyphen parts it from the word before
   * @param breaks whether a sign (other than a hyphen or an initial's stop) parts it from the word
   *     before
   */
  record Word(
      String text,
      String folded,
      int start,
      int end,
      boolean initial,
      boolean close,
      boolean breaks) {

    boolean capital() {
      return text.chars().anyMatch(Character::isUpperCase);
    }

    /** "NATO", "U.S." */
    boolean acronym() {
      long letters = text.chars().filter(Character::isLetter).count();
      return letters >= 2
          && text.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }
  }

  private NamedWords() {}

  static List<Word> of(String text) {
    String plain = Typography.plain(text);
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(plain);
    int last = 0;
    while (matcher.find()) {
      if (Typography.folded(matcher.group()).isEmpty()) {
        continue;
      }
      String between = plain.substring(last, matcher.start());
      boolean first = words.isEmpty();
      boolean afterInitial =
          !first && between.equals(". ") && initialLetter(words.getLast(), plain);
      boolean abbreviation =
          !first && between.equals(". ") && Lexicon.title(words.getLast().folded());
      boolean initial = first || !afterInitial && !abbreviation && startsAnew(between);
      boolean close = !first && between.equals("-");
      boolean breaks = !first && !close && !between.isBlank() && !afterInitial && !abbreviation;
      words.add(
          new Word(
              matcher.group(),
              Typography.folded(matcher.group()),
              matcher.start(),
              matcher.end(),
              initial,
              close,
              breaks));
      last = matcher.end();
    }
    return words;
  }

  private static boolean initialLetter(Word word, String plain) {
    return word.text().length() == 1 && Character.isUpperCase(plain.charAt(word.start()));
  }

  private static boolean startsAnew(String between) {
    return between.codePoints().anyMatch(c -> ".!?:\"•;。".indexOf(c) >= 0)
        || between.matches(".*\\s['(]|.*- .*");
  }
}

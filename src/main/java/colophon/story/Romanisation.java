package colophon.story;

import java.util.Locale;
import java.util.Map;

/**
 * Writes Hangul and Cyrillic in Latin letters and folds spellings together that only habit keeps
 * apart, so that a Korean page's {@code 다카이치} meets an English page's {@code Takaichi}.
 */
final class Romanisation {

  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int FINALS = 28;
  private static final int VOWELS = 21;

  private static final String[] INITIAL = "k kk n t tt r m p pp s ss - ch ch ch k t p h".split(" ");
  private static final String[] VOWEL =
      "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split(" ");
  private static final String[] FINAL =
      "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

  private static final Map<Integer, String> CYRILLIC = cyrillic();

  private Romanisation() {}

  static boolean isHangul(int codePoint) {
    return codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE;
  }

  /** A word in folded Latin letters; empty where it is written in a script not known here. */
  static String fold(String word) {
    StringBuilder latin = new StringBuilder();
    word.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> {
          if (isHangul(c)) {
            latin.append(syllable(c));
          } else if (c < 0x80 && Character.isLetter(c)) {
            latin.appendCodePoint(c);
          } else {
            latin.append(CYRILLIC.getOrDefault(c, ""));
          }
        });
    return folded(latin.toString());
  }

  /** Voiced and unvoiced sounds, and the two ways to spell one sound, become one letter. */
  private static String folded(String latin) {
    return latin
        .replace("eo", "o")
        .replace("eu", "u")
        .replace("ph", "p")
        .replace("th", "t")
        .replace("kh", "k")
        .replace("sh", "s")
        .replace("ch", "j")
        .replace("c", "k")
        .replace("q", "k")
        .replace("x", "ks")
        .replace("g", "k")
        .replace("d", "t")
        .replace("b", "p")
        .replace("v", "p")
        .replace("f", "p")
        .replace("z", "s")
        .replace("l", "r")
        .replaceAll("(.)\\1+", "$1");
  }

  private static String syllable(int c) {
    int index = c - FIRST_SYLLABLE;
    String syllable =
        INITIAL[index / (VOWELS * FINALS)] + VOWEL[index / FINALS % VOWELS] + FINAL[index % FINALS];
    return syllable.replace("-", "");
  }

  private static Map<Integer, String> cyrillic() {
    String letters = "абвгдеёжзийклмнопрстуфхцчшщыэюяієїґ";
    String[] latin =
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya i ye yi g"
            .split(" ");
    Map<Integer, String> map = new java.util.HashMap<>();
    for (int i = 0; i < latin.length; i++) {
      map.put((int) letters.charAt(i), latin[i]);
    }
    return Map.copyOf(map);
  }
}

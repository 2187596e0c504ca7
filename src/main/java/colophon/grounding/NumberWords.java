package colophon.grounding;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers written as words in English, and the scale words of several languages. */
final class NumberWords {

  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          entry("zero", 0),
          entry("one", 1),
          entry("two", 2),
          entry("three", 3),
          entry("four", 4),
          entry("five", 5),
          entry("six", 6),
          entry("seven", 7),
          entry("eight", 8),
          entry("nine", 9),
          entry("ten", 10),
          entry("eleven", 11),
          entry("twelve", 12),
          entry("thirteen", 13),
          entry("fourteen", 14),
          entry("fifteen", 15),
          entry("sixteen", 16),
          entry("seventeen", 17),
          entry("eighteen", 18),
          entry("nineteen", 19));

  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);

  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          entry("first", 1),
          entry("second", 2),
          entry("third", 3),
          entry("fourth", 4),
          entry("fifth", 5),
          entry("sixth", 6),
          entry("seventh", 7),
          entry("eighth", 8),
          entry("ninth", 9),
          entry("tenth", 10),
          entry("eleventh", 11),
          entry("twelfth", 12),
          entry("thirteenth", 13),
          entry("fourteenth", 14),
          entry("fifteenth", 15),
          entry("sixteenth", 16),
          entry("seventeenth", 17),
          entry("eighteenth", 18),
          entry("nineteenth", 19),
          entry("twentieth", 20),
          entry("thirtieth", 30),
          entry("fortieth", 40),
          entry("fiftieth", 50),
          entry("sixtieth", 60),
          entry("seventieth", 70),
          entry("eightieth", 80),
          entry("ninetieth", 90),
          entry("hundredth", 100),
          entry("thousandth", 1000));

  private static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          entry("hundred", new BigDecimal("100")),
          entry("thousand", new BigDecimal("1000")),
          entry("million", new BigDecimal("1000000")),
          entry("millions", new BigDecimal("1000000")),
          entry("billion", new BigDecimal("1000000000")),
          entry("trillion", new BigDecimal("1000000000000")),
          entry("mn", new BigDecimal("1000000")),
          entry("mln", new BigDecimal("1000000")),
          entry("bn", new BigDecimal("1000000000")),
          entry("bln", new BigDecimal("1000000000")),
          entry("tn", new BigDecimal("1000000000000")),
          entry("trn", new BigDecimal("1000000000000")),
          entry("lakh", new BigDecimal("100000")),
          entry("crore", new BigDecimal("10000000")),
          entry("dozen", new BigDecimal("12")),
          entry("tausend", new BigDecimal("1000")),
          entry("mio", new BigDecimal("1000000")),
          entry("millionen", new BigDecimal("1000000")),
          entry("milliarden", new BigDecimal("1000000000")),
          entry("milliarde", new BigDecimal("1000000000")),
          entry("mrd", new BigDecimal("1000000000")),
          entry("milliards", new BigDecimal("1000000000")),
          entry("mille", new BigDecimal("1000")),
          entry("millones", new BigDecimal("1000000")));

  private static final Map<Character, BigDecimal> EAST_ASIAN_SCALES =
      Map.ofEntries(
          entry('십', new BigDecimal("10")),
          entry('十', new BigDecimal("10")),
          entry('백', new BigDecimal("100")),
          entry('百', new BigDecimal("100")),
          entry('천', new BigDecimal("1000")),
          entry('千', new BigDecimal("1000")),
          entry('만', new BigDecimal("10000")),
          entry('万', new BigDecimal("10000")),
          entry('萬', new BigDecimal("10000")),
          entry('억', new BigDecimal("100000000")),
          entry('億', new BigDecimal("100000000")),
          entry('亿', new BigDecimal("100000000")),
          entry('조', new BigDecimal("1000000000000")),
          entry('兆', new BigDecimal("1000000000000")));

  private static final Map<String, Integer> SIZES =
      Map.of(
          "dozens",
          12,
          "scores",
          20,
          "hundreds",
          100,
          "thousands",
          1000,
          "millions",
          1_000_000,
          "billions",
          1_000_000_000);

  private static final Map<String, Integer> GROUPS =
      Map.of(
          "both",
          2,
          "pair",
          2,
          "couple",
          2,
          "duo",
          2,
          "twin",
          2,
          "bilateral",
          2,
          "trio",
          3,
          "trilateral",
          3,
          "quartet",
          4);

  private static final Map<String, String> MULTIPLES =
      Map.ofEntries(
          entry("twice", "2"),
          entry("thrice", "3"),
          entry("double", "2"),
          entry("doubled", "2"),
          entry("doubles", "2"),
          entry("doubling", "2"),
          entry("twofold", "2"),
          entry("triple", "3"),
          entry("tripled", "3"),
          entry("tripling", "3"),
          entry("threefold", "3"),
          entry("quadruple", "4"),
          entry("quadrupled", "4"),
          entry("fourfold", "4"),
          entry("fivefold", "5"),
          entry("tenfold", "10"));

  private NumberWords() {}

  /** The value of a word from zero to nineteen. */
  static @Nullable Integer small(String word) {
    return SMALL.get(word);
  }

  static @Nullable Integer tens(String word) {
    return TENS.get(word);
  }

  static @Nullable Integer ordinal(String word) {
    return ORDINALS.get(word);
  }

  /** What a word such as "million" or "bn" multiplies by. */
  static @Nullable BigDecimal scale(String word) {
    return SCALES.get(word);
  }

  static @Nullable BigDecimal eastAsianScale(char letter) {
    return EAST_ASIAN_SCALES.get(letter);
  }

  /** The lower bound of a word such as "hundreds". */
  static @Nullable Integer size(String word) {
    return SIZES.get(word);
  }

  /** The number in a word such as "pair"; only evidence is read so. */
  static @Nullable Integer group(String word) {
    return GROUPS.get(word);
  }

  static @Nullable BigDecimal multiple(String word) {
    String times = MULTIPLES.get(word);
    return times == null ? null : new BigDecimal(times);
  }
}

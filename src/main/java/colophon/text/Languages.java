package colophon.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Finds the language a text is written in: by its script first, then by a model of n-grams. */
public final class Languages {

  /** How much of a text is looked at, in characters. */
  static final int MOST_CHARACTERS = 3000;

  /** Below this many letters a Latin text may be of any language. */
  static final int LEAST_LETTERS = 40;

  private static final String MODEL = "/langdetect-183.bin";
  private static final double LEAST_CONFIDENCE = 0.02;
  private static final double LEAST_LEAD = 1.2;
  private static final int LEAST_WORDS = 20;
  private static final double ENGLISH_SHARE = 0.30;

  /** Scripts that one language of the news writes; others are told apart by the model. */
  private static final Map<Character.UnicodeScript, String> SCRIPTS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Character.UnicodeScript.THAI, "th"),
              Map.entry(Character.UnicodeScript.HEBREW, "he"),
              Map.entry(Character.UnicodeScript.GREEK, "el"),
              Map.entry(Character.UnicodeScript.GEORGIAN, "ka"),
              Map.entry(Character.UnicodeScript.ARMENIAN, "hy"),
              Map.entry(Character.UnicodeScript.ETHIOPIC, "am"),
              Map.entry(Character.UnicodeScript.KHMER, "km"),
              Map.entry(Character.UnicodeScript.LAO, "lo"),
              Map.entry(Character.UnicodeScript.MYANMAR, "my"),
              Map.entry(Character.UnicodeScript.BENGALI, "bn"),
              Map.entry(Character.UnicodeScript.TAMIL, "ta"),
              Map.entry(Character.UnicodeScript.TELUGU, "te"),
              Map.entry(Character.UnicodeScript.KANNADA, "kn"),
              Map.entry(Character.UnicodeScript.MALAYALAM, "ml"),
              Map.entry(Character.UnicodeScript.GUJARATI, "gu"),
              Map.entry(Character.UnicodeScript.GURMUKHI, "pa"),
              Map.entry(Character.UnicodeScript.SINHALA, "si")));

  private static final Set<String> ENGLISH =
      Set.of(
          "the of and to in that is was for on with as by at it he she they his their has have had"
              .split(" "));

  private Languages() {}

  /**
   * The language of a text, {@link Language#UNKNOWN} where it is too short or too mixed to tell.
   */
  public static Language detect(String text) {
    String sample = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    Map<Character.UnicodeScript, Integer> scripts = scripts(sample);
    int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
    if (letters == 0) {
      return Language.UNKNOWN;
    }
    String byScript = byScript(scripts, letters);
    if (byScript != null) {
      return new Language(byScript);
    }
    if (letters < LEAST_LETTERS) {
      return Language.UNKNOWN;
    }
    return readsEnglish(sample) ? Language.ENGLISH : byModel(sample);
  }

  private static Map<Character.UnicodeScript, Integer> scripts(String text) {
    Map<Character.UnicodeScript, Integer> counts = new EnumMap<>(Character.UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
    return counts;
  }

  private static @org.jspecify.annotations.Nullable String byScript(
      Map<Character.UnicodeScript, Integer> scripts, int letters) {
    int kana =
        scripts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    int hangul = scripts.getOrDefault(Character.UnicodeScript.HANGUL, 0);
    int han = scripts.getOrDefault(Character.UnicodeScript.HAN, 0);
    if (hangul > kana && hangul * 10 >= letters * 3) {
      return "ko";
    }
    if (kana > 0 && (kana + han) * 10 >= letters * 3) {
      return kana * 20 >= kana + han ? "ja" : "zh";
    }
    if (han * 10 >= letters * 3) {
      return "zh";
    }
    return SCRIPTS.entrySet().stream()
        .filter(entry -> scripts.getOrDefault(entry.getKey(), 0) * 2 > letters)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Most pages are English, and its small words give it away without loading the model. */
  private static boolean readsEnglish(String text) {
    List<String> words = Words.of(text);
    long english = words.stream().filter(ENGLISH::contains).count();
    return words.size() >= LEAST_WORDS
        && english >= words.size() * ENGLISH_SHARE
        && words.contains("the");
  }

  private static Language byModel(String text) {
    var guesses = new LanguageDetectorME(Model.LOADED).predictLanguages(text);
    double first = guesses[0].getConfidence();
    double second = guesses.length > 1 ? guesses[1].getConfidence() : 0;
    if (first < LEAST_CONFIDENCE || first < second * LEAST_LEAD) {
      return Language.UNKNOWN;
    }
    return new Language(twoLetters(guesses[0].getLang()));
  }

  private static String twoLetters(String threeLetters) {
    return switch (threeLetters) {
      case "cmn" -> "zh";
      case "pes" -> "fa";
      case "ekk" -> "et";
      case "lvs" -> "lv";
      case "nob" -> "no";
      case "plt" -> "mg";
      case "zlm" -> "ms";
      case "swh" -> "sw";
      default -> SHORT.getOrDefault(threeLetters, threeLetters);
    };
  }

  private static final Map<String, String> SHORT = shortTags();

  private static Map<String, String> shortTags() {
    Map<String, String> tags = new java.util.TreeMap<>();
    for (String two : Locale.getISOLanguages()) {
      try {
        tags.putIfAbsent(Locale.of(two).getISO3Language(), two);
      } catch (MissingResourceException e) {
        throw new IllegalStateException("the platform lists " + two + " without a long form", e);
      }
    }
    return tags;
  }

  /** Ten megabytes, loaded when the first text needs it. */
  private static final class Model {

    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      try (InputStream model = Languages.class.getResourceAsStream(MODEL)) {
        if (model == null) {
          throw new IllegalStateException(
              "the language model " + MODEL + " is missing from the class path");
        }
        return new LanguageDetectorModel(model);
      } catch (IOException e) {
        throw new IllegalStateException("the language model " + MODEL + " cannot be read", e);
      }
    }
  }
}

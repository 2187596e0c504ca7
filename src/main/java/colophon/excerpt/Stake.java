package colophon.excerpt;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an edit touches, for a reader who asks whether it matters. */
public enum Stake {
  /** A digit or a counting word was left out or added. */
  FIGURE("a figure"),
  /** A word with a capital letter was left out or added, other than at the start. */
  NAME("a name"),
  /** A word that denies was left out or added. */
  NEGATION("a negation"),
  /** Other words. */
  WORDS("words"),
  /** No word, but small and capital letters. */
  CAPITALS("capital letters"),
  /** No word, but punctuation or spaces. */
  MARKS("punctuation or spaces");

  private static final Pattern COUNTING =
      Pattern.compile(
          "(?iu)\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?"
              + "|millions?|billions?|trillions?|half|dozen|zwei|drei|deux|trois|dos|tres)\\b"
              + "|[一二三四五六七八九十百千万億兆零两]");
  private static final Pattern DENYING =
      Pattern.compile(
          "(?iu)\\b(?:not|no|never|none|nobody|nothing|nor|neither|cannot|without|nicht|kein\\p{L}*"
              + "|nie|niemals|ohne|ne|n['’]\\p{L}+|pas|jamais|aucune?|sans|nunca|ning[uú]n\\p{L}*"
              + "|sin|non|senza|niet|geen|inte|не|нет|ни)\\b|n['’]t\\b"
              + "|않|못|아니|아닌|없|안\\s|ない|なかっ|ません|なし|ず、|不|没|沒|未|无|無|非|否");

  /** Marks that change a figure they stand beside; a stop or a comma there ends a clause. */
  private static final Pattern OF_FIGURES = Pattern.compile("[\\p{Sc}%‰°+±×/^'\"′″<>=~\\p{Pd}−]");

  private final String words;

  Stake(String words) {
    this.words = words;
  }

  /** As it stands in a sentence: "touches a figure". */
  public String words() {
    return words;
  }

  /** What these changes touch, never nothing. */
  static Set<Stake> of(List<Stretch> stretches, String published, String pasted) {
    boolean sameWords = bare(published, true).equals(bare(pasted, true));
    Set<Stake> stakes = EnumSet.noneOf(Stake.class);
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).kind() != Stretch.Kind.KEPT) {
        String text = stretches.get(i).text();
        String before = i == 0 ? "" : stretches.get(i - 1).text();
        String after = i + 1 == stretches.size() ? "" : stretches.get(i + 1).text();
        if (touchesFigure(text, before, after) || !sameWords && COUNTING.matcher(text).find()) {
          stakes.add(FIGURE);
        }
        if (!sameWords) {
          boolean first = i == 0 || i == 1 && stretches.get(0).kind() != Stretch.Kind.KEPT;
          touched(text, first, stakes);
        }
      }
    }
    if (sameWords) {
      boolean sameCapitals = bare(published, false).equals(bare(pasted, false));
      stakes.add(sameCapitals ? MARKS : CAPITALS);
    } else if (stakes.isEmpty()) {
      stakes.add(WORDS);
    }
    return stakes;
  }

  private static boolean touchesFigure(String text, String before, String after) {
    boolean beside =
        !before.isEmpty() && isFigure(before.codePointBefore(before.length()))
            || !after.isEmpty() && isFigure(after.codePointAt(0));
    return text.codePoints().anyMatch(Stake::isFigure) || beside && OF_FIGURES.matcher(text).find();
  }

  private static void touched(String text, boolean first, Set<Stake> stakes) {
    if (DENYING.matcher(text + " ").find()) {
      stakes.add(NEGATION);
    }
    boolean atStart = first;
    for (Token token : Token.of(text)) {
      if (token.word() && !atStart && Character.isUpperCase(token.form().codePointAt(0))) {
        stakes.add(NAME);
      }
      atStart &= !token.word();
    }
    if (text.codePoints().anyMatch(Character::isLetter)) {
      stakes.add(WORDS);
    }
  }

  /** The letters and figures alone. */
  private static String bare(String text, boolean small) {
    String bare = Comparison.plain(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    return small ? bare.toLowerCase(Locale.ROOT) : bare;
  }

  private static boolean isFigure(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER, Character.LETTER_NUMBER -> true;
      default -> false;
    };
  }
}

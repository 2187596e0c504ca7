package colophon.text;

/**
 * Words of others inside a sentence of ours: on one line, and without the characters that would act
 * on a terminal, turn the reading direction or not fit into a database.
 */
public final class PrintableText {

  /** The longest sentence kept, in characters; an address alone may have 4,096. */
  public static final int MOST_CHARACTERS = 10_000;

  private PrintableText() {}

  /** The same words, with a space for each run of characters that cannot be shown. */
  public static String of(String text) {
    String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    return start.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ");
  }
}

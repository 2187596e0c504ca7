package colophon.edition;

/**
 * A label's words in one language. {@code {reviewer}}, {@code {editors}}, {@code {changed}} and
 * {@code {sentences}} are filled in; none of the texts can be empty.
 *
 * @param shortText the first words a reader meets
 * @param longText the disclaimer at the foot
 * @param written how it was made, where a language model wrote it
 * @param arranged how it was made, where a program selected and arranged the sources' sentences
 * @param reviewed said where a person reviewed it
 * @param unreviewed said where nobody did
 * @param edited said where a person wrote or changed sentences
 * @param join what stands between two of these; may be empty, as Japanese needs no space
 */
public record Wording(
    String shortText,
    String longText,
    String written,
    String arranged,
    String reviewed,
    String unreviewed,
    String edited,
    String join) {

  /** The longest short text, in code points; it must be read at a glance. */
  public static final int MOST_SHORT = 120;

  /** The longest other text, in code points. */
  public static final int MOST_LONG = 1_000;

  public Wording {
    check("short", shortText, MOST_SHORT);
    check("long", longText, MOST_LONG);
    check("written", written, MOST_LONG);
    check("arranged", arranged, MOST_LONG);
    check("reviewed", reviewed, MOST_LONG);
    check("unreviewed", unreviewed, MOST_LONG);
    check("edited", edited, MOST_LONG);
    if (!join.isBlank()) {
      throw new IllegalArgumentException("\"join\" holds spaces only, found \"" + join + "\"");
    }
  }

  private static void check(String name, String text, int most) {
    if (text.codePoints().noneMatch(Character::isLetter)) {
      throw new IllegalArgumentException(
          "a label may be worded otherwise but never emptied: \"" + name + "\" has no words");
    }
    if (!text.equals(text.strip()) || text.contains("\n")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is one line without space at its ends, found \"" + text + "\"");
    }
    if (text.codePointCount(0, text.length()) > most) {
      throw new IllegalArgumentException("\"" + name + "\" is longer than " + most + " characters");
    }
    CleanText.firstForbidden(text)
        .ifPresent(found -> {
          throw new IllegalArgumentException(
              "\"" + name + "\" holds " + found + ", which is never published");
        });
  }
}

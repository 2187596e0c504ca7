package colophon.edition;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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

  static final String REVIEWER = "{reviewer}";
  static final String EDITORS = "{editors}";
  static final String CHANGED = "{changed}";
  static final String SENTENCES = "{sentences}";

  private static final Pattern BLANK = Pattern.compile("\\{[^}]*}");

  public Wording {
    check("short", shortText, MOST_SHORT);
    check("long", longText, MOST_LONG);
    check("written", written, MOST_LONG);
    check("arranged", arranged, MOST_LONG);
    check("reviewed", reviewed, MOST_LONG);
    check("unreviewed", unreviewed, MOST_LONG);
    check("edited", edited, MOST_LONG);
    checkBlanks("short", shortText, List.of(), List.of());
    checkBlanks("long", longText, List.of(), List.of());
    checkBlanks("written", written, List.of(), List.of());
    checkBlanks("arranged", arranged, List.of(), List.of());
    checkBlanks("reviewed", reviewed, List.of(REVIEWER), List.of());
    checkBlanks("unreviewed", unreviewed, List.of(), List.of());
    checkBlanks("edited", edited, List.of(EDITORS), List.of(CHANGED, SENTENCES));
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

  /** A text names who reviewed or edited, and asks for nothing that we do not know. */
  private static void checkBlanks(
      String name, String text, List<String> needed, List<String> allowed) {
    for (String blank : needed) {
      if (!text.contains(blank)) {
        throw new IllegalArgumentException("\"" + name + "\" needs " + blank);
      }
    }
    BLANK
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(blank -> !needed.contains(blank) && !allowed.contains(blank))
        .findFirst()
        .ifPresent(blank -> {
          throw new IllegalArgumentException("\"" + name + "\" cannot fill in " + blank);
        });
  }
}

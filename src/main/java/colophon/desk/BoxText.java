package colophon.desk;

/**
 * About how wide letters are that nobody has drawn yet, in tenths of a unit of a picture. Fonts
 * differ, so it is a rather wide one's.
 */
final class BoxText {

  private static final String NARROW = " ijl.,:;'|/!";
  private static final String SLIM = "frt()-\"";
  private static final String BROAD = "mwMW@—…%";

  private BoxText() {}

  static int width(String text) {
    return text.codePoints().map(BoxText::width).sum();
  }

  private static int width(int character) {
    if (NARROW.indexOf(character) >= 0) {
      return 45;
    }
    if (SLIM.indexOf(character) >= 0) {
      return 53;
    }
    if (BROAD.indexOf(character) >= 0) {
      return 122;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> 128;
      default -> Character.isUpperCase(character) ? 88 : 79;
    };
  }

  /** As many letters from the beginning as fit. */
  static String upTo(String text, int most) {
    int end = 0;
    int width = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      width += width(character);
      if (width > most) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }

  /** The first line of a text: up to where words part, unless that leaves half the line empty. */
  static String line(String text, int most) {
    String all = upTo(text, most);
    if (all.length() == text.length() || text.charAt(all.length()) == ' ') {
      return all;
    }
    int parted =
        1 + Math.max(all.lastIndexOf(' '), Math.max(all.lastIndexOf('-'), all.lastIndexOf('/')));
    return parted > all.length() / 2 ? all.substring(0, parted) : all;
  }
}

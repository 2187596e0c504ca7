package colophon.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name in an author's line: RSS writes {@code mail@host (Name)}, others {@code Name <mail>}.
 */
final class AuthorName {

  private static final Pattern MAIL_THEN_NAME = Pattern.compile("\\S+@\\S+\\s*\\((?<name>.+)\\)");
  private static final Pattern NAME_THEN_MAIL =
      Pattern.compile("(?<name>[^<(]+?)\\s*[<(]\\s*(mailto:)?\\S+@[^>)]+[>)]");
  private static final Pattern MAIL = Pattern.compile("(mailto:)?\\S+@\\S+");
  private static final Pattern BY = Pattern.compile("^(?i:by):?\\s+(?=\\p{Lu})");

  private AuthorName() {}

  /** The name, or an empty string where the line holds a mail address alone. */
  static String of(String line) {
    String trimmed =
        line.substring(0, Math.min(line.length(), PlainText.MOST_CHARACTERS))
            .strip()
            .replaceAll("\\s+", " ");
    for (Pattern pattern : new Pattern[] {MAIL_THEN_NAME, NAME_THEN_MAIL}) {
      Matcher match = pattern.matcher(trimmed);
      if (match.matches()) {
        return match.group("name").strip();
      }
    }
    return MAIL.matcher(trimmed).matches() ? "" : BY.matcher(trimmed).replaceFirst("");
  }
}

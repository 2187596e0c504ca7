package colophon.review;

import colophon.text.NormalText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may stand in the record as the person who decided. */
final class People {

  private static final Set<String> PROGRAMS =
      Set.of(
          "anonymous",
          "automation",
          "bot",
          "ci",
          "colophon",
          "cron",
          "daemon",
          "editor",
          "job",
          "n/a",
          "nobody",
          "none",
          "pipeline",
          "policy",
          "root",
          "script",
          "system",
          "token",
          "unknown",
          "user");

  private People() {}

  /** Whether two names are one person's, for all that readers could tell. */
  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return NormalText.line(NormalText.withoutInvisible(name)).toLowerCase(Locale.ROOT);
  }

  /** Why that name cannot answer for a decision, as a sentence; empty where it can. */
  static Optional<String> refuse(String name) {
    if (name.isBlank()) {
      return Optional.of(
          "A decision needs the name of the person who makes it; give it with --by.");
    }
    if (name.strip().codePoints().anyMatch(Character::isISOControl)) {
      return Optional.of("A name stands on one line; write it without line breaks and tabs.");
    }
    return PROGRAMS.contains(name.strip().toLowerCase(Locale.ROOT))
            || name.codePoints().noneMatch(Character::isLetter)
        ? Optional.of(
            "\""
                + name.strip()
                + "\" is not a person; a decision needs the name of the person who makes it.")
        : Optional.empty();
  }
}

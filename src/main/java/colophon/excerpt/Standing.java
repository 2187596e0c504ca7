package colophon.excerpt;

import java.util.Locale;

/** What a published version is today, as the publisher says. */
public enum Standing {
  CURRENT,
  SUPERSEDED,
  CORRECTED,
  WITHDRAWN,
  /** No signed status is at hand. */
  UNKNOWN;

  /** The standing of that name in a signed status. */
  public static Standing named(String word) {
    for (Standing standing : values()) {
      if (standing.word().equals(word)) {
        return standing;
      }
    }
    return UNKNOWN;
  }

  /** In small letters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package colophon.review;

import java.util.Locale;

/** What a reviewer says to have looked at, and nobody can say for a person. */
public enum Tick {
  /** Names, figures, dates and quotations are those of the sources. */
  ACCURACY,
  /** What it says can be so. */
  PLAUSIBILITY,
  /** The sources are what they seem to be and carry what rests on them. */
  SOURCES;

  /** As people read it, and records write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

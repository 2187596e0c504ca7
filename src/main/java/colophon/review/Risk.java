package colophon.review;

import java.util.Comparator;
import java.util.List;

/** Which waiting copy an editor should read first. */
public final class Risk {

  /** The riskiest first; of equal risk the one that waits longest; then by id. */
  static final Comparator<Copy.Waiting> ORDER =
      Comparator.comparingInt((Copy.Waiting waiting) -> of(waiting.flags()))
          .reversed()
          .thenComparing(Copy.Waiting::since)
          .thenComparing(waiting -> waiting.draft().id());

  private static final int GRAVEST = 100;

  private Risk() {}

  /** The gravity of the gravest mark, then how many stand. */
  public static int of(List<Flag> flags) {
    int gravest = flags.stream().mapToInt(flag -> gravity(flag.kind())).max().orElse(0);
    return gravest * GRAVEST + Math.min(flags.size(), GRAVEST - 1);
  }

  private static int gravity(Flag.Kind kind) {
    return switch (kind) {
      case SUSPICIOUS_PASSAGE -> 6;
      case NEEDS_LEGAL_READ -> 5;
      case SOURCE_CHECK -> 4;
      case SOURCES_DIFFER -> 3;
      case TRANSLATION -> 2;
      case SINGLE_SOURCE -> 1;
      case POLICY -> 0;
    };
  }
}

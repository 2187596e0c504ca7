package colophon.evidence;

import java.nio.charset.StandardCharsets;

/** Where two texts part first, in words. */
final class Difference {

  private static final int SHOWN = 40;

  private Difference() {}

  static String first(byte[] again, byte[] stored) {
    return first(
        new String(again, StandardCharsets.UTF_8), new String(stored, StandardCharsets.UTF_8));
  }

  /** A part of a sentence, with what stands there in each. */
  static String first(String again, String stored) {
    int at = 0;
    while (at < again.length() && at < stored.length() && again.charAt(at) == stored.charAt(at)) {
      at++;
    }
    return "character "
        + (at + 1)
        + ": now \""
        + from(again, at)
        + "\", stored \""
        + from(stored, at)
        + "\".";
  }

  private static String from(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + SHOWN));
  }
}

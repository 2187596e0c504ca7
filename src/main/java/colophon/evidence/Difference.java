package colophon.evidence;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two texts or documents part first, in words. */
final class Difference {

  private static final int SHOWN = 40;

  /** Enough for a digest with its algorithm. */
  private static final int MOST_OF_A_VALUE = 80;

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

  /**
   * Where two documents part first, as a sentence.
   *
   * @param what they are, such as {@code the record}
   */
  static String between(Json again, Json stored, String what) {
    return "In "
        + what
        + ", "
        + place(again, stored, "").orElse("nothing but the spelling differs.");
  }

  private static Optional<String> place(@Nullable Json again, @Nullable Json stored, String path) {
    if (again instanceof Json.Obj now && stored instanceof Json.Obj then) {
      var names = new TreeSet<>(now.members().keySet());
      names.addAll(then.members().keySet());
      return names.stream()
          .map(name ->
              place(now.get(name), then.get(name), path.isEmpty() ? name : path + "." + name))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (again instanceof Json.Arr now && stored instanceof Json.Arr then) {
      for (int i = 0; i < Math.max(now.items().size(), then.items().size()); i++) {
        Optional<String> found = place(item(now, i), item(then, i), path + "[" + i + "]");
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    boolean same = again == null ? stored == null : again.equals(stored);
    return same
        ? Optional.empty()
        : Optional.of(path + ": now " + shown(again) + ", stored " + shown(stored) + ".");
  }

  private static @Nullable Json item(Json.Arr array, int at) {
    return at < array.items().size() ? array.items().get(at) : null;
  }

  private static String shown(@Nullable Json value) {
    if (value == null) {
      return "nothing";
    }
    String text = CanonicalJson.text(value);
    return text.length() <= MOST_OF_A_VALUE ? text : text.substring(0, MOST_OF_A_VALUE) + "…";
  }

  private static String from(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + SHOWN));
  }
}

package colophon.article;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an element's declarations hide it, and by what. */
final class HiddenStyle {

  private static final Pattern LENGTH =
      Pattern.compile("(-?[0-9]*\\.?[0-9]+)(px|em|rem|pt|vw|vh|%)?");

  /** Further off than this many pixels is off the page. */
  private static final double OFF_SCREEN_PIXELS = 900;

  /** Smaller than this is not read by people. */
  private static final double TINY_PIXELS = 3;

  private HiddenStyle() {}

  /** Null, or what hides the element. */
  static @Nullable String reason(Map<String, String> style) {
    if (style.isEmpty()) {
      return null;
    }
    if (style.getOrDefault("display", "").equals("none")) {
      return "display:none";
    }
    String visibility = style.getOrDefault("visibility", "");
    if (visibility.equals("hidden") || visibility.equals("collapse")) {
      return "visibility:hidden";
    }
    if (isZero(style.get("opacity"))) {
      return "opacity 0";
    }
    if (pixels(style.get("text-indent"), 0) < -OFF_SCREEN_PIXELS || isMovedOff(style)) {
      return "off-screen";
    }
    return isClipped(style) ? "zero size" : null;
  }

  private static boolean isMovedOff(Map<String, String> style) {
    String transform = style.getOrDefault("transform", "");
    if (transform.matches(".*translate[xy3d]*\\(\\s*-\\d{4,}px.*")
        || transform.equals("scale(0)")) {
      return true;
    }
    String position = style.getOrDefault("position", "");
    if (!position.equals("absolute") && !position.equals("fixed") && !position.equals("relative")) {
      return false;
    }
    double left = pixels(style.get("left"), 0);
    double top = pixels(style.get("top"), 0);
    double right = pixels(style.get("right"), 0);
    return left < -OFF_SCREEN_PIXELS
        || top < -OFF_SCREEN_PIXELS
        || right < -OFF_SCREEN_PIXELS
        || left > 5 * OFF_SCREEN_PIXELS;
  }

  private static boolean isClipped(Map<String, String> style) {
    String clip = style.getOrDefault("clip", "").replace(" ", "");
    if (clip.matches("rect\\((0|1px|0px)[,]?.*") && clip.matches("rect\\([01px,]*\\)")) {
      return true;
    }
    if (style.getOrDefault("clip-path", "").replace(" ", "").matches("inset\\((50|100)%\\).*")) {
      return true;
    }
    if (!style.getOrDefault("overflow", "").matches("hidden|clip")) {
      return false;
    }
    return pixels(style.get("height"), 99) <= 1
        || pixels(style.get("width"), 99) <= 1
        || pixels(style.get("max-height"), 99) <= 1
        || pixels(style.get("max-width"), 99) <= 1;
  }

  static boolean isTiny(String size) {
    double pixels = pixels(size, TINY_PIXELS);
    return pixels < TINY_PIXELS && !size.isEmpty();
  }

  /** The ground that a background declaration gives; null where it cannot be known. */
  static @Nullable Colour ground(String value, @Nullable Colour around) {
    String first = value.strip();
    boolean bare = first.isEmpty() || first.equals("none") || Colour.isClear(first);
    return bare || isInherited(first) || first.equals("initial") ? around : Colour.read(first);
  }

  /** Whether a value leaves things as they are around the element. */
  static boolean isInherited(String value) {
    return value.equals("inherit") || value.equals("unset") || value.equals("currentcolor");
  }

  private static boolean isZero(@Nullable String value) {
    return value != null && value.matches("0*(\\.0+)?%?") && !value.isEmpty();
  }

  private static double pixels(@Nullable String value, double otherwise) {
    if (value == null) {
      return otherwise;
    }
    Matcher length = LENGTH.matcher(value);
    if (!length.matches()) {
      return otherwise;
    }
    double number = Double.parseDouble(length.group(1));
    String unit = length.group(2);
    if (unit == null || unit.equals("px")) {
      return number;
    }
    return switch (unit) {
      case "em", "rem" -> number * 16;
      case "pt" -> number * 4 / 3;
      case "%" -> number * 0.16;
      default -> number * 12;
    };
  }
}

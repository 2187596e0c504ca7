package colophon.article;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A colour on a page or in a document, as far as telling text from its ground needs it. */
record Colour(int red, int green, int blue) {

  static final Colour WHITE = new Colour(255, 255, 255);

  /** Colours nearer than this (sum of the three differences) cannot be told apart. */
  private static final int NEAR = 24;

  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*([0-9]*\\.?[0-9]+)(%?)[\\s,]+([0-9]*\\.?[0-9]+)%?[\\s,]+([0-9]*\\.?[0-9]+)%?(?:[\\s,/]+([0-9]*\\.?[0-9]+)%?)?\\s*\\)");
  private static final Pattern HSL =
      Pattern.compile(
          "hsla?\\(\\s*-?[0-9.]+(?:deg)?[\\s,]+([0-9]*\\.?[0-9]+)%?[\\s,]+([0-9]*\\.?[0-9]+)%?(?:[\\s,/]+([0-9]*\\.?[0-9]+)%?)?\\s*\\)");
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3,8})\\b.*");
  private static final Map<String, Colour> NAMES =
      Map.of(
          "white", WHITE,
          "black", new Colour(0, 0, 0),
          "snow", new Colour(255, 250, 250),
          "ivory", new Colour(255, 255, 240),
          "whitesmoke", new Colour(245, 245, 245),
          "ghostwhite", new Colour(248, 248, 255),
          "floralwhite", new Colour(255, 250, 240),
          "red", new Colour(255, 0, 0),
          "blue", new Colour(0, 0, 255),
          "gray", new Colour(128, 128, 128));

  boolean isLike(Colour other) {
    return Math.abs(red - other.red) + Math.abs(green - other.green) + Math.abs(blue - other.blue)
        < NEAR;
  }

  /** A CSS colour in lower case; null where it is none that is known here. */
  static @Nullable Colour read(@Nullable String css) {
    if (css == null) {
      return null;
    }
    String value = css.strip();
    Matcher hex = HEX.matcher(value);
    if (hex.matches()) {
      return ofHex(hex.group(1));
    }
    Matcher rgb = RGB.matcher(value);
    if (rgb.lookingAt()) {
      double scale = rgb.group(2).isEmpty() ? 1 : 2.55;
      return new Colour(
          channel(rgb.group(1), scale), channel(rgb.group(3), scale), channel(rgb.group(4), scale));
    }
    Matcher hsl = HSL.matcher(value);
    if (hsl.lookingAt()) {
      return ofGrey(hsl.group(1), hsl.group(2));
    }
    int end = value.indexOf(' ');
    return NAMES.get(end < 0 ? value : value.substring(0, end));
  }

  /** Whether a CSS colour lets everything through. */
  static boolean isClear(String css) {
    String value = css.strip();
    if (value.startsWith("transparent") || value.matches("#([0-9a-f]{3}0|[0-9a-f]{6}00)")) {
      return true;
    }
    for (Pattern form : List.of(RGB, HSL)) {
      Matcher colour = form.matcher(value);
      if (colour.lookingAt()) {
        String alpha = colour.group(colour.groupCount());
        return alpha != null && alpha.matches("0*\\.?0*");
      }
    }
    return false;
  }

  /** White, black and what lies between; other hues are no colour of a plain ground. */
  private static @Nullable Colour ofGrey(String saturation, String lightness) {
    double light = Double.parseDouble(lightness);
    if (Double.parseDouble(saturation) > 5 && light > 3 && light < 97) {
      return null;
    }
    int level = (int) Math.min(255, Math.round(light * 2.55));
    return new Colour(level, level, level);
  }

  private static int channel(String number, double scale) {
    return (int) Math.min(255, Math.round(Double.parseDouble(number) * scale));
  }

  private static @Nullable Colour ofHex(String digits) {
    int each = digits.length() >= 6 ? 2 : 1;
    if (digits.length() == 5 || digits.length() == 7) {
      return null;
    }
    int[] channels = new int[3];
    for (int i = 0; i < 3; i++) {
      String one = digits.substring(i * each, (i + 1) * each);
      channels[i] = Integer.parseInt(each == 1 ? one + one : one, 16);
    }
    return new Colour(channels[0], channels[1], channels[2]);
  }
}

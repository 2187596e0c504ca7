package colophon.kernel;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The readable part of a permalink: lower-case Latin letters, digits and single hyphens.
 *
 * @param value 1 to 80 characters
 */
public record Slug(String value) {

  /** The longest slug, in characters. */
  public static final int MOST_CHARACTERS = 80;

  public Slug {
    if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*") || value.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a slug is 1 to 80 lower-case letters, digits and single hyphens, found \""
              + value
              + "\"");
    }
  }

  /**
   * A slug from the words of a text, cut at a word's end; {@code otherwise} where the text has no
   * Latin letter or digit.
   */
  public static Slug of(String text, Slug otherwise) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.length() > MOST_CHARACTERS) {
      int cut = plain.lastIndexOf('-', MOST_CHARACTERS);
      plain = plain.substring(0, cut > 0 ? cut : MOST_CHARACTERS);
    }
    return plain.isEmpty() ? otherwise : new Slug(plain);
  }

  @Override
  public String toString() {
    return value;
  }
}

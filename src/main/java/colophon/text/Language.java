package colophon.text;

/**
 * The language of a text.
 *
 * @param tag a BCP 47 primary language subtag such as {@code en} or {@code ko}; {@code und} where
 *     it is not known
 */
public record Language(String tag) {

  public static final Language UNKNOWN = new Language("und");
  public static final Language ENGLISH = new Language("en");

  public Language {
    if (!tag.matches("[a-z]{2,3}")) {
      throw new IllegalArgumentException(
          "a language is two or three lower-case letters such as \"en\", found \"" + tag + "\"");
    }
  }

  @Override
  public String toString() {
    return tag;
  }
}

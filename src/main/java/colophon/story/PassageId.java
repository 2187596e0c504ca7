package colophon.story;

/**
 * The short name of a passage inside one dossier, as a model sees and cites it: {@code 2.5} is the
 * fifth passage of the second article.
 */
public record PassageId(int source, int passage) {

  public PassageId {
    if (source < 1 || passage < 1) {
      throw new IllegalArgumentException("a passage is named like \"2.5\", counted from 1");
    }
  }

  /** Reads the form that {@link #toString} writes; throws {@link IllegalArgumentException}. */
  public static PassageId parse(String text) {
    if (!text.matches("[1-9][0-9]{0,3}\\.[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException("a passage is named like \"2.5\", found \"" + text + "\"");
    }
    int dot = text.indexOf('.');
    return new PassageId(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return source + "." + passage;
  }
}

package colophon.article;

/**
 * Text that stood in the document and that a reader could not see; it never reaches a model.
 *
 * @param how such as {@code display:none}, {@code white on white}, {@code deleted run}
 * @param text what stood there, at most 400 characters, for the editor
 */
public record HiddenText(String how, String text) {

  /** The longest excerpt kept, in characters. */
  public static final int MOST_CHARACTERS = 400;
}

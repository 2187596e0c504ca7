package colophon.pipeline;

/**
 * Something wrong in a definition file.
 *
 * @param file as the person named it
 * @param line from 1
 * @param column from 1
 * @param message one sentence that says what is wrong and what would be right
 */
public record DefinitionProblem(String file, int line, int column, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}

package colophon.brief;

import colophon.kernel.Digest;

/**
 * Instructions for a model, from a file in {@code prompts/}. They never carry source text.
 *
 * @param id the file's name without its ending, such as {@code brief}
 * @param version as the file states it
 * @param instructions the text the model is given as its system message
 */
public record Prompt(String id, String version, String instructions) {

  public Digest digest() {
    return Digest.ofText(instructions);
  }
}

package colophon.evidence;

import colophon.kernel.Digest;
import java.util.Optional;

/** Finds the newsroom's instructions at the start of the system message that a model was sent. */
final class PromptText {

  private PromptText() {}

  /**
   * The instructions with that digest; empty where the message does not begin with them.
   *
   * @param system the system message: the instructions, a blank line, the program's own words
   */
  static Optional<String> in(String system, Digest prompt) {
    for (int end = system.indexOf("\n\n"); end >= 0; end = system.indexOf("\n\n", end + 1)) {
      String instructions = system.substring(0, end);
      if (Digest.ofText(instructions).equals(prompt)) {
        return Optional.of(instructions);
      }
    }
    return Optional.empty();
  }
}
